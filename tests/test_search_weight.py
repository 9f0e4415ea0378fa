"""What a first search fetches, and how the words of an index lie in its parts."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.bench_search import TYPED, fetched, grown
from macros.host import Host, hosted
from macros.search import parts
from macros.search.packed import items, read, text_at
from macros.search.pagefind import write_index
from tests.site import reader
from tests.test_search import search

MOST = 170
"""KB."""
TYPED_TOO = ("LADO", "ICPC", "multi-agency safeguarding hub", "two working days", "children’s social care")
"""Of all that we tried, these need most parts or have the longest pages."""
PAGE = '<html lang="en"><body data-pagefind-body><h1>{0}</h1><p>{0}</p></body></html>'


@pytest.fixture(scope="module")
def ten(site_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """A site of ten partnerships: the real ones again and again."""
    site = tmp_path_factory.mktemp("ten") / "site"
    site.symlink_to(site_folder)
    with hosted(grown(site, 10), ("gzip",)) as held:
        yield held


@pytest.mark.parametrize("typed", [*TYPED, *TYPED_TOO])
def test_a_first_search_among_all_fetches_little(browser: Browser, ten: Host, typed: str) -> None:
    """In a new browser, until the first results stand. The page itself is not counted."""
    with reader(browser, ten.address) as someone:
        ten.sent.clear()
        someone.open("/search/")
        search(someone, typed, r"\d+ pages? found|No page found")
        assert 80 < fetched(ten) <= MOST


def test_a_lone_letter_neither_finds_nor_hides(browser: Browser, ten: Host) -> None:
    """Nobody wants every page with an "I" for a word that no page has, nor fewer pages for "a meeting"."""
    with reader(browser, ten.address) as someone:
        someone.open("/search/")
        search(someone, "ippon", "No page found")
        assert search(someone, "a child") == search(someone, "child")
        assert search(someone, '"a child"', r"\d+ pages? found")


def words_of_parts(index: Path) -> list[tuple[str, str, list[str]]]:
    """Each part as (first, last, words), in the order of the whole index."""
    (meta,) = index.glob("*.pf_meta")
    content = read(meta)
    told = []
    for start, _ in items(content, items(content)[parts.PARTS][0]):
        first, last, name = (text_at(content, at) for at, _ in items(content, start))
        part = read(index / "index" / f"{name}.pf_index")
        words = [text_at(part, items(part, at)[0][0]) for at, _ in items(part, items(part)[0][0])]
        told.append((first, last, words))
    return told


def index_of(pages: Path, words: str) -> Path:
    """An index of one page, cut into parts."""
    pages.mkdir()
    (pages / "index.html").write_text(PAGE.format(words), "utf-8")
    write_index(pages, pages / "index", word_by_word=True)
    parts.into_parts(pages / "index")
    return pages / "index"


def test_words_that_begin_alike_are_fetched_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "FULL", 100)
    told = words_of_parts(
        index_of(tmp_path / "site", "lead leader leaflet child children chair agree agency plan")
    )
    assert len(told) > 2
    assert all(first <= word <= last for first, last, words in told for word in words)
    assert [last for _, last, _ in told[:-1]] == [first for first, _, _ in told[1:]]
    for _, alike in groupby(
        sorted(word for _, _, words in told for word in words), key=lambda word: word[:2]
    ):
        together = {*alike}
        assert any(together <= {*words} for _, _, words in told), together


def test_words_that_do_not_fit_in_a_part_are_parted_by_more_letters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "FULL", 1)
    told = words_of_parts(index_of(tmp_path / "site", "the there them a plan"))
    assert [words for _, _, words in told] == [["a"], ["plan"], ["the"], ["them"], ["there"]]
    assert all(first <= word <= last for first, last, (word,) in told)
    assert [last for _, last, _ in told] == [
        f"a{parts.LAST}",
        f"p{parts.LAST}",
        "the",
        f"them{parts.LAST}",
        parts.LAST,
    ]
