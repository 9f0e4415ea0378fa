"""The same text by plain Jinja, and by Hugo where it is there: what a build is held against."""

import json
import shutil
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

TEXTS = "texts.jsonl"
JINJA = """
import json, sys
from pathlib import Path
from jinja2 import Environment
texts, site = map(Path, sys.argv[1:])
page = Environment(autoescape=True, trim_blocks=True).from_string('''<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title></head><body>
{% for tag, text in blocks %}
<{{ tag }}>{{ text }}</{{ tag }}>
{% endfor %}
</body></html>
''')
for line in texts.open():
    told = json.loads(line)
    file = site / told["path"]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(page.render(told))
"""
"""Nothing of ours is in it: the text as JSON, a page a line, one template, a file for each."""
UNSEEN = ("script", "style", "svg")
HUGO = {
    "hugo.toml": 'baseURL = "/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "home", "section"]\n',
    "layouts/_default/single.html": (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>'
        "<body>{{ .Content }}</body></html>\n"
    ),
}


class _Blocks(HTMLParser):
    """The text of a page's own part, each piece with the element that it stands in."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.title = ""
        self.blocks: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if ("id", "eg-content") in attrs or (tag == "main" and "eg-content" in str(dict(attrs).get("class"))):
            self.open = ["main"]
        elif tag == "title" or self.open:
            self.open += [] if tag in VOID else [tag]

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            del self.open[len(self.open) - 1 - self.open[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if text := " ".join(data.split()):
            if self.open == ["title"]:
                self.title = text
            elif self.open and not set(UNSEEN) & set(self.open):
                self.blocks.append((self.open[-1], text))


VOID = frozenset(["br", "hr", "img", "input", "link", "meta", "source", "wbr"])


def write_texts(site: Path, folder: Path) -> int:
    """The text of every page of a site, for both; how many pages that is."""
    with (folder / TEXTS).open("w", encoding="utf-8") as file:
        pages = 0
        for page in _texts(site):
            file.write(json.dumps(page, ensure_ascii=False) + "\n")
            pages += 1
    return pages


def _texts(site: Path) -> Iterator[dict[str, object]]:
    for file in sorted(site.rglob("*.html")):
        reader = _Blocks()
        reader.feed(file.read_text("utf-8"))
        yield {"path": file.relative_to(site).as_posix(), "title": reader.title, "blocks": reader.blocks}


def jinja(folder: Path) -> list[str]:
    """The command that makes the pages by plain Jinja."""
    return [sys.executable, "-c", JINJA, TEXTS, "plain"]


def hugo(folder: Path) -> list[str]:
    """The command that makes them by Hugo; none where it is not installed."""
    program = shutil.which("hugo")
    if not program:
        return []
    for name, text in HUGO.items():
        file = folder / "hugo" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    for line in (folder / TEXTS).open(encoding="utf-8"):
        page = json.loads(line)
        file = folder / "hugo" / "content" / page["path"].replace("index.html", "page.html")
        file.parent.mkdir(parents=True, exist_ok=True)
        body = "\n".join(f"<{tag}>{text}</{tag}>" for tag, text in page["blocks"])
        file.write_text(f"---\ntitle: {json.dumps(page['title'])}\n---\n{body}\n", "utf-8")
    return [program, "--source", "hugo", "--quiet"]
