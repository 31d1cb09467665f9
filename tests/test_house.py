"""The house of the README: which room may import which, and who owns which library."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = {
    "mrdb/domain": {"mrdb.domain"},
    "mrdb/text": {"mrdb.domain", "mrdb.text"},
    "mrdb/store": {"mrdb.domain", "mrdb.text", "mrdb.store"},
    "mrdb/reading": {"mrdb.domain", "mrdb.text", "mrdb.reading"},
    "mrdb/exchange": {"mrdb.domain", "mrdb.text", "mrdb.reading", "mrdb.exchange"},
    "mrdb/charts": {"mrdb.domain", "mrdb.text", "mrdb.charts"},
}
FORM = ("mrdb.domain", "mrdb.text", "mrdb.reading.blocks", "mrdb.reading.transcript")
SIGNS = tuple(f"mrdb.reading.interpreter.{name}" for name in ("headings", "columns", "numbers"))
PHRASES = (
    "mrdb.reading.responsibles",
    "mrdb.reading.calendar",
    "mrdb.reading.acceptance",
    "mrdb.reading.status_cell",
)
ROOMS = {
    "mrdb/reading/calendar": ("mrdb.domain", "mrdb.text", "mrdb.reading.calendar"),
    "mrdb/reading/ocr": (*FORM, *PHRASES, *SIGNS, "mrdb.reading.ocr"),
    "mrdb/reading/word": (*FORM, "mrdb.reading.package", "mrdb.reading.prose", "mrdb.reading.word"),
    "mrdb/reading/pdf": (*FORM, "mrdb.reading.package", "mrdb.reading.prose", "mrdb.reading.pdf"),
    "mrdb/reading/excel": (*FORM, "mrdb.reading.package", "mrdb.reading.prose", "mrdb.reading.excel"),
    "mrdb/reading/interpreter": (*FORM, *PHRASES, "mrdb.reading.interpreter"),
}
"""What the rooms inside a room may import: the readers know nothing of one another, the interpreter of neither.

Text on paper has no tables: where one stands and ends only its headings and the dates in it can tell.
"""
BESIDE = {"mrdb.startup", "mrdb.safekeeping", "mrdb.intake", "mrdb.clock", "mrdb.__version__"}
LAYERS["mrdb/views"] = {*set().union(*LAYERS.values()), "mrdb.views", *BESIDE}
LAYERS["pages"] = LAYERS["mrdb/views"]
OWNERS = {
    "sqlmodel": {"mrdb/store"},
    "sqlalchemy": {"mrdb/store"},
    "alembic": {"mrdb/store"},
    "pydantic": {"mrdb/reading"},
    "openpyxl": {"mrdb/exchange", "mrdb/reading"},
    "xlsxwriter": {"mrdb/exchange"},
    "docx": {"mrdb/exchange", "mrdb/reading"},
    "pdfplumber": {"mrdb/reading"},
    "pdfminer": {"mrdb/reading"},
    "icalendar": {"mrdb/exchange"},
    "altair": {"mrdb/charts"},
    "streamlit": {"mrdb/views", "mrdb/serve.py", "pages", "app.py"},
}


def modules(place: str) -> list[Path]:
    target = ROOT / place
    return [target] if target.is_file() else sorted(target.rglob("*.py"))


@cache
def imports(module: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.update(f"mrdb.{alias.name}" if node.module == "mrdb" else node.module for alias in node.names)
    return names


@pytest.mark.parametrize("layer", LAYERS)
def test_house_layer_imports_only_what_lies_below(layer: str) -> None:
    allowed = LAYERS[layer]
    strangers = {
        f"{module.relative_to(ROOT)} -> {name}"
        for module in modules(layer)
        for name in imports(module)
        if name.split(".")[0] == "mrdb" and ".".join(name.split(".")[:2]) not in allowed
    }
    assert strangers == set()


@pytest.mark.parametrize("room", ROOMS)
def test_house_room_inside_a_room_imports_only_what_it_may(room: str) -> None:
    strangers = {
        f"{module.relative_to(ROOT)} -> {name}"
        for module in modules(room)
        for name in imports(module)
        if name.split(".")[0] == "mrdb" and not f"{name}.".startswith(tuple(f"{one}." for one in ROOMS[room]))
    }
    assert strangers == set()


@pytest.mark.parametrize("room", [one for one in LAYERS if one.startswith("mrdb/")] + list(ROOMS))
def test_house_room_explains_itself_in_its_first_line(room: str) -> None:
    said = ast.get_docstring(ast.parse((ROOT / room / "__init__.py").read_text(encoding="utf-8")))
    assert said is not None
    assert len(said.partition("\n")[0].split()) > 4


@pytest.mark.parametrize("library", OWNERS)
def test_house_library_has_one_owner(library: str) -> None:
    homes = {home for place in OWNERS[library] for home in modules(place)}
    users = {
        module
        for place in ("mrdb", "pages", "app.py")
        for module in modules(place)
        if any(name.split(".")[0] == library for name in imports(module))
    }
    assert users - homes == set()


def test_house_only_config_reads_the_environment() -> None:
    readers = {m.name for m in modules("mrdb") + modules("pages") if "os.environ" in m.read_text(encoding="utf-8")}
    assert readers == {"config.py"}


@pytest.mark.parametrize(("call", "home"), [("fragment|dialog", "sign_in.py"), ("stop", "screen.py")])
def test_house_screen_has_one_way_to_be_drawn_in_part(call: str, home: str) -> None:
    """Fragments and dialogs run without the entry: those of ``views.sign_in`` ask first who may still come in. After
    ``st.stop`` nothing more is drawn, so that what was typed would go untold: a page that has no more to show goes on.
    """
    screens = [*(ROOT / "mrdb" / "views").glob("*.py"), *(ROOT / "pages").glob("*.py")]
    assert {path.name for path in screens if re.search(rf"st\.({call})\b", path.read_text("utf-8"))} == {home}


def test_house_what_a_click_writes_goes_where_it_is_asked_who_writes() -> None:
    """Beside it stands the sign-in alone, and what it notes in the access log: who only looks writes nothing else."""
    files = modules("mrdb/views") + modules("pages")
    assert {one.name for one in files if "transaction(" in one.read_text("utf-8")} == {"sign_in.py", "user.py"}
