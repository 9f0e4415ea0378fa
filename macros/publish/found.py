"""What search engines read: robots.txt, and sitemap.xml where the site's address is known."""

from collections.abc import Container, Iterator
from pathlib import Path
from urllib.parse import quote

from macros.render import render

UNLISTED = ("offline/",)
"""Pages that say nothing by themselves; the states of the helper are parts of one page, so none is listed."""


def for_search_engines(site: Path, url: str, redirects: Container[str]) -> None:
    """Writes both files; no sitemap without the site's address, as its lines must be whole addresses."""
    for made_by_the_builder in site.glob("sitemap.xml*"):
        made_by_the_builder.unlink()
    lines = ["User-agent: *", "Allow: /"]
    if url:
        whole = f"{url.rstrip('/')}/"
        listed = [whole + quote(address) for address in sorted(_pages(site, redirects))]
        (site / "sitemap.xml").write_text(render("sitemap", addresses=listed) + "\n", "utf-8")
        lines.append(f"Sitemap: {whole}sitemap.xml")
    (site / "robots.txt").write_text("\n".join([*lines, ""]), "utf-8")


def _pages(site: Path, redirects: Container[str]) -> Iterator[str]:
    """The address of each page that a search may lead to, below the site's root."""
    for file in site.rglob("index.html"):
        address = file.relative_to(site).as_posix().removesuffix("index.html")
        if f"/{address}" not in redirects and not address.endswith(("embed/", *UNLISTED)):
            yield address
