"""The sheet of components: every part once, as the pages have it, and no style that nothing uses."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.api import api_files
from macros.assets import STYLES
from macros.common_pages import common_pages
from macros.components import example
from macros.components.component import Component
from macros.components.registry import COMPONENTS
from macros.components.sheet import below, example_of, sheet_values
from macros.policies import policy_files, read_file
from macros.render import FRAME, TEMPLATES, render, render_part
from tests.conftest import ROOT, policy
from tests.site import reader
from tests.test_axe import violations
from tests.test_pages import words

SHEET = "about/components/index.html"
EACH = pytest.mark.parametrize("component", COMPONENTS, ids=lambda each: each.id)
CALLS = "\n".join(
    line
    for file in (*TEMPLATES.glob("*.j2"), *FRAME.rglob("*.html"))
    for line in file.read_text("utf-8").splitlines()
    if "{% macro" not in line
)
FILLED = {  # the parts that the script fills: what their macro is called with in the page's templates
    "action-card": ("card.html.j2", "card_inner", (None,)),
    "counting": ("count.html.j2", "count", ()),
    "two-readings": ("count.html.j2", "others", (None,)),
    "your-answers": ("answers.html.j2", "answers_list", (None,)),
    "assumptions": ("next_step_parts.html.j2", "assumptions_list", (None, "")),
    "ladder": ("ladder.html.j2", "ladder", (None, "")),
    "error-summary": ("error_summary.html.j2", "error_summary", ("",)),
    "date-entry": ("date_question.html.j2", "date_fields", ()),
}
ON_THE_PAGE = {"eg-card", "eg-answers", "eg-assumptions"}  # around the template, in the section that it fills
BY_THE_SYSTEM = "color-contrast"  # axe reads our own colours, where the system has put its own
LOOKS = [  # width, colours, forced colours, script
    (1280, "light", "none", True),
    (320, "light", "active", False),
    pytest.param(320, "dark", "none", True, marks=pytest.mark.thorough),
    pytest.param(768, "light", "none", False, marks=pytest.mark.thorough),
    pytest.param(768, "dark", "active", True, marks=pytest.mark.thorough),
    pytest.param(1280, "dark", "none", False, marks=pytest.mark.thorough),
    pytest.param(1280, "light", "active", True, marks=pytest.mark.thorough),
]


def classes(html: str) -> set[str]:
    return {name for found in re.findall(r'\sclass="([^"]*)"', html) for name in found.split()}


def pages_of(*sites: Path) -> Iterator[tuple[str, str]]:
    for site in sites:
        for file in site.rglob("*.html"):
            yield file.relative_to(site).as_posix(), file.read_text("utf-8")


def styled() -> set[str]:
    """Every class of ours that a stylesheet speaks of."""
    texts = (file.read_text("utf-8") for file in (ROOT / "docs" / "styles").glob("*.css"))
    return {name for text in texts for name in re.findall(r"\.(eg-[\w-]+)", re.sub(r"/\*.*?\*/", "", text))}


@pytest.fixture(scope="module")
def built(site_folder: Path) -> str:
    return (site_folder / SHEET).read_text("utf-8")


@pytest.fixture(scope="module")
def elsewhere(site_folder: Path, made_up_folder: Path, folder_of_long_ago: Path) -> set[str]:
    """The classes of every page but the sheet, also of one with so many areas that they have letters."""
    many = replace(
        policy("longwater"), areas=tuple(f"{letter}ton" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    )
    sites = (site_folder, made_up_folder, folder_of_long_ago)
    pages = [html for path, html in pages_of(*sites) if path != SHEET]
    return set().union(
        *map(classes, pages),
        *(
            classes(page.body)
            for page in common_pages((many,), 0)
            if page.path != "about/components/index.md"
        ),
    )


@EACH
def test_a_component_is_on_the_sheet_once_with_a_heading_and_its_example(
    component: Component, built: str
) -> None:
    heading = f'<h2 id="{component.id}-name">{component.name}</h2>'
    assert built.count(f'<section class="eg-component" id="{component.id}"') == 1
    assert built.count(heading) == 1
    assert component.when.endswith(".")
    assert example_of(component).strip() in built
    assert component.block in classes(example_of(component))


@EACH
def test_no_component_is_dead(component: Component, elsewhere: set[str]) -> None:
    """Pages have it, by the same macro, and a stylesheet speaks of it."""
    assert component.block in elsewhere
    assert re.search(rf"\b{component.macro}\(", CALLS), component.macro
    assert component.block in styled()


def test_every_id_of_a_component_is_its_own() -> None:
    ids = re.findall(r'\sid="([^"]+)"', render("components", **sheet_values()))
    assert sorted(set(ids)) == sorted(ids)
    assert {each.id for each in COMPONENTS} <= set(ids)


def test_no_style_is_for_nothing(elsewhere: set[str], built: str) -> None:
    assert sorted(styled() - elsewhere - classes(built)) == []


def test_the_helpers_page_leaves_out_no_style_that_it_has_a_use_for(
    site_folder: Path, made_up_folder: Path
) -> None:
    """Its own stylesheet is shorter: of the sheets that are not in it no rule could count there."""
    pages = [html for path, html in pages_of(site_folder, made_up_folder) if "/what-now/" in path]
    used = set().union(*map(classes, pages))
    held = set(re.findall(r'@import "\./(.+)"', (STYLES / "helper.css").read_text("utf-8")))
    rest = [file for file in STYLES.glob("*.css") if file.name not in {*held, "site.css", "helper.css"}]
    assert [(file.name, rule) for file in rest for rule in rules(file) if named(rule) <= used] == []


def rules(sheet: Path) -> list[str]:
    """The selectors of a stylesheet, one by one."""
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.S)
    heads = re.findall(r"([^{};]+)\{", re.sub(r":not\([^)]*\)", "", text))
    return [each.strip() for head in heads if "@" not in head for each in re.split(r",(?![^(]*\))", head)]


def named(selector: str) -> set[str]:
    """The classes that must be there for a rule to count."""
    return set(re.findall(r"\.((?:eg|md|is)-[\w-]+)", selector))


@pytest.mark.parametrize("id_", FILLED)
def test_what_the_script_fills_is_drawn_as_on_the_sheet(id_: str) -> None:
    template, macro, values = FILLED[id_]
    component = next(each for each in COMPONENTS if each.id == id_)
    shown, blank = example_of(component), render_part(template, macro, *values)
    assert component.template == template
    assert classes(shown) - ON_THE_PAGE <= classes(blank)


def test_headings_are_told_below_that_of_their_section_and_look_as_they_did() -> None:
    assert below("<h1>Ask</h1><h2>Then</h2>", 2) == '<h1 aria-level="3">Ask</h1><h2 aria-level="4">Then</h2>'
    assert below("<h2 class=x>Then</h2>", 2) == '<h2 aria-level="3" class=x>Then</h2>'
    assert below("<p>None</p>", 2) == "<p>None</p>"


def test_the_example_is_made_up_and_says_so(built: str) -> None:
    text = words(built)
    assert "Exampleshire is no real place, and nobody answers its numbers" in text
    assert example.policy().summary.startswith("Made up: not a real policy")
    for number in re.findall(r'href="tel:([^"]+)"', built):
        assert number == "999" or number.startswith("01632960"), number
    for link in re.findall(
        r'href="(?:https?://|mailto:)([^"]+)"',
        re.search(r'<div class="eg-page eg-sheet">.*</section>\n</div>', built, re.S)[0],
    ):
        assert re.search(r"(^|@)example\.org", link), link


def test_the_example_is_a_sound_policy_and_listed_nowhere(site_folder: Path) -> None:
    assert read_file(example.FILE).faults == []
    assert example.FILE not in policy_files(ROOT / "policies")
    assert not any("xampleshire" in html for path, html in pages_of(site_folder) if path != SHEET)
    assert not any("xampleshire" in text for _, text in api_files((policy("sefton"),)))


@pytest.mark.parametrize(("width", "colours", "forced", "script"), LOOKS)
def test_the_sheet_has_no_violation(
    browser: Browser, site: str, width: int, colours: str, forced: str, script: bool
) -> None:
    options = {"viewport": {"width": width, "height": 900}, "color_scheme": colours, "forced_colors": forced}
    with reader(browser, site, bypass_csp=True, **options) as someone:
        if not script:
            someone.page.route("**/assets/scripts/**", lambda route: route.abort())
        someone.open("/about/components/")
        found = violations(someone.page)
        assert [each for each in found if not (forced == "active" and each.startswith(BY_THE_SYSTEM))] == []
        assert someone.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        if script:
            assert someone.problems == []


def test_what_is_wrong_with_the_day_is_said_by_the_helper(built: str) -> None:
    said = unescape(built)
    assert said.count("Step 1 began: give today or a day in the past.") == 2
