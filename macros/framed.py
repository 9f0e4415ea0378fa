"""The frame around the pages that are written at once, without being read as Markdown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from macros.outputs import Output
from macros.page import Page
from macros.search.headings import with_addresses
from macros.search.words import UNSEARCHED, filters

FRAMES = {"embed": "embed.html"}
"""The card that other sites show in a frame of theirs has none of ours around it."""
FRAME = "main.html"


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A page as the frame's templates read it: by the names that MkDocs gives its own."""

    title: str
    meta: Mapping[str, object]
    content: str
    url: str
    canonical_url: str | None


@dataclass(frozen=True, kw_only=True)
class Site:
    """A folder that files and framed pages are written to.

    template: gives each frame by its name. values: what the site builder gives to all of them; frame:
    the same as text, another one whenever a frame can be different. address: the site's own, empty
    where it is not known.
    """

    folder: Path
    template: Callable[[str], Any]
    values: Mapping[str, object]
    frame: str
    address: str

    def write(self, output: Output) -> None:
        """Writes one output, a page in its frame."""
        self.put(output.built, self.content(output))

    def put(self, path: str, content: bytes) -> None:
        """Writes one file."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    def content(self, output: Output) -> bytes:
        """What is published of an output: a page in its frame, anything else as it is."""
        content = self.framed(output.page) if output.page else output.content
        return content if isinstance(content, bytes) else content.encode()

    def framed(self, page: Page) -> str:
        """The whole page."""
        url = page.path.removesuffix("index.md") or "./"
        shown = Shown(
            title=page.title,
            meta=meta_of(page, url),
            content=content_of(page),
            url=url,
            canonical_url=urljoin(self.address, url) if self.address else None,
        )
        text: str = self.template(FRAMES.get(page.kind, FRAME)).render(page=shown, **self.values)
        return text


def meta_of(page: Page, url: str) -> dict[str, object]:
    """What the frame is told of a page at an address, with what a search can choose it by."""
    told = page.meta()
    return {**told, "filters": filters(told, url, page.body)}


def content_of(page: Page) -> str:
    """The page's body, with addresses at the headings that a search leads to."""
    return page.body if page.kind in UNSEARCHED else with_addresses(page.body)
