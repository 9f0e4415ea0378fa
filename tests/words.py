"""How plain the words of the built pages are. `python -m tests.words FOLDER` prints it of each page.

Headings, labels and what is quoted from a policy are left out; of the rest, whatever ends like a
sentence counts as one. Reading age: the Automated Readability Index (Senter and Smith, 1967), a
school grade in the United States, plus five. It counts letters, so nothing has to be guessed.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import html5lib

BLOCKS = {
    *("address", "aside", "footer", "header", "main", "section"),
    *("div", "p", "dl", "dd", "ol", "ul", "li"),
    *("table", "tbody", "tr", "td"),
}
ELEMENTS = (
    "blockquote button caption code dt h1 h2 h3 h4 label legend nav pre q script style summary template th"
)
LEFT_OUT = frozenset(ELEMENTS.split())
CLASSES = frozenset(["eg-quote", "eg-stamp", "eg-print-head", "eg-hidden", "eg-answer__hint", "headerlink"])
QUOTED = re.compile("“[^”]*”")
ENDS = re.compile(r"(?<=[.!?])[”’)]*\s+")
WORD = re.compile(r"[^\W_]+(?:[’'.,/-][^\W_]+)*")


@dataclass(frozen=True, kw_only=True)
class Measured:
    """A page's sentences. words: of each its number of words; letters: of all."""

    words: tuple[int, ...]
    letters: int
    longest: str

    @property
    def median(self) -> float:
        return median(self.words) if self.words else 0

    @property
    def reading_age(self) -> float:
        """In years; 0 where there is no sentence."""
        total = sum(self.words)
        grade = 4.71 * self.letters / total + 0.5 * total / len(self.words) - 21.43 if total else -5
        return grade + 5

    @property
    def line(self) -> str:
        return (
            f"{len(self.words):>4} sentences, median {self.median:>4.1f} words, "
            f"longest {max(self.words, default=0):>2}, reading age {self.reading_age:>4.1f}"
        )


def measured(html: str) -> Measured:
    """The measures of one page."""
    found = list(sentences(html))
    words = [WORD.findall(each) for each in found]
    longest = max(zip(words, found, strict=True), key=lambda pair: len(pair[0]), default=((), ""))[1]
    letters = sum(sum(map(str.isalnum, word)) for each in words for word in each)
    return Measured(words=tuple(map(len, words)), letters=letters, longest=longest)


def sentences(html: str) -> Iterator[str]:
    """What ends like a sentence and has three words, each once; a quotation counts as one word."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    parts = [each for each in tree.iter() if each.get("id") == "eg-content" or each.tag == "main"]
    content = parts[-1]  # the content within the main part; a card to embed has that alone
    text = QUOTED.sub("quotation", "".join(_text(content)))
    lines = (" ".join(line.split()) for line in text.split("\0"))
    found = (each for line in lines for each in ENDS.split(line))
    yield from dict.fromkeys(each for each in found if each[-1:] in ".!?:" and len(WORD.findall(each)) > 2)


def _text(element: Any) -> Iterator[str]:
    """The text of an element; a zero where a block begins or ends."""
    edge = "\0" if element.tag in BLOCKS else " " if element.tag == "br" else ""
    if element.tag not in LEFT_OUT and not CLASSES & set((element.get("class") or "").split()):
        yield edge + (element.text or "")
        for child in element:
            yield from _text(child)
            yield child.tail or ""
        yield edge


def main(folder: Path) -> None:
    """Prints the measures of each page, the plainest first."""
    files = {file.relative_to(folder): measured(file.read_text("utf-8")) for file in folder.rglob("*.html")}
    for file, page in sorted(files.items(), key=lambda pair: (pair[1].median, pair[1].reading_age)):
        print(f"{file.as_posix().removesuffix('index.html') or '/':<54}{page.line}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
