"""The known faults of the theme stay out: its search dialog, its scripts and keys, its pale small print."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.assets import asset_names
from tests.site import reader
from tests.test_components import pages_of

PAGES = ["/", "/sefton/", "/about/privacy/", "/about/components/", "/404.html"]
KEYS = ["/", "f", "s", "n", "p", ",", "."]
NAMELESS = """[...document.querySelectorAll("dialog, [role=dialog], [role=alertdialog]")]
  .filter((each) => !each.ariaLabel && !each.hasAttribute("aria-labelledby")).map((each) => each.outerHTML)"""


def test_no_page_has_the_parts_of_the_theme_with_faults(site_folder: Path) -> None:
    """Its search is a dialog without a name, its copyright line too pale, its consent and footer its own."""
    parts = r'class="[^"]*\bmd-(search|copyright|footer|header|nav|tabs|source|consent|top)\b'
    assert [path for path, html in pages_of(site_folder) if re.search(parts, html)] == []


def test_the_only_script_of_a_page_is_ours(site_folder: Path) -> None:
    """By its name, or within the helper's page itself; a card to embed has none."""
    ours = re.compile(rf'<script type="module" src="[^"]*{re.escape(asset_names()["script"])}">')
    for path, html in pages_of(site_folder):
        found = re.findall(r"<script\b[^>]*>", html)
        within = path.endswith("/what-now/index.html") and found == ['<script type="module">']
        embedded = path.endswith("/embed/index.html") and not found
        if path == "search/index.html":
            assert asset_names()["search"] in found.pop()
        assert within or embedded or (len(found) == 1 and ours.fullmatch(found[0])), path


@pytest.mark.parametrize("address", PAGES)
def test_no_letter_does_anything_and_no_dialog_is_nameless(browser: Browser, site: str, address: str) -> None:
    with reader(browser, site) as someone:
        someone.open(address)
        page, before = someone.page, someone.page.evaluate("[location.href, document.activeElement.tagName]")
        for key in KEYS:
            page.keyboard.press(key)
        assert page.evaluate("[location.href, document.activeElement.tagName]") == before
        assert page.evaluate(NAMELESS) == []
