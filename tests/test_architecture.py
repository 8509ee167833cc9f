"""The walls of the house: imports run one way, rooms know only what they may."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# Which rooms a room may import from, besides itself.
MAY_IMPORT = {
    "models": set(),
    "extractors": {"models"},
    "outputs": {"models"},
    "flows": {"models", "extractors", "outputs", "samples"},
    "samples": {"models"},
}
SOURCES = [path for room in MAY_IMPORT for path in sorted((ROOT / room).rglob("*.py"))]


def imported(path: Path) -> set[str]:
    """Full names of the modules that a file imports, inside functions too."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names.add(node.module or "")
    return names


def test_there_is_something_to_check():
    assert len(SOURCES) > 30


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_run_one_way(path):
    room = path.relative_to(ROOT).parts[0]
    rooms = {name.split(".")[1] for name in imported(path) if name.startswith("selaras.")}
    assert rooms <= MAY_IMPORT[room] | {room}


@pytest.mark.parametrize(
    ("room", "forbidden"),
    [
        (
            "models",
            {
                "prefect",
                "sqlalchemy",
                "pdfplumber",
                "spacy",
                "os",
                "pathlib",
                "shutil",
                "subprocess",
                "socket",
            },
        ),
        ("outputs", {"prefect", "sqlalchemy", "pdfplumber", "spacy"}),
        ("extractors", {"prefect", "sqlalchemy", "networkx"}),
    ],
)
def test_rooms_know_only_what_they_may(room, forbidden):
    for path in (ROOT / room).rglob("*.py"):
        roots = {name.partition(".")[0] for name in imported(path)}
        assert not roots & forbidden, path


PHRASES = sorted((ROOT / "extractors" / "phrases").glob("*.py"))


@pytest.mark.parametrize("path", PHRASES, ids=lambda path: path.stem)
def test_phrases_know_neither_spacy_nor_pages(path):
    ours = {name for name in imported(path) if name.startswith("selaras.extractors")}
    assert all(
        name.startswith(("selaras.extractors.phrases", "selaras.extractors.data_files")) for name in ours
    )
    assert not any(name.partition(".")[0] == "spacy" for name in imported(path))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_dangerous_is_used(path):
    code = path.read_text(encoding="utf-8")
    assert not re.search(r"\b(?:pickle|yaml\.load|shell=True|os\.system|eval\(|exec\()", code)


def test_every_package_is_installed():
    listed = set(re.findall(r'"(selaras(?:\.\w+)+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8")))
    found = {
        ".".join(("selaras", *path.parent.relative_to(ROOT).parts))
        for room in MAY_IMPORT
        for path in (ROOT / room).rglob("__init__.py")
    }
    assert found <= listed
