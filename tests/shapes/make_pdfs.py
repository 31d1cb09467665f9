"""Makes the PDF of the shapes anew, in one start of LibreOffice: ``PYTHONPATH=.:tests python -m shapes.make_pdfs``."""

import subprocess
import tempfile
from pathlib import Path

from shapes import SHAPES
from shapes.truth import PDF

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        made = []
        for one in SHAPES:
            if one.suffix == "pdf":
                made.append(Path(folder, one.file).with_suffix(".docx"))
                made[-1].write_bytes(one.make())
        profile = f"-env:UserInstallation=file://{folder}/profile"
        convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(PDF)]
        subprocess.run([*convert, *map(str, made)], check=True)
