"""The flowchart as a picture for slides: sound XML, the same ladder, and nothing that runs out of its box."""

import re
from dataclasses import replace
from functools import cache
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, expect

from helper.policy import Policy
from macros.exits import exits
from macros.flow_layout import Frame, bottom, ladder
from macros.flow_picture import flow_picture
from macros.flow_rows import flow_rows
from macros.limits import rungs
from macros.text_width import text_width, wrapped
from tests.conftest import ALL_POLICIES, ROOT, policy
from tests.site import reader
from tests.test_hostile import NASTY, nasty
from tests.test_pages import stated

BY_POLICY = pytest.mark.parametrize("asked", ALL_POLICIES, ids=lambda asked: asked.id)
SVG = "{http://www.w3.org/2000/svg}"
LONG = "Donaudampfschifffahrtsgesellschaft" * 8
MEASURED = """() => {
  const rect = (each) => { const {x, y, width, height} = each.getBBox(); return [x, y, x + width, y + height]; };
  const all = (selector) => [...document.querySelectorAll(selector)];
  return {
    page: document.querySelector("svg").viewBox.baseVal.height,
    boxes: all("g").map((each) => [rect(each.querySelector("rect")), [...each.querySelectorAll("text")].map(rect)]),
    free: all("svg > text").map(rect),
    lines: all("tspan").map((each) => [each.textContent.trim(), parseFloat(each.parentNode.getAttribute("font-size")),
      each.parentNode.getAttribute("font-weight") === "700", each.getComputedTextLength()]),
  };
}"""

Rect = list[float]


@cache
def picture(id_: str) -> str:
    return flow_picture(policy(id_))


def drawn(asked: Policy) -> ElementTree.Element:
    return ElementTree.fromstring(picture(asked.id))


def words(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def texts(asked: Policy) -> str:
    return " ".join(words(each) for each in drawn(asked).iter(f"{SVG}text"))


def within(inner: Rect, outer: Rect) -> bool:
    return inner[0] >= outer[0] and inner[1] >= outer[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


def apart(one: Rect, other: Rect) -> bool:
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


@BY_POLICY
def test_it_is_one_slide_with_a_title_and_a_description(asked: Policy) -> None:
    svg = drawn(asked)
    assert svg.get("viewBox") == "0 0 1600 900"
    assert svg.get("role") == "img"
    assert [each.tag for each in svg[:2]] == [f"{SVG}title", f"{SVG}desc"]
    assert svg.get("aria-labelledby") == f"{svg[0].get('id')} {svg[1].get('id')}"
    assert words(svg[0]) == f"{asked.name} escalation flowchart"
    described = words(svg[1])
    assert [stage.name for stage in asked.ladder if stage.name not in described] == []
    assert "Immediate danger: Call 999 now" in described


@BY_POLICY
def test_where_the_ladder_ends_is_known_before_it_is_drawn(asked: Policy) -> None:
    rows, frame = flow_rows(asked), Frame(left=28, top=131.3, width=1202, size=17, gap=17 * 1.4, times=0.42)
    assert bottom(rows, frame) == ladder(rows, frame).bottom


@BY_POLICY
def test_it_asks_nothing_of_another_file_and_runs_nothing(asked: Policy) -> None:
    text = picture(asked.id).replace("http://www.w3.org/2000/svg", "")
    assert not re.search(
        r"<(script|style|image|use|a|foreignObject)\b|href|url\(|\son\w+=|style=|@import", text
    )


@BY_POLICY
def test_it_has_every_exit_and_every_route(asked: Policy) -> None:
    found = texts(asked)
    ways = [way for rung in rungs(asked) for way in exits(asked, rung).__dict__.values() if way]
    routes = [name for route in stated(asked.other_routes) for name in (route.use_when, route.name)]
    wanted = ["Immediate danger", "Call 999 now", *ways, *routes]
    assert [each for each in wanted if each.replace("'", "’") not in found] == []


@BY_POLICY
def test_it_says_how_old_it_is_and_where_the_live_page_is(asked: Policy) -> None:
    found = texts(asked)
    assert f"Source: {asked.document.title}".replace("'", "’") in found
    assert "Version: " in found
    assert "Next review: " in found
    assert f"Check the live page before you act: …/{asked.id}/flowchart/" in found


def test_its_colours_are_those_of_the_light_pages() -> None:
    light = (ROOT / "docs/styles/tokens.css").read_text("utf-8").split("@media")[0]
    found = {colour for asked in ALL_POLICIES for colour in re.findall("#[0-9a-f]{6}", picture(asked.id))}
    assert found - set(re.findall("#[0-9a-f]{6}", light)) == set()


def test_what_a_policy_says_never_becomes_markup() -> None:
    svg = ElementTree.fromstring(flow_picture(nasty(policy("longwater"))))
    assert {each.tag.removeprefix(SVG) for each in svg.iter()} <= {
        *("svg", "title", "desc", "rect", "g", "text", "tspan", "path")
    }
    assert NASTY.split()[0] in words(svg)


def test_a_policy_that_says_far_too_much_gets_a_higher_picture(browser: Browser) -> None:
    """And a word that is wider than its box is cut."""
    stages = tuple(replace(stage, in_brief=f"{LONG} {NASTY}" * 2) for stage in policy("longwater").ladder)
    measured = laid_out(browser, flow_picture(replace(policy("longwater"), stages=stages)))
    assert measured["page"] > 900


@BY_POLICY
@pytest.mark.parametrize("face", ["Arial", pytest.param("DejaVu Sans", marks=pytest.mark.thorough)])
def test_nothing_overlaps_and_nothing_runs_out_of_its_box(browser: Browser, asked: Policy, face: str) -> None:
    """Also in the wide face of systems that have none of those that we name."""
    measured = laid_out(browser, picture(asked.id), face)
    assert len(measured["boxes"]) > len(asked.ladder)
    wider = [each for each in measured["lines"] if each[3] > text_width(each[0], each[1], bold=each[2])]
    assert wider == [] or face != "Arial"


def laid_out(browser: Browser, svg: str, face: str = "Arial") -> dict[str, Any]:
    """What Chromium measures, once it is found sound."""
    page = browser.new_page()
    page.set_content(svg.replace('font-family="Arial', f'font-family="{face}'))
    measured: dict[str, Any] = page.evaluate(MEASURED)
    page.close()
    boxes, free = measured["boxes"], measured["free"]
    rects = [box for box, _ in boxes]
    edge = [0, 0, 1600, measured["page"]]
    assert [text for box, inside in boxes for text in inside if not within(text, box)] == []
    assert [each for each in (*rects, *free) if not within(each, edge)] == []
    every = [*rects, *free]
    assert [(a, b) for i, a in enumerate(every) for b in every[:i] if not apart(a, b)] == []
    return measured


def test_a_line_is_broken_between_words_and_a_long_word_is_cut() -> None:
    assert wrapped("one two three", 10, text_width("one two.", 10)) == ("one two", "three")
    pieces = wrapped(LONG, 10, 100)
    assert "".join(pieces) == LONG
    assert all(text_width(piece, 10) <= 100 for piece in pieces)
    assert wrapped("", 10, 100) == ()


def test_a_sign_that_we_do_not_know_is_taken_as_wide() -> None:
    assert text_width("漢", 10) >= 10
    assert text_width("é", 10) == text_width("e", 10)
    assert text_width("W", 10, bold=True) > text_width("W", 10)


def test_a_trainer_saves_it_from_the_page(browser: Browser, site: str) -> None:
    with reader(browser, site, engine=False) as someone:
        someone.open("/sefton/flowchart/")
        link = someone.page.get_by_role("link", name="Download for slides (SVG)")
        expect(link).to_be_visible()
        with someone.page.expect_download() as saved:
            link.click()
        assert saved.value.suggested_filename == "sefton-flowchart.svg"
        assert saved.value.path().read_text("utf-8") == picture("sefton")
        someone.page.emulate_media(media="print")
        expect(link).to_be_hidden()
