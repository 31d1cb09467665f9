"""Asks whether holes are known in what an installation installs: ``make audit``.

Ends with 1 only where a newer version mends one; what nobody mended yet, or could not be asked, is printed.
"""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import Any

PIP_AUDIT = ("pip_audit", "--requirement=requirements.txt", "--require-hashes", "--disable-pip")
ASKED = ("--vulnerability-service=osv", "--format=json", "--progress-spinner=off")
"""PyPI's own service would call a package that it cannot reach safe to skip."""


def main() -> int:
    ran = subprocess.run([sys.executable, "-m", *PIP_AUDIT, *ASKED], capture_output=True, text=True)
    if not ran.stdout:
        print("audit: NOT DONE, nobody could be asked:", *ran.stderr.splitlines()[-1:])
        return 0
    found = holes(json.loads(ran.stdout)["dependencies"])
    print(*(line for line, _ in found), f"audit: {len(found)} known holes", sep="\n")
    return int(any(is_mended for _, is_mended in found))


def holes(dependencies: Sequence[Mapping[str, Any]]) -> list[tuple[str, bool]]:
    """A line for each, as pip-audit tells them, and whether a newer version mends it."""
    return [
        (
            f"{one['name']} {one['version']}: {hole['id']}, mended in {', '.join(hole['fix_versions']) or 'none yet'}",
            bool(hole["fix_versions"]),
        )
        for one in dependencies
        for hole in one.get("vulns", ())
    ]


if __name__ == "__main__":
    sys.exit(main())
