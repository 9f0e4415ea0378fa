"""A part of the site as `guide build` leaves it, compressed copies and all: pages of every kind."""

import shutil
from pathlib import Path

from macros.precompress import precompress

BASE = "/escalation/guide/"
FOLDERS = ("about", "api", "sefton", "assets/scripts", "assets/stylesheets", "assets/dates")
FILES = ("index.html", "404.html", "sw.js", "_headers")
UNCOMPRESSED = (
    "assets/images",
    "assets/engine",
    "assets/saved",
    "assets/search",
    "assets/compare",
    "areas",
    "compare",
    "what-now",
    "offline",
    "search",
)
PLACES = [  # what is asked for, and the file that it is
    ("", "index.html"),
    ("areas/", "areas/index.html"),
    ("compare/", "compare/index.html"),
    ("what-now/", "what-now/index.html"),
    ("sefton/", "sefton/index.html"),
    ("sefton/procedure/", "sefton/procedure/index.html"),
    ("sefton/flowchart/", "sefton/flowchart/index.html"),
    ("sefton/briefing/", "sefton/briefing/index.html"),
    ("sefton/practice/", "sefton/practice/index.html"),
    ("sefton/practice/facilitator/", "sefton/practice/facilitator/index.html"),
    ("sefton/what-now/", "sefton/what-now/index.html"),
    ("sefton/embed/", "sefton/embed/index.html"),
    ("sefton/changes/", "sefton/changes/index.html"),
    ("sefton/proof/", "sefton/proof/index.html"),
    ("sefton/proof/paths.csv", "sefton/proof/paths.csv"),
    ("offline/", "offline/index.html"),
    ("about/", "about/index.html"),
    ("about/decisions/", "about/decisions/index.html"),
    ("api/v1/policies.json", "api/v1/policies.json"),
    ("sw.js", "sw.js"),
]


def publish(site: Path, folder: Path) -> None:
    """Puts that part of the site into the folder; the rest is not compressed, which would take long."""
    for name in FOLDERS:
        shutil.copytree(site / name, folder / name)
    for name in FILES:
        shutil.copy(site / name, folder)
    precompress(folder)
    for name in UNCOMPRESSED:
        shutil.copytree(site / name, folder / name)
