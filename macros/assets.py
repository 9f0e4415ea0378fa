"""The page script, our stylesheets and the icon: one file each, its name made from its content."""

import base64
import hashlib
import json
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from macros.content_policy import ALONE, content_policy
from macros.node import node

ROOT = Path(__file__).parent.parent
WEB, STYLES = ROOT / "helper" / "web", ROOT / "docs" / "styles"
FOLDERS = (WEB, WEB / "offline", WEB / "search", STYLES)
"""Where a bundle's files stand: a change in any of them makes it anew."""
ESBUILD = WEB / "node_modules" / "esbuild" / "bin" / "esbuild"
BUNDLES = {
    "script": (WEB / "page.js", "assets/scripts/page-{}.js"),
    "search": (WEB / "search" / "search.js", "assets/scripts/search-{}.js"),
    "styles": (STYLES / "site.css", "assets/stylesheets/site-{}.css"),
}
"""Of each part of a page's frame, and the search: the file that names the others, where it is published."""
WITHIN = {"styles": STYLES / "helper.css", "script": WEB / "helper.js"}
"""What the helper's page carries within itself: only what it needs, as every letter counts there."""
ICON = ROOT / "docs" / "assets" / "images" / "favicon.png", "assets/images/favicon-{}.png"
"""The helper's page carries it within itself: Chromium asks for a file of it again at every answer."""
NAMES = "assets/frame.json"
OPTIONS = ("--bundle", "--minify", "--format=esm", "--charset=utf8", "--log-level=warning")


class AssetsError(RuntimeError):
    """A script or stylesheet that cannot be bundled. The text says where and why."""


def asset_files() -> Iterator[tuple[str, bytes]]:
    """Each file as (path, bytes), and assets/frame.json, which names the path of each part."""
    yield from ((path.format(_hash(content)), content) for _, path, content in _parts())
    yield NAMES, (json.dumps(asset_names(), indent=1) + "\n").encode()


def asset_names() -> dict[str, str]:
    """The path of each part's file below the site's root."""
    return {part: path.format(_hash(content)) for part, path, content in _parts()}


def within() -> dict[str, str]:
    """The helper's own stylesheet and script, as text, and the icon, as an address that holds it."""
    icon = base64.b64encode(ICON[0].read_bytes()).decode()
    parts = {part: bundle(entry).decode() for part, entry in WITHIN.items()}
    return {**parts, "icon": f"data:image/png;base64,{icon}"}


def page_policy() -> str:
    """What every page says it may load."""
    held = within()
    return content_policy([held["styles"]], [held["script"]])


def header_policy() -> str:
    """The same in a header, which can also refuse frames."""
    return f"{page_policy()}; {ALONE}"


def _parts() -> Iterator[tuple[str, str, bytes]]:
    """Of each part: its name, its path with a gap for the hash, its content."""
    yield from ((part, path, bundle(entry)) for part, (entry, path) in BUNDLES.items())
    icon, path = ICON
    yield "icon", path, icon.read_bytes()


def bundle(entry: Path) -> bytes:
    """The bundle as the files are now; made again only if one of them has changed."""
    sources = sorted(each for folder in FOLDERS for each in folder.glob(f"*{entry.suffix}"))
    return _bundled(entry, tuple(source.read_bytes() for source in sources))


@cache
def _bundled(entry: Path, sources: tuple[bytes, ...]) -> bytes:  # noqa: ARG001
    """What esbuild makes of the entry and all that it imports. Raises AssetsError with its words."""
    program = node()
    if not program or not ESBUILD.is_file():
        raise AssetsError(f"node or {ESBUILD} is missing. Run ./dev serve: it installs them.")
    run = subprocess.run([program, ESBUILD, entry, *OPTIONS], capture_output=True, check=False)
    if run.returncode or run.stderr:
        raise AssetsError(f"{entry.name} cannot be bundled:\n{run.stderr.decode()}")
    return run.stdout


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:10]
