"""WCAG 2.2 AA, checked by axe-core on every kind of page."""

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.conftest import ROOT
from tests.site import reader

AXE = (ROOT / "helper/web/node_modules/axe-core/axe.min.js").read_text("utf-8")
RUN = """tags => axe.run(document, {resultTypes: ["violations"], runOnly: {type: "tag", values: tags}})
  .then((result) => result.violations)"""
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
KINDS = [
    "/",
    "/what-now/",
    "/areas/",
    "/search/",
    "/search/#sefton",
    "/site-map/",
    "/compare/#barnet+sefton",
    "/compare/barnet/sefton/",
    "/sefton/",
    "/sefton/procedure/",
    "/sefton/flowchart/",
    "/sefton/briefing/",
    "/sefton/briefing/#present",
    "/sefton/pocket-card/",
    "/bedfordshire/contacts/",
    "/sefton/record-form/",
    "/sefton/practice/",
    "/sefton/practice/facilitator/",
    "/sefton/changes/",
    "/sefton/proof/",
    "/sefton/embed/",
    "/bedfordshire/what-now/",
    "/bedfordshire/what-now/#full_procedure",
    "/general-guide/what-now/#managers-not_agreed",
    "/about/",
    "/about/checks/",
    "/about/components/",
    "/about/glossary/",
    "/about/how-dates-are-counted/",
    "/about/how-dates-are-counted/examples/",
    "/about/what-we-do-not-know/",
    "/about/speed/",
    "/about/known-gaps/",
    "/about/decisions/0005-how-days-are-counted/",
    "/offline/",
    "/404.html",
]
OTHERS = [  # more of the same kinds: narrow and light, and wide and dark
    "/barnet/",
    "/barnet/flowchart/",
    "/bedfordshire/what-now/#emergency",
    "/general-guide/what-now/#stage",
    "/sefton/what-now/#professionals-not_agreed",
    "/bedfordshire/",
    "/bedfordshire/flowchart/",
    "/berkshire-west/briefing/",
    "/general-guide/",
    "/about/sources/",
    "/about/offline/",
    "/about/privacy/",
    "/about/accessibility/",
    "/about/decisions/",
]
LOOKS = [  # width, colours, script, addresses
    (320, "light", True, KINDS[::2]),
    pytest.param(320, "light", True, KINDS[1::2], marks=pytest.mark.thorough),
    pytest.param(768, "dark", False, KINDS[1::2], marks=pytest.mark.thorough),
    pytest.param(1280, "dark", True, KINDS[::2], marks=pytest.mark.thorough),
    pytest.param(1280, "dark", True, KINDS[1::2], marks=pytest.mark.thorough),
    pytest.param(768, "dark", False, KINDS[::2], marks=pytest.mark.thorough),
    pytest.param(320, "light", True, OTHERS, marks=pytest.mark.thorough),
    pytest.param(1280, "light", True, KINDS, marks=pytest.mark.thorough),
    pytest.param(1280, "dark", True, OTHERS, marks=pytest.mark.thorough),
]


@pytest.mark.parametrize(("width", "colours", "script", "addresses"), LOOKS)
def test_no_page_has_a_violation(
    browser: Browser, site: str, width: int, colours: str, script: bool, addresses: list[str]
) -> None:
    found: list[str] = []
    options = {"viewport": {"width": width, "height": 900}, "color_scheme": colours, "bypass_csp": True}
    with reader(browser, site, **options) as someone:
        routes(someone.page, script=script)
        for address in addresses:
            someone.open(address)
            found += [f"{address}: {each}" for each in violations(someone.page)]
    assert found == []


def routes(page: Page, *, script: bool) -> None:
    """Without the engine, and where asked without any script of ours; axe's own still runs."""
    page.route("**/assets/engine/**", lambda route: route.abort())
    if not script:
        page.route("**/assets/scripts/**", lambda route: route.abort())
        page.route("**/what-now/", without_its_script)


def without_its_script(route: Route) -> None:
    """The helper's page carries its script within itself."""
    answer = route.fetch()
    body = answer.text().replace('<script type="module">', '<script type="text/plain">', 1)
    route.fulfill(response=answer, body=body)


def violations(page: Page) -> list[str]:
    """What axe finds wrong with the page as it is now."""
    page.evaluate(AXE)
    return [said(each) for each in page.evaluate(RUN, TAGS)]


def said(violation: dict[str, object]) -> str:
    nodes = violation["nodes"]
    assert isinstance(nodes, list)
    return f"{violation['id']}: {violation['help']}: {nodes[0]['html'][:160]}"


AT_TWICE = [  # what a practitioner reads on a phone
    "/",
    "/what-now/",
    "/areas/",
    "/search/",
    "/compare/barnet/sefton/",
    "/sefton/",
    "/sefton/what-now/",
    "/sefton/what-now/#professionals-not_agreed",
    "/sefton/procedure/",
    "/sefton/pocket-card/",
    "/sefton/record-form/",
    "/sefton/changes/",
    "/barnet/practice/",
    "/berkshire-west/briefing/",
    "/bedfordshire/contacts/",
    "/bedfordshire/what-now/",
    "/offline/",
]
CROWDED = """() => {
  const boxes = [...document.querySelectorAll('.eg-header__inner > *')]
    .filter((each) => each.checkVisibility() && each.offsetWidth > 1 && each.textContent.trim());
  const found = [];
  for (const one of boxes) {
    const a = one.getBoundingClientRect();
    if (one.scrollWidth > one.clientWidth + 1 || a.left < 0 || a.right > innerWidth) found.push(one.className);
    for (const other of boxes.slice(boxes.indexOf(one) + 1)) {
      const b = other.getBoundingClientRect();
      if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) found.push(other.className);
    }
  }
  return found;
}"""


@pytest.mark.parametrize("width", [320, 390])
def test_text_of_twice_the_size_is_neither_cut_nor_laid_over(browser: Browser, site: str, width: int) -> None:
    """The page goes down only, the header's parts stand clear, and Quick exit stays in sight."""
    found: list[str] = []
    with reader(browser, site, viewport={"width": width, "height": 844}, bypass_csp=True) as someone:
        page = someone.page
        routes(page, script=True)
        for address in AT_TWICE:
            someone.open(address)
            page.evaluate("document.documentElement.style.fontSize = '200%'")
            found += [f"{address}: {each}" for each in page.evaluate(CROWDED)]
            if page.evaluate("document.documentElement.scrollWidth") > width:
                found.append(f"{address}: scrolls sideways")
            page.mouse.wheel(0, 1500)
            expect(page.locator(".eg-exit")).to_be_in_viewport(ratio=1)
    assert found == []
