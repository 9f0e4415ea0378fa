"""What is served while somebody works on the site is what the build would make of the same files."""

import os
import re
from pathlib import Path

import pytest

from macros.outputs import outputs
from macros.policies import policy_files, read_policies
from macros.serve import read_all
from macros.serving.edition import Edition
from macros.serving.library import Library
from macros.serving.looks import Settled
from macros.serving.site import Site
from tests.conftest import ROOT
from tests.versions import with_versions

LEFT_OUT = re.compile(r"assets/saved/|sw(-off)?\.js$")
"""Only a site that is built is saved on a device."""


def site_of(folder: Path) -> Site:
    """The site of a project, every policy read and gone through."""
    library = Library(folder / "policies")
    site = Site(library, folder / "mkdocs.yml")
    read_all(library, Edition(1))
    return site


@pytest.fixture(scope="module")
def real() -> Site:
    return site_of(ROOT)


def as_built(page: str) -> str:
    """What a built page has and a served one has not: the address of the worker that saves pages."""
    return re.sub(r' data-worker="[^"]*"', "", page)


def test_every_output_of_the_build_is_served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page, of earlier versions too; of everything else each byte."""
    monkeypatch.chdir(with_versions(tmp_path))
    served = site_of(Path())
    for output in outputs(read_policies(policy_files())):
        if not LEFT_OUT.match(output.path):
            answer = served.answer(f"/{output.built.removesuffix('index.html')}")
            assert answer.status == 200, output.path
            if not output.page:
                content = output.content
                assert answer.content == (content.encode() if isinstance(content, str) else content)


@pytest.mark.parametrize(
    "address",
    ["sefton/", "barnet/what-now/", "sefton/embed/", "barnet/procedure/", "compare/barnet/sefton/"]
    + ["site-map/", "about/", "about/decisions/", "about/glossary/", "about/offline/"],
)
def test_a_served_page_is_the_built_page(site_folder: Path, real: Site, address: str) -> None:
    built = (site_folder / address / "index.html").read_text("utf-8")
    assert real.answer(f"/{address}").content.decode() == as_built(built)


def test_an_edition_is_waited_for() -> None:
    edition = Edition(7)
    assert edition.after(6, 10) == 7
    assert edition.after(7, 0.01) == 7, "nothing new: the answer comes all the same"
    edition.next()
    assert edition.after(7, 10) == 8


def test_a_change_is_told_once_two_looks_agree(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("good")
    looks = Settled(lambda: tmp_path.glob("*.yaml"))
    assert looks.changes() == frozenset()
    file.write_text("")
    assert looks.changes() == frozenset(), "it may be filled again at once"
    file.write_text("better")
    assert looks.changes() == frozenset()
    assert looks.changes() == {file}
    assert looks.changes() == frozenset()


def test_a_file_that_came_and_went_is_told_of(tmp_path: Path) -> None:
    """Somebody may have asked for its page meanwhile."""
    file = tmp_path / "a.yaml"
    looks = Settled(lambda: tmp_path.glob("*.yaml"))
    file.write_text("new")
    assert looks.changes() == frozenset()
    file.unlink()
    assert looks.changes() == frozenset()
    assert looks.changes() == {file}


def test_two_edits_of_one_length_at_one_time_are_told_apart(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("one")
    held = file.stat()
    looks = Settled(lambda: tmp_path.glob("*.yaml"))
    file.write_text("two")
    os.utime(file, ns=(held.st_atime_ns, held.st_mtime_ns))
    assert looks.changes() == frozenset()
    assert looks.changes() == {file}


def test_a_file_that_is_only_touched_is_not_told_of(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("one")
    looks = Settled(lambda: tmp_path.glob("*.yaml"))
    os.utime(file)
    assert looks.changes() == looks.changes() == frozenset()
