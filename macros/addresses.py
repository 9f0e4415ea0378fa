"""The list of every address ever published."""

from pathlib import Path

from macros.cache import write_whole

PUBLISHED = Path("policies/addresses.txt")


def addresses(site: Path) -> set[str]:
    """Every address of a site that somebody may keep: its pages and its API."""
    pages = {
        f"/{file.relative_to(site).as_posix().removesuffix('index.html')}" for file in site.rglob("*.html")
    }
    return pages | {f"/{file.relative_to(site).as_posix()}" for file in site.glob("api/**/*.json")}


def vanished(site: Path, published: Path = PUBLISHED) -> list[str]:
    """The addresses of the list that the site does not have."""
    return sorted(_listed(published) - addresses(site))


def note(site: Path, published: Path = PUBLISHED) -> int:
    """Adds what the site has to the list; how many addresses are new."""
    known, now = _listed(published), addresses(site)
    if now - known:
        write_whole(published, "".join(f"{each}\n" for each in sorted(known | now)).encode())
    return len(now - known)


def _listed(published: Path) -> set[str]:
    return set(published.read_text("utf-8").split()) if published.is_file() else set()
