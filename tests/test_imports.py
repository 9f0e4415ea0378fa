"""The import table of the house: who may use what."""

import ast
import sys
from pathlib import Path

import pytest

from macros.date_table.files import MADE_BY
from tests.conftest import ROOT

ONE_FILE_EACH = {  # library: the only file of macros that imports it; of MkDocs one builds, one serves
    "yaml": "read_yaml.py",
    "jinja2": "render.py",
    "markupsafe": "render.py",
    "mkdocs": ("adapter_mkdocs.py", "mkdocs_frame.py"),
    "properdocs": "adapter_mkdocs.py",
    "brotli": "precompress.py",
    "filelock": "cache.py",
    "pagefind": "pagefind.py",
    "playwright": "chromium.py",
    "segno": "qr.py",
    "typst": "press.py",
}
CLOCK = ("today", "now", "utcnow")  # the module time is closed as a whole


def modules(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def imported(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{file}: write imports in full"
            found.add(str(node.module).split(".")[0])
    return found


@pytest.mark.parametrize("file", modules("helper"), ids=lambda file: file.name)
def test_the_helper_uses_itself_and_the_standard_library(file: Path) -> None:
    assert imported(file) - {"helper"} <= sys.stdlib_module_names


@pytest.mark.parametrize("file", modules("helper"), ids=lambda file: file.name)
def test_the_helper_opens_no_file_no_network_and_reads_no_clock(file: Path) -> None:
    closed = {"os", "pathlib", "io", "socket", "urllib", "http", "time", "subprocess", "random"}
    assert not imported(file) & closed
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            assert name not in (*CLOCK, "open", "print", "eval", "exec"), f"{file}:{node.lineno}"


@pytest.mark.parametrize("file", modules("macros"), ids=lambda file: file.name)
def test_each_library_is_used_in_one_file(file: Path) -> None:
    allowed = {
        library
        for library, only in ONE_FILE_EACH.items()
        if file.name in (only if isinstance(only, tuple) else (only,))
    }
    others = imported(file) - {"helper", "macros"} - sys.stdlib_module_names
    assert others <= allowed


@pytest.mark.parametrize("file", modules("macros"), ids=lambda file: file.name)
def test_macros_do_no_sums_with_dates(file: Path) -> None:
    text = file.read_text("utf-8")
    assert "timedelta" not in text
    assert "bank_holidays.PUBLISHED" not in text


def scripts(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*.js") if "node_modules" not in file.parts)


def test_no_script_has_a_word_that_a_rule_would_need() -> None:
    """A sample of such words, in our own scripts. A rule in other words would not be seen."""
    words = ("step 1", "stage 1", "manager", "working day", "safeguarding", "not_agreed", "priority")
    found = scripts(ROOT / "helper" / "web")
    assert {"web", "search", "offline"} == {file.parent.name for file in found}
    for file in found:
        text = file.read_text("utf-8").lower()
        assert not [word for word in words if word in text], file


def test_a_date_table_is_made_again_once_anything_that_makes_it_has_changed() -> None:
    known = {file for pattern in MADE_BY for file in ROOT.glob(pattern)}
    assert makers(ROOT / "macros" / "date_table" / "table.py", set()) <= known


def makers(file: Path, found: set[Path]) -> set[Path]:
    """A module of ours and all that it imports, by whatever way."""
    found.add(file)
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            used = ROOT / f"{str(node.module).replace('.', '/')}.py"
            if used.exists() and used not in found:
                makers(used, found)
    return found
