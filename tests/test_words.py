"""Plain words: no page's median sentence has over twenty words, and its reading age is printed."""

from pathlib import Path

import pytest

from tests.words import measured, sentences

MOST_WORDS, OLDEST = 20, 14
PAGE = '<div id="eg-content">{}</div>'
TOLD = [  # html, sentences, why
    ("<h1>A heading of four.</h1><p>Ring them today. Then write it down!</p>", ["Ring them today.", "Then write it down!"], "headings are labels"),
    ("<p>It says “within two working days of it. Or at once” there.</p>", ["It says quotation there."], "a quotation is the policy's"),
    ("<ul><li>Your line manager</li><li>Ask your manager: today.</li></ul>", ["Ask your manager: today."], "what does not end is no sentence"),
    ("<p>Step 1 is here. <b>Ask <i>them</i></b> now.</p>", ["Step 1 is here.", "Ask them now."], "marks within a sentence"),
    ('<blockquote><p>All of it is theirs.</p></blockquote><p class="eg-quote">This as well is.</p>', [], "nor official passages"),
]  # fmt: skip


@pytest.mark.parametrize(("html", "found", "why"), TOLD, ids=[row[2] for row in TOLD])
def test_what_counts_as_a_sentence(html: str, found: list[str], why: str) -> None:
    assert list(sentences(PAGE.format(html))) == found


def test_the_measures_of_a_text_counted_by_hand() -> None:
    """3 and 5 words, 28 letters: 4.71 x 28 / 8 + 0.5 x 8 / 2 - 21.43 + 5 = 2.06."""
    page = measured(PAGE.format("<p>Ring them today. We come to you soon.</p>"))
    assert (page.words, page.letters, page.median) == ((3, 5), 28, 4)
    assert page.reading_age == pytest.approx(2.055)


@pytest.mark.parametrize(
    "pattern", ["[!bcg]*/**/*.html", pytest.param("**/*.html", marks=pytest.mark.thorough)]
)
def test_every_page_is_plain(site_folder: Path, pattern: str, capsys: pytest.CaptureFixture[str]) -> None:
    """In each run those of Sefton and of no policy."""
    pages = {
        file.relative_to(site_folder).as_posix(): measured(file.read_text("utf-8"))
        for file in sorted(site_folder.glob(pattern))
    }
    hardest = sorted(pages, key=lambda name: pages[name].reading_age)[-3:]
    with capsys.disabled():
        print("".join(f"\n{name} {pages[name].line}" for name in hardest), end=" ")
    assert {name: page.line for name, page in pages.items() if page.median > MOST_WORDS} == {}
    assert {name: page.line for name, page in pages.items() if page.reading_age > OLDEST} == {}
    assert not [name for name, page in pages.items() if len(page.words) < 3 and name != "404.html"]
