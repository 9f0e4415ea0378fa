"""The HTML, CSS and SVG of the site, read by the W3C's own checker (vnu)."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from macros.kinds import KINDS
from tests.conftest import ROOT

JAR = ROOT / "tests" / "vnu" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
WITHOUT = "no Java or no vnu.jar: HTML was read with html5lib alone (tests/test_pages.py)"
OPTIONS = ("--format", "json", "--no-langdetect", "--stdout", "--exit-zero-always")
POLICY_KINDS = [f"sefton/{kind.folder}index.html" for kind in KINDS]
OTHERS = ["barnet/index.html", "bedfordshire/what-now/index.html", "general-guide/index.html"]
NO_FAULT = {  # what it says, why that is no fault
    "The “list” role is unnecessary": "Safari takes a list without bullets for no list, unless told",
    "Resource violates Content Security Policy": "files on disk have no origin, which 'self' means",
    "Inline style violates Content Security Policy": "it does not know hashes; tests/test_pages.py does",
    "Inline script violates Content Security Policy": "the same",
    "CSS: “field-sizing”": "younger than the checker; a browser without it keeps the height of the field",
    "CSS: “container-type”": "the same; without it Quick exit stays in the header's one row",
    "CSS: Unrecognized at-rule “@container”": "the same",
    "Consider using the “h1” element": "each question and next step is shown alone, with its own h1",
}


def said(*files: Path, also: tuple[str, ...] = ()) -> list[str]:
    """What the checker says of the files, without what is no fault."""
    run = subprocess.run(
        ["java", "-Xss1m", "-jar", JAR, *OPTIONS, *also, *files], capture_output=True, text=True, check=True
    )
    found = [
        each for each in json.loads(run.stdout)["messages"] if not each["message"].startswith(tuple(NO_FAULT))
    ]
    return [f"{each.get('url', '')}:{each.get('lastLine')}: {each['message']}" for each in found]


needs_java = pytest.mark.skipif(not (shutil.which("java") and JAR.is_file()), reason=WITHOUT)


@needs_java
@pytest.mark.thorough
def test_the_checker_finds_nothing_wrong(site_folder: Path) -> None:
    """Every page that no policy has, every page of one policy, and those of other kinds of policy."""
    own = [
        file
        for file in site_folder.rglob("*.html")
        if not re.search("/(sefton|barnet|b[er].*shire|general-)", str(file))
    ]
    files = {*own, *(site_folder / each for each in (*POLICY_KINDS, *OTHERS))}
    assert said(*sorted(files)) == []


@needs_java
@pytest.mark.thorough
def test_the_checker_finds_nothing_wrong_with_styles_and_drawings(site_folder: Path) -> None:
    styles, drawings = (
        site_folder.glob("assets/stylesheets/site-*.css"),
        site_folder.glob("assets/images/*.svg"),
    )
    assert said(*styles, *drawings, also=("--also-check-css", "--also-check-svg")) == []


@needs_java
def test_the_checker_sees_a_fault(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><html lang=en><title>x</title><dl><div><p>x</p></div></dl>", "utf-8")
    assert [line for line in said(page) if "Element “p” not allowed" in line]
