"""Has Lighthouse read every kind of page behind a real nginx, and writes down its marks and the day.

`python -m tests.lighthouse` takes a quarter of an hour. First: npm ci --ignore-scripts, in tests/lighthouse.
It writes the table of docs/about/speed.md, and prints what keeps a page from full marks. It ends with 1
where a mark is below its least. Addresses as arguments are read alone, and nothing is written.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from datetime import datetime
from pathlib import Path
from typing import Any

from helper.dates import words
from macros.build import build
from macros.publish.hosts import nginx
from macros.publish.nginx_here import any_port, running
from macros.written_part import SPEED, WrittenPart
from tests.conftest import ROOT
from tests.site import whole_chromium
from tests.test_axe import KINDS

HERE = Path(__file__).parent
PROGRAM = HERE / "node_modules" / "lighthouse" / "cli" / "index.js"
PART = WrittenPart(SPEED, "python -m tests.lighthouse")
LEAST = {"accessibility": 100, "best-practices": 100, "seo": 0, "performance": 95}
"""Of a hundred; no mark for search engines is asked for, as some pages must not be found by them."""
FORMS = {"phone": [], "desktop": ["--preset=desktop"]}
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"
PATIENCE = 240
TRIES = 4
HEAD = (
    "| Page | Accessibility | Best practices | Search engines | Speed, phone | Speed, computer |",
    "|---|---|---|---|---|---|",
)
Marks = dict[str, int]


def pages() -> list[str]:
    """The address of each kind of page, without what stands behind # in it."""
    found = dict.fromkeys(address.split("#")[0] for address in KINDS)
    return [address for address in found if address != "/404.html"]


def read(address: str, form: str) -> dict[str, Any]:
    """Lighthouse's report on a page. form: phone, with its slow line and computer, or desktop."""
    command = ["node", str(PROGRAM), address, "--output=json", "--quiet", f"--chrome-flags={FLAGS}"]
    command += [f"--only-categories={','.join(LEAST)}", *FORMS[form]]
    environment = {**os.environ, "CHROME_PATH": whole_chromium() or ""}
    for _ in range(TRIES):  # on a busy computer it sometimes sees no page load
        run = subprocess.run(
            command, capture_output=True, text=True, env=environment, check=False, timeout=PATIENCE
        )
        if not run.returncode:
            report: dict[str, Any] = json.loads(run.stdout)
            return report
    sys.exit(f"Lighthouse could not read {address}:\n{run.stderr[-2000:]}")


def marks(report: dict[str, Any]) -> Marks:
    return {name: round(100 * (each["score"] or 0)) for name, each in report["categories"].items()}


def lacking(report: dict[str, Any]) -> list[str]:
    """What counts in a mark and is not perfect, the weightiest first."""
    weighed = [
        (
            part["weight"] * (1 - audit["score"]),
            f"{name}: {audit['id']} {audit['score']:.2f} ({audit['title']})",
        )
        for name, category in report["categories"].items()
        for part in category["auditRefs"]
        if part["weight"] and (audit := report["audits"][part["id"]])["score"] not in (None, 1)
    ]
    return [text for _, text in sorted(weighed, reverse=True)]


def read_all(site: str, addresses: list[str]) -> tuple[dict[str, dict[str, Marks]], dict[str, list[str]]]:
    """The marks of each page by form, and for each thing lacking the pages that lack it."""
    found: dict[str, dict[str, Marks]] = {}
    lack: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        reports = {form: read(f"{site}{address}", form) for form in FORMS}
        found[address] = {form: marks(report) for form, report in reports.items()}
        print(address, found[address], file=sys.stderr, flush=True)
        for form, report in reports.items():
            for each in lacking(report):
                lack[each].append(f"{address} {form}")
    return found, lack


def below(found: dict[str, dict[str, Marks]]) -> list[str]:
    """Each mark that is less than it must be; on a computer the speed is held to the phone's least."""
    return [
        f"{address} {form}: {name} {mark}, at least {LEAST[name]}"
        for address, forms in found.items()
        for form, each in forms.items()
        for name, mark in each.items()
        if mark < LEAST[name]
    ]


def least(each: dict[str, Marks], name: str) -> int:
    return min(marks[name] for marks in each.values())


def table(found: dict[str, dict[str, Marks]], version: str, today: str) -> str:
    """The marks as Markdown."""
    rows = [
        f"| `{address}` | {least(each, 'accessibility')} | {least(each, 'best-practices')} | {least(each, 'seo')} "
        f"| {each['phone']['performance']} | {each['desktop']['performance']} |"
        for address, each in found.items()
    ]
    told = f"Read on {today} by Lighthouse {version}, once each, behind nginx on one computer."
    return "\n".join([*HEAD, *rows, "", told])


def main(addresses: list[str]) -> int:
    """Builds, reads and writes; 1 where a mark is too low."""
    if not PROGRAM.is_file():
        sys.exit("Lighthouse is missing. Run npm ci --ignore-scripts in tests/lighthouse.")
    port = any_port()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build(site=site, url=f"http://127.0.0.1:{port}/", compressed=True)
        site.parent.chmod(0o755)  # nginx is somebody else
        with running(nginx("/", str(site), f"127.0.0.1:{port}", brotli=True), port):
            found, lack = read_all(f"http://127.0.0.1:{port}", addresses or pages())
    if not addresses:
        version = json.loads((PROGRAM.parents[1] / "package.json").read_text("utf-8"))["version"]
        today = words(datetime.now().astimezone().date())
        PART.write(table(found, version, today), ROOT)
    for each, where in sorted(lack.items(), key=lambda item: -len(item[1])):
        print(f"{len(where)} × {each}: {', '.join(where[:4])}")
    wrong = below(found)
    print("\n".join([*wrong, f"{len(wrong)} marks are too low."]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
