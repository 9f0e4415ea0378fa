"""Checks every kind of page with axe-core, and writes down what came out and on which day.

`python -m tests.accessibility` takes some minutes. It writes docs/about/accessibility-checked.json and
the part of docs/about/accessibility.md that is made from it; a test holds the two together.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from helper.dates import words
from macros.build import build
from macros.written_part import WrittenPart
from tests.conftest import ROOT
from tests.site import BROWSER_FLAGS, reader, served, whole_chromium
from tests.test_axe import KINDS, TAGS, routes, violations

CHECKED = ROOT / "docs" / "about" / "accessibility-checked.json"
PART = WrittenPart(Path("docs/about/accessibility.md"), "python -m tests.accessibility")
LASTS = timedelta(days=90)
LOOKS: tuple[dict[str, Any], ...] = (
    {"width": 320, "colours": "light", "script": True},
    {"width": 768, "colours": "dark", "script": False},
    {"width": 1280, "colours": "dark", "script": True},
)


def told(checked: dict[str, Any]) -> str:
    """What the page says of the last check; after some months also that it is old, by the reader's clock."""
    day, looks = date.fromisoformat(checked["day"]), [_look(each) for each in checked["looks"]]
    found = len(checked["violations"])
    result = "It found no violation." if not found else f"Violations: {found}. They are in the file."
    old = (day + LASTS).isoformat()
    return "\n".join(
        [
            f"The last full check was on **{words(day)}**. {result}",
            "",
            f"- **Tool:** axe-core {checked['axe-core']} in Chromium {checked['chromium']}, "
            "with its rules for WCAG 2.0, 2.1 and 2.2, levels A and AA, and for best practice.",
            f"- **Pages:** {len(checked['pages'])}, at least one of every kind.",
            "- **Looks:** " + "; ".join(looks) + ".",
            "- **In full:** [the list of pages and looks, as a file](accessibility-checked.json).",
            "",
            f'<aside class="eg-page eg-notice" aria-label="Age of the check" data-review="{old}" hidden>'
            f"<p><strong>This check is more than {LASTS.days} days old.</strong> "
            "The pages may have changed since.</p></aside>",
        ]
    )


def _look(look: dict[str, Any]) -> str:
    script = "with" if look["script"] else "without"
    return f"{look['width']} pixels wide, {look['colours']}, {script} script"


def check(browser: Browser, site: str) -> Iterator[str]:
    """What axe finds on every page in every look, by address and look."""
    for look in LOOKS:
        options = {
            "viewport": {"width": look["width"], "height": 900},
            "color_scheme": look["colours"],
            "bypass_csp": True,
        }
        with reader(browser, site, **options) as someone:
            routes(someone.page, script=look["script"])
            for address in KINDS:
                someone.open(address)
                yield from (f"{address}, {_look(look)}: {each}" for each in violations(someone.page))
        print(_look(look), file=sys.stderr, flush=True)


def main() -> int:
    """Builds, checks and writes; 1 where there is a violation, which is written down as well."""
    axe = json.loads((ROOT / "helper/web/node_modules/axe-core/package.json").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        build(site=Path(folder) / "site")
        browser = playwright.chromium.launch(executable_path=whole_chromium(), args=BROWSER_FLAGS)
        with served(Path(folder) / "site") as site:
            found = list(check(browser, site))
        checked = {
            "day": datetime.now().astimezone().date().isoformat(),
            "axe-core": axe["version"],
            "chromium": browser.version,
            "rules": TAGS,
            "pages": KINDS,
            "looks": LOOKS,
            "violations": found,
        }
    CHECKED.write_text(json.dumps(checked, indent=1) + "\n", "utf-8")
    PART.write(told(checked), ROOT)
    print("\n".join([*found, f"{len(found)} violations."]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
