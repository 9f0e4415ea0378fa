"""Quick exit: one press or Shift three times, and nothing of this site is left in the tab."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from jinja2 import Environment, FileSystemLoader
from playwright.sync_api import Browser, Page, Route, expect

from macros.policy_pages import chrome
from tests.conftest import ROOT, policy
from tests.site import BROWSER_FLAGS, Reader, reader, whole_chromium
from tests.test_journey import PHONE, TODAY, dates_ready, engine_ready

KINDS = [
    "/",
    "/what-now/",
    "/areas/",
    "/sefton/",
    "/sefton/procedure/",
    "/sefton/flowchart/",
    "/sefton/briefing/",
    "/sefton/changes/",
    "/sefton/proof/",
    "/sefton/what-now/",
    "/sefton/what-now/#professionals-not_agreed",
    "/about/",
    "/about/privacy/",
    "/about/decisions/",
    "/404.html",
]
STATUS = "[data-exit-status]"
DATED = "Wednesday 23 December 2026"
NO_STORAGE = """
for (const name of ["sessionStorage", "localStorage"])
  Object.defineProperty(window, name, { get() { throw new DOMException("refused", "SecurityError"); } });
"""

LEAVE_AT_ONCE = """() => {
  document.querySelector("[data-near=today]").click();
  document.querySelector("[data-exit]").click();
  const stored = () => sessionStorage.length + localStorage.length;
  setTimeout(() => note([document.body.offsetHeight, document.title, stored()]), 1000);
}"""

NOTE_WHAT_IS_TYPED = """() => {
  const typed = () => [...document.querySelectorAll("textarea")].map((each) => each.value).join("");
  for (const kind of ["keyup", "click"]) addEventListener(kind, () => setTimeout(() => note(typed()), 100));
}"""

NOTE_WHAT_IS_SAID = """() => {
  addEventListener("keyup", () => note(document.querySelector("[data-exit-status]").textContent));
}"""


def weather(route: Route) -> None:
    route.fulfill(body="<title>Weather</title><h1>Weather</h1>", content_type="text/html")


@pytest.fixture
def somebody(browser: Browser, site: str) -> Iterator[Reader]:
    """Somebody who may be watched, on Tuesday 22 December 2026."""
    with reader(browser, site, engine=False, viewport=PHONE, timezone_id="Europe/London") as someone:
        someone.page.clock.set_fixed_time(TODAY)
        someone.page.context.route("https://**/*", weather)
        yield someone


@pytest.fixture
def keeping_browser(browser: Browser) -> Iterator[Browser]:
    """A Chromium that keeps the pages one leaves whole, as people's browsers do."""
    kept = browser.browser_type.launch(
        executable_path=whole_chromium(),
        args=BROWSER_FLAGS,
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield kept
    kept.close()


def shift(page: Page, times: int) -> None:
    for _ in range(times):
        page.keyboard.press("Shift")


def gone(page: Page) -> None:
    expect(page.locator("h1")).to_have_text("Weather")


def to_a_date(someone: Reader) -> Page:
    """To a next step with a date in it."""
    page = someone.page
    someone.open("/sefton/what-now/#professionals-waiting")
    dates_ready(page)
    page.locator("[data-date-wanted]:visible").click()
    page.get_by_role("button", name="Yesterday").click()
    expect(page.locator(".eg-card:visible")).to_contain_text(DATED)
    return page


def kept(page: Page) -> str:
    return str(page.evaluate("JSON.stringify([{ ...sessionStorage }, { ...localStorage }])"))


def come_back(page: Page) -> None:
    """Back, also to a page that the browser kept whole."""
    page.evaluate("() => { setTimeout(() => history.back()); }")  # its own page would not live to answer
    page.wait_for_timeout(1_000)


def test_every_kind_of_page_can_be_left_by_shift_and_is_replaced(somebody: Reader) -> None:
    page = somebody.page
    tab = page.context.new_cdp_session(page)
    for address in KINDS:
        somebody.open(address)
        expect(page.get_by_role("link", name="Quick exit or press Shift three times")).to_be_in_viewport()
        shift(page, 3)
        gone(page)
    entries = [entry["url"] for entry in tab.send("Page.getNavigationHistory")["entries"]]
    assert len(entries) == len(KINDS) + 1
    assert not [url for url in entries if url.startswith(somebody.site)]


def test_the_link_stays_in_sight_and_leaves_too(somebody: Reader) -> None:
    page = somebody.page
    for address in ("/sefton/procedure/", "/sefton/what-now/#professionals-not_agreed"):
        somebody.open(address)
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        exit_ = page.get_by_role("link", name="Quick exit")
        expect(exit_).to_be_in_viewport(ratio=1)
        box = exit_.bounding_box()
        assert box
        assert box["height"] >= 44
        exit_.click()
        gone(page)


@pytest.mark.parametrize(
    ("pressed", "why"),
    [
        (("Shift", "Shift"), "twice is not enough"),
        (("Shift", "a", "Shift", "b", "Shift"), "another key between"),
        (("Shift+A", "Shift+B", "Shift+C"), "capital letters"),
        (("Shift+Tab", "Shift+Tab", "Shift+Tab"), "going back through the page"),
        (("Control+Shift", "Control+Shift", "Control+Shift"), "another keyboard layout"),
        (("Alt+Shift", "Alt+Shift", "Alt+Shift"), "another keyboard layout"),
        (("Shift", "Shift", "Escape", "Shift"), "changed their mind"),
    ],
)
def test_shift_is_a_sign_only_when_it_is_pressed_alone(
    somebody: Reader, pressed: tuple[str, ...], why: str
) -> None:
    page = somebody.page
    somebody.open("/sefton/what-now/")
    for keys in pressed:
        page.keyboard.press(keys)
    page.wait_for_timeout(100)
    assert page.url.startswith(somebody.site), why


def test_shift_held_down_or_held_for_a_click_is_no_sign(somebody: Reader) -> None:
    page = somebody.page
    somebody.open("/sefton/what-now/")
    for _ in range(3):
        page.keyboard.down("Shift")
        page.keyboard.down("Shift")  # the keyboard repeats it
        page.keyboard.up("Shift")
    for _ in range(3):
        page.keyboard.down("Shift")
        page.mouse.click(200, 400)
        page.keyboard.up("Shift")
    expect(page.locator(STATUS)).to_be_empty()
    assert page.url.startswith(somebody.site)


def test_it_says_how_often_more_and_moves_nothing(somebody: Reader) -> None:
    page = somebody.page
    somebody.open("/sefton/what-now/")
    status, heading = page.locator(STATUS), page.locator("h1:visible")
    assert status.get_attribute("role") == "status"
    before = heading.bounding_box()
    shift(page, 1)
    expect(status).to_have_text("Quick exit: press Shift twice more to leave this site.")
    shift(page, 1)
    expect(status).to_have_text("Quick exit: press Shift once more to leave this site.")
    expect(status).to_be_in_viewport()
    assert heading.bounding_box() == before


def test_three_presses_have_to_come_within_five_seconds(somebody: Reader) -> None:
    page = somebody.page
    page.clock.install()
    somebody.open("/sefton/what-now/")
    shift(page, 2)
    page.clock.fast_forward(5_001)
    expect(page.locator(STATUS)).to_have_text("Quick exit was not used.")
    shift(page, 1)
    expect(page.locator(STATUS)).to_contain_text("twice more")
    page.clock.fast_forward(3_000)
    shift(page, 1)
    page.clock.fast_forward(3_000)
    shift(page, 1)
    expect(page.locator(STATUS)).to_contain_text("once more")  # the first is six seconds ago
    assert page.url.startswith(somebody.site)
    shift(page, 1)
    gone(page)


def test_it_works_while_one_types(somebody: Reader) -> None:
    page = somebody.page
    somebody.open("/sefton/what-now/#professionals-waiting")
    dates_ready(page)
    page.locator("[data-date-wanted]:visible").click()
    page.locator("#date [name=month]").click()
    page.keyboard.type("December")
    shift(page, 3)
    gone(page)


def test_it_takes_the_answers_with_it(somebody: Reader) -> None:
    page = to_a_date(somebody)
    assert "2026-12" in kept(page)
    page.evaluate("localStorage.setItem('left', 'by a part of this site')")
    page.evaluate("document.documentElement.dataset.left = 'yes'")
    page.get_by_role("link", name="Quick exit").click()
    gone(page)
    page.go_back()
    expect(page.locator("html[data-left]")).to_have_count(0)
    dates_ready(page)
    assert "23 December" not in page.locator("body").inner_text()
    assert "2026-12" not in kept(page)
    assert "left" not in kept(page)


def test_it_hides_the_page_at_once_and_keeps_nothing_that_comes_late(somebody: Reader) -> None:
    """The other site is slow, and the answer to the last press is still on its way."""
    page, held = to_a_date(somebody), list[Route]()

    def hold(route: Route) -> None:
        held.append(route)

    page.context.route("https://**/*", hold)
    seen: list[list[object]] = []

    def note(what: list[object]) -> None:
        seen.append(what)

    page.expose_function("note", note)
    page.locator("[data-change=raised_on]:visible").click()
    page.get_by_role("button", name="Today").wait_for()
    page.evaluate(LEAVE_AT_ONCE)
    for _ in range(100):
        page.wait_for_timeout(0 if seen and held else 100)
    assert seen == [[0, "www.bbc.co.uk", 0]]
    weather(held[0])
    gone(page)


def test_a_press_too_many_neither_says_nor_does_anything(somebody: Reader) -> None:
    """Somebody in a hurry goes on pressing while the other site is still on its way."""
    page, held = somebody.page, list[Route]()

    def hold(route: Route) -> None:
        held.append(route)

    page.context.route("https://**/*", hold)
    somebody.open("/sefton/what-now/")
    said: list[str] = []

    def note(what: str) -> None:
        said.append(what)

    page.expose_function("note", note)
    page.evaluate(NOTE_WHAT_IS_SAID)
    shift(page, 4)
    while not held or len(said) < 4:
        page.wait_for_timeout(50)
    assert [text.split()[4] for text in said] == ["twice", "once", "once", "once"]
    page.wait_for_timeout(500)  # a second request would have come by now
    assert len(held) == 1
    weather(held[0])
    gone(page)


@pytest.mark.parametrize("by_shift", [True, False], ids=["by Shift", "by the link"])
def test_what_was_typed_into_the_record_goes_at_once(somebody: Reader, by_shift: bool) -> None:
    """Also while the other site is still on its way."""
    page, held = to_a_date(somebody), list[Route]()

    def hold(route: Route) -> None:
        held.append(route)

    page.context.route("https://**/*", hold)
    page.get_by_role("button", name="Start a record").click()
    field = page.locator("[data-record-panel] textarea:visible").first
    field.fill("Marigold-7731")
    seen: list[str] = []

    def note(typed: str) -> None:
        seen.append(typed)

    page.expose_function("note", note)
    page.evaluate(NOTE_WHAT_IS_TYPED)
    shift(page, 3) if by_shift else page.get_by_role("link", name="Quick exit").click(no_wait_after=True)
    while not held or len(seen) < (3 if by_shift else 1):
        page.wait_for_timeout(50)
    assert seen[-1] == ""
    weather(held[0])
    gone(page)


def test_a_browser_that_refuses_storage_is_left_all_the_same(somebody: Reader) -> None:
    page = somebody.page
    page.add_init_script(NO_STORAGE)
    for address in ("/sefton/", "/sefton/what-now/"):
        somebody.open(address)
        shift(page, 3)
        gone(page)
    somebody.open("/sefton/what-now/")
    page.get_by_role("link", name="Quick exit").click()
    gone(page)


def test_back_shows_no_answer_where_the_browser_kept_the_page(keeping_browser: Browser, site: str) -> None:
    """From the helper to another page of this site and back they are still there; after Quick exit not."""
    with reader(keeping_browser, site, viewport=PHONE, timezone_id="Europe/London") as someone:
        someone.page.clock.set_fixed_time(TODAY)
        someone.page.context.route("https://**/*", weather)
        page = to_a_date(someone)
        engine_ready(page)  # with something on its way a browser keeps no page
        page.evaluate("document.documentElement.dataset.mine = 'yes'")
        page.goto(f"{site}/sefton/")
        come_back(page)
        expect(page.locator("html[data-mine]")).to_have_count(1)  # this browser does keep pages whole
        expect(page.locator(".eg-card:visible")).to_contain_text(DATED)
        page.goto(f"{site}/sefton/flowchart/")
        shift(page, 3)
        gone(page)
        come_back(page)
        expect(page.locator("html[data-mine]")).to_have_count(0)
        dates_ready(page)
        assert "23 December" not in page.locator("body").inner_text()
        assert "2026-12" not in kept(page)


def test_back_to_the_page_that_was_left_loads_it_anew(keeping_browser: Browser, site: str) -> None:
    with reader(keeping_browser, site, viewport=PHONE, timezone_id="Europe/London") as someone:
        someone.page.clock.set_fixed_time(TODAY)
        someone.page.context.route("https://**/*", weather)
        page = to_a_date(someone)
        page.evaluate("document.documentElement.dataset.mine = 'yes'")
        shift(page, 3)
        gone(page)
        come_back(page)
        expect(page.locator("html[data-mine]")).to_have_count(0)
        expect(page.locator("h1:visible")).to_be_visible()
        assert "23 December" not in page.locator("body").inner_text()


def test_without_script_it_is_a_plain_link(browser: Browser, site: str) -> None:
    with reader(browser, site, viewport=PHONE, java_script_enabled=False) as someone:
        someone.page.context.route("https://**/*", weather)
        someone.open("/sefton/what-now/")
        expect(someone.page.get_by_text("Shift three times").filter(visible=True)).to_have_count(0)
        exit_ = someone.page.get_by_role("link", name="Quick exit", exact=True)
        assert exit_.get_attribute("href") == "https://www.bbc.co.uk/weather"
        exit_.click()
        gone(someone.page)


@pytest.mark.parametrize("partial", ["partials/header.html", "partials/footer.html"])
def test_a_policy_can_turn_it_off(partial: str) -> None:
    """On by default, and on pages of no policy."""
    frame = Environment(loader=FileSystemLoader(ROOT / "docs/theme"), autoescape=True)
    frame.filters["url"] = str
    template = frame.get_template(partial)
    sefton = policy("sefton")
    shown = [None, chrome([sefton])["sefton"], chrome([replace(sefton, quick_exit=False)])["sefton"]]
    words = [
        template.render(policy=each, meta={"policy": "sefton"}, config={"extra": {}}).count("Quick exit")
        for each in shown
    ]
    assert words == [1, 1, 0]


def test_it_moves_nothing_when_it_comes_late(somebody: Reader) -> None:
    """On a slow line the header is drawn before its end is there; it fits a narrow phone all the same."""
    page = somebody.page
    somebody.open("/sefton/")
    search = page.get_by_role("link", name="Search")
    for width in (320, 360, 390, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        with_it = search.bounding_box()
        page.evaluate("document.querySelector('.eg-exit').hidden = true")
        assert search.bounding_box() == with_it, width
        page.evaluate("document.querySelector('.eg-exit').hidden = false")
