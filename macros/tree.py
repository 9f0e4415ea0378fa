"""A page's HTML as a tree of plain data, for a typesetter that shall not read markup."""

import re
from html.parser import HTMLParser
from urllib.parse import urljoin

Node = dict[str, object]
SPACES = re.compile(r"\s+")
OUTSIDE = ("https://", "http://", "mailto:", "tel:")
INLINE = ("a", "strong", "span", "em", "abbr", "time", "svg")


def tree(html: str, address: str) -> Node:
    """The elements of sound HTML without void elements: each as tag, classes, link, and what is in it.

    address: the page's own; links are given in full, and left out where that cannot be done. What is
    hidden or folded away is left out. Runs of blanks are one blank, and none where a block begins or ends.
    """
    reader = _Reader(address)
    reader.feed(html)
    return reader.root


def words_of(node: Node) -> str:
    """All the text of a tree, in its order."""
    inside = node["of"]
    assert isinstance(inside, list)
    return "".join(each if isinstance(each, str) else words_of(each) for each in inside)


class _Reader(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self.root: Node = {"tag": "div", "classes": [], "link": "", "of": []}
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        link = urljoin(self.address, held["href"] or "") if "href" in held else ""
        node: Node = {
            "tag": tag,
            "classes": (held.get("class") or "").split(),
            "link": link if link.startswith(OUTSIDE) else "",
            "of": [],
        }
        if "hidden" not in held and tag != "details":
            self._add(node)
        self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        inside = self.open.pop()["of"]
        assert isinstance(inside, list)
        if tag not in INLINE and inside and isinstance(inside[-1], str):
            inside[-1:] = filter(None, [inside[-1].rstrip()])

    def handle_data(self, data: str) -> None:
        said = SPACES.sub(" ", data)
        said = said.lstrip() if self._begins() else said
        if said:
            self._add(said)

    def _begins(self) -> bool:
        """Whether what comes next begins a block, or follows one."""
        inside = self.open[-1]["of"]
        assert isinstance(inside, list)
        if not inside:
            return self.open[-1]["tag"] not in INLINE
        return isinstance(inside[-1], dict) and inside[-1]["tag"] not in INLINE

    def _add(self, part: Node | str) -> None:
        inside = self.open[-1]["of"]
        assert isinstance(inside, list)
        inside.append(part)
