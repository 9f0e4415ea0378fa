"""The ways out: the same site by every site builder, with all that keeps a reader safe."""

from pathlib import Path

import pytest

from macros.builders import BUILDERS, NoBuilder, python_of
from tests import test_pages, test_theme_faults
from tests.builders import built, difference
from tests.conftest import MadeOnce

OTHERS = [pytest.param(builder, marks=pytest.mark.thorough) for builder in BUILDERS[1:]]


@pytest.fixture(scope="module")
def by_mkdocs(made_once: MadeOnce) -> Path:
    """The site as it is published; it knows its address."""
    return made_once("by-mkdocs", lambda folder: built(BUILDERS[0], folder)) / BUILDERS[0]


@pytest.fixture(scope="module", params=OTHERS)
def theirs(request: pytest.FixtureRequest, made_once: MadeOnce) -> Path:
    """The site by another builder."""
    builder: str = request.param
    return made_once(f"by-{builder}", lambda folder: built(builder, folder)) / builder


def test_another_builder_makes_the_same_pages(by_mkdocs: Path, theirs: Path) -> None:
    found = difference(by_mkdocs, theirs)
    assert (found.missing, found.more) == ([], [])
    assert found.pages == []
    assert found.files == []


def test_what_keeps_readers_safe_is_on_every_page_of_theirs(theirs: Path) -> None:
    addresses = sorted(file.relative_to(theirs).as_posix() for file in theirs.rglob("*.html"))
    test_pages.test_999_is_on_every_page(theirs, addresses)
    test_pages.test_every_page_has_the_strict_content_policy_first(theirs, addresses)
    test_pages.test_only_the_helpers_page_carries_a_script_or_a_style(theirs, addresses)
    test_pages.test_nothing_on_a_page_comes_from_another_origin(theirs, addresses)
    test_pages.test_every_link_leads_somewhere(theirs, addresses)
    test_theme_faults.test_the_only_script_of_a_page_is_ours(theirs)


def test_a_builder_that_is_not_here_is_one_clear_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("macros.builders.OTHERS", tmp_path)
    with pytest.raises(NoBuilder, match=r"^zensical is missing\. Run \./dev build --builder zensical: it"):
        python_of("zensical")
