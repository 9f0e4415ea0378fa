"""The escalation record: filled in on the page, saved, copied and printed, and kept nowhere."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Locator, Page, expect

from macros.kinds import KINDS
from macros.policy_pages import page_of
from tests.conftest import policy
from tests.site import Reader, reader
from tests.test_axe import violations
from tests.test_journey import TODAY, choose, dates_ready, engine_ready, give_date

STEP = "/sefton/what-now/#professionals-not_agreed"
HOSTILE = (
    "<script>document.title='broken in'</script><img src=x onerror=alert(1)> & \"quoted\"\nsecond line 👪"
)

pytestmark = pytest.mark.thorough
WHY = "Why the child may not be safe"
AGREED = "What was agreed: who does what, by when"


@pytest.fixture
def someone(browser: Browser, site: str) -> Iterator[Reader]:
    """Somebody at Step 2 on Tuesday 22 December 2026, before any engine is there."""
    with reader(browser, site, viewport={"width": 390, "height": 844}, bypass_csp=False) as someone:
        someone.page.clock.set_fixed_time(TODAY)
        someone.page.route("**/assets/engine/**", lambda route: route.abort())
        someone.open(STEP)
        yield someone
        assert someone.other_origins() == []


def opened(page: Page) -> Locator:
    page.get_by_role("button", name="Start a record").click()
    panel = page.get_by_role("region", name="Escalation record")
    expect(panel.get_by_role("heading", name="Escalation record")).to_be_focused()
    return panel


def saved(page: Page, button: str, folder: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def stored(page: Page) -> str:
    """Everything that the browser keeps of this site, and the address."""
    return str(
        page.evaluate(
            """async () => JSON.stringify([{...sessionStorage}, {...localStorage}, document.cookie, location.href,
            history.state, await caches.keys(), await indexedDB.databases()])"""
        )
    )


def test_it_knows_what_was_answered_and_keeps_what_is_typed(browser: Browser, site: str) -> None:
    with reader(browser, site, timezone_id="Europe/London") as someone:
        page = someone.page
        page.clock.set_fixed_time(TODAY)
        someone.open("/sefton/what-now/")
        engine_ready(page)
        for words in ("No", "None of these", "Step 1", "It was not agreed"):
            choose(page, words)
        give_date(page, "18", "12", "2026")
        page.get_by_role("button", name="Today").click()
        panel = opened(page)
        expect(panel).to_contain_text("our source has no fields of it. These fields are ours.")
        expect(panel.get_by_label("First raised on")).to_have_value("Friday 18 December 2026")
        expect(panel.get_by_label("Time limit")).to_have_value("By the end of Thursday 24 December 2026")
        expect(panel.get_by_label("Date of this record")).to_have_value("22 December 2026")
        panel.get_by_label(WHY).fill("Zebra77 is not seen")
        panel.get_by_label("First raised on").fill("Thursday, by telephone")

        page.locator("[data-change=raised_on]:visible").click()
        expect(panel).to_be_hidden()
        give_date(page, "17", "12", "2026")
        expect(page.locator(".eg-card:visible")).to_contain_text("Wednesday 23 December 2026")
        panel = opened(page)
        expect(panel.get_by_label("Time limit")).to_have_value("By the end of Wednesday 23 December 2026")
        expect(panel.get_by_label("First raised on")).to_have_value("Thursday, by telephone")
        expect(panel.get_by_label(WHY)).to_have_value("Zebra77 is not seen")
        assert "Zebra77" not in stored(page)
        assert not [each for each in someone.requests if "Zebra77" in each]

        page.once("dialog", lambda dialog: dialog.accept())
        page.locator("[data-restart]:visible").first.click()
        assert "Zebra77" not in page.evaluate(
            "[...document.querySelectorAll('textarea')].map(f => f.value).join()"
        )
        assert someone.problems == []


def test_what_was_typed_before_an_answer_changed_has_the_new_limit_beside_it(
    browser: Browser, site: str, tmp_path: Path
) -> None:
    """Otherwise one paper would say "By the end of Thursday 24" of a limit that ends on Wednesday 23."""
    with reader(browser, site, engine=False) as someone:
        page = someone.page
        page.clock.set_fixed_time(TODAY)
        someone.open("/sefton/what-now/")
        dates_ready(page)
        for words in ("No", "None of these", "Step 1", "It was not agreed"):
            choose(page, words)
        give_date(page, "18", "12", "2026")
        page.get_by_role("button", name="Today").click()
        limit = opened(page).get_by_label("Time limit")
        typed = "By the end of Thursday 24 December 2026 (told my manager)"
        limit.fill(typed)
        expect(limit).to_have_accessible_description("")

        page.locator("[data-change=raised_on]:visible").click()
        give_date(page, "17", "12", "2026")
        panel = opened(page)
        news = "The helper’s answer changed after this was typed. It now says: "
        new = "By the end of Wednesday 23 December 2026"
        expect(limit).to_have_value(typed)
        expect(limit).to_have_accessible_description(news + new)
        expect(panel.get_by_text(news)).to_be_visible()
        assert violations(page) == []
        text = saved(page, "Save as plain text", tmp_path).read_bytes().decode()
        assert f"Time limit:\r\n  {typed}\r\n  [{news}{new}]\r\n" in text
        page.evaluate("document.documentElement.dataset.printing = 'record'")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        expect(panel.get_by_text(f"{typed} [{news}{new}]")).to_be_visible()
        page.emulate_media(media="screen")

        limit.fill(f"{new} (told my manager)")
        expect(limit).to_have_accessible_description("")
        expect(panel.get_by_text(news)).to_be_hidden()
        assert news not in saved(page, "Save as plain text", tmp_path).read_text("utf-8")


def test_its_fields_are_no_part_of_the_page_until_it_is_opened(someone: Reader) -> None:
    """Chromium looks through every field of a page before a script may answer a press."""
    fields = someone.page.locator("[data-record-panel] form textarea")
    expect(fields).to_have_count(0)
    opened(someone.page)
    expect(fields.first).to_be_visible()
    someone.page.get_by_role("button", name="Close the record").click()
    opened(someone.page)
    expect(fields.first).to_be_visible()


def test_a_note_beside_a_field_goes_with_what_was_typed(someone: Reader) -> None:
    panel = opened(someone.page)
    step = panel.get_by_label("Step", exact=True)
    news = panel.get_by_text("The helper’s answer changed after this was typed.")
    step.fill("Second step, with the team manager")
    someone.page.locator("[data-change=stage]:visible").click()
    choose(someone.page, "I have not raised it yet")
    opened(someone.page)
    expect(news).to_be_visible()
    step.fill("")
    expect(news).to_be_hidden()


def test_a_reload_empties_it(someone: Reader) -> None:
    page = someone.page
    panel = opened(page)
    expect(panel).to_contain_text("a reload empties it")
    panel.get_by_label(WHY).fill("Zebra77")
    page.reload()
    expect(page.locator(".eg-take:visible")).to_have_count(1)
    assert "Zebra77" not in page.evaluate(
        "[...document.querySelectorAll('textarea')].map(f => f.value).join()"
    )


def asked_by(page: Page, action: Callable[[], object]) -> list[str]:
    """The kinds of question that the browser puts to somebody who would rather stay."""
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    action()
    page.wait_for_timeout(300)
    page.remove_listener("dialog", stay)
    return asked


def test_a_link_away_does_not_take_what_was_typed_without_asking(someone: Reader, tmp_path: Path) -> None:
    page = someone.page
    panel = opened(page)
    away = page.locator("a[href$='/record-form/']:visible").first
    panel.get_by_label(WHY).fill("Zebra77")
    assert asked_by(page, lambda: away.click(no_wait_after=True)) == ["beforeunload"]
    expect(panel.get_by_label(WHY)).to_have_value("Zebra77")
    saved(page, "Save as plain text", tmp_path)
    panel.get_by_label(AGREED).fill("Nothing yet")
    assert asked_by(page, lambda: away.click(no_wait_after=True)) == ["beforeunload"]
    saved(page, "Save as plain text", tmp_path)
    assert asked_by(page, away.click) == []
    expect(page).to_have_url(re.compile("/sefton/record-form/"))


def test_a_record_keeps_nobody_from_ringing_999_or_leaving_at_once(browser: Browser, site: str) -> None:
    with reader(browser, site) as someone:
        page = someone.page
        page.context.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="Elsewhere"))
        someone.open(STEP)
        opened(page).get_by_label(WHY).fill("Zebra77")
        assert asked_by(page, page.locator("a[href='tel:999']:visible").first.click) == []
        assert asked_by(page, page.get_by_role("link", name="Quick exit").click) == []
        expect(page.get_by_text("Elsewhere")).to_be_visible()


def test_clear_empties_everything(someone: Reader) -> None:
    panel = opened(someone.page)
    panel.get_by_label(WHY).fill("Zebra77")
    someone.page.once("dialog", lambda dialog: dialog.dismiss())
    panel.get_by_role("button", name="Clear everything").click()
    expect(panel.get_by_label(WHY)).to_have_value("Zebra77")
    someone.page.once("dialog", lambda dialog: dialog.accept())
    panel.get_by_role("button", name="Clear everything").click()
    expect(panel.get_by_role("status")).to_have_text("Everything in the record is cleared.")
    texts = someone.page.evaluate("[...document.querySelectorAll('.eg-record textarea')].map(f => f.value)")
    assert set(texts) == {""}
    panel.get_by_role("button", name="Close the record").click()
    expect(panel).to_be_hidden()
    expect(someone.page.get_by_role("button", name="Start a record")).to_be_focused()


def test_a_record_that_was_cleared_begins_again_with_what_is_known(someone: Reader) -> None:
    panel = opened(someone.page)
    known = {each: panel.get_by_label(each).input_value() for each in ("Date of this record", "Step")}
    assert known == {"Date of this record": "22 December 2026", "Step": "Step 2: Manager to manager"}
    panel.get_by_label(WHY).fill("Zebra77")
    someone.page.once("dialog", lambda dialog: dialog.accept())
    panel.get_by_role("button", name="Clear everything").click()
    expect(panel.get_by_label("Step")).to_have_value("")
    panel.get_by_role("button", name="Close the record").click()
    opened(someone.page)
    for label, value in known.items():
        expect(panel.get_by_label(label)).to_have_value(value)
    expect(panel.get_by_label(WHY)).to_have_value("")
    expect(panel.get_by_role("status")).to_have_text("")


def test_start_again_asks_before_it_clears_what_was_typed(someone: Reader) -> None:
    page = someone.page
    panel = opened(page)
    panel.get_by_label(WHY).fill("Zebra77")
    panel.get_by_role("button", name="Close the record").click()
    asked: list[str] = []
    heading = someone.heading()
    page.once("dialog", lambda dialog: [asked.append(dialog.message), dialog.dismiss()])
    page.get_by_role("link", name="Start again").click()
    assert asked == ["Start again and clear everything in the record? It cannot be brought back."]
    assert someone.heading() == heading
    expect(opened(page).get_by_label(WHY)).to_have_value("Zebra77")
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("link", name="Start again").click()
    expect(panel).to_be_hidden()
    assert "Zebra77" not in page.evaluate(
        "[...document.querySelectorAll('textarea')].map(f => f.value).join()"
    )


def test_start_again_asks_nothing_where_nothing_was_typed(someone: Reader) -> None:
    panel = opened(someone.page)
    someone.page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    someone.page.get_by_role("link", name="Start again").click()
    expect(panel).to_be_hidden()


def test_the_saved_page_holds_hostile_text_as_text(someone: Reader, tmp_path: Path) -> None:
    page = someone.page
    panel = opened(page)
    panel.get_by_label(WHY).fill(HOSTILE)
    file = saved(page, "Save as a web page", tmp_path)
    assert file.name == "escalation-record-sefton.html"
    expect(panel.get_by_role("status")).to_contain_text("Saved as a web page")
    kept = page.context.new_page()
    kept.goto(file.as_uri())
    assert kept.title() == "Escalation record"
    assert kept.evaluate("document.scripts.length + document.images.length") == 0
    shown = dict(zip(kept.locator("dt").all_inner_texts(), kept.locator("dd").all_inner_texts(), strict=True))
    assert shown[WHY] == HOSTILE
    assert shown["Step"] == "Step 2: Manager to manager"
    assert shown[AGREED] == "not filled in"
    foot = kept.locator("footer").inner_text()
    for said_there in (
        "Written on 22 December 2026",
        "Version: not stated",
        "Check the live page",
        "/sefton/what-now/",
    ):
        assert said_there in foot


def test_the_saved_text_can_be_read_anywhere(someone: Reader, tmp_path: Path) -> None:
    opened(someone.page).get_by_label(WHY).fill(HOSTILE)
    file = saved(someone.page, "Save as plain text", tmp_path)
    assert file.name == "escalation-record-sefton.txt"
    text = file.read_bytes().decode()
    assert not re.search("(?<!\r)\n", text)
    assert f"{WHY}:\r\n  {HOSTILE.splitlines()[0]}\r\n  second line 👪\r\n" in text
    assert "These fields are ours." in text
    assert "Check the live page before you act." in text


def test_it_is_copied_or_else_selected(someone: Reader, site: str) -> None:
    page = someone.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site)
    panel = opened(page)
    panel.get_by_label(WHY).fill("Nobody has seen the child")
    panel.get_by_role("button", name="Copy the record").click()
    expect(panel.get_by_role("status")).to_have_text("The record is copied.")
    assert f"{WHY}: Nobody has seen the child" in page.evaluate("navigator.clipboard.readText()")
    page.evaluate("Object.defineProperty(Navigator.prototype, 'clipboard', {value: undefined})")
    panel.get_by_role("button", name="Copy the record").click()
    field = panel.get_by_label("Text to copy")
    expect(field).to_be_focused()
    assert "Nobody has seen the child" in field.input_value()
    page.once("dialog", lambda dialog: dialog.accept())
    panel.get_by_role("button", name="Clear everything").click()
    expect(field).to_be_hidden()
    assert page.evaluate("document.querySelector('.eg-record [readonly]').value") == ""


def test_on_paper_it_stands_alone(someone: Reader) -> None:
    """All of a long text is printed, in light colours, and nothing to press."""
    page = someone.page
    panel = opened(page)
    panel.get_by_label(WHY).fill("A long text. " * 200 + "The end of it.")
    page.evaluate("window.print = () => dispatchEvent(new Event('beforeprint'))")
    panel.get_by_role("button", name="Print the record").click()
    page.emulate_media(media="print")
    expect(page.get_by_text("The end of it.").last).to_be_visible()
    [stamp] = page.get_by_text("Printed on 22 December 2026").locator("visible=true").all()
    expect(stamp).to_be_visible()
    expect(page.locator(".eg-print-head")).to_contain_text("Call 999 now")
    for unseen in (".eg-card", ".eg-step", ".eg-record textarea", ".eg-record button", ".eg-source"):
        assert page.locator(unseen).locator("visible=true").count() == 0, unseen
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".eg-card:visible")).to_have_count(1)


@pytest.mark.parametrize(
    ("width", "colours"), [(320, "light"), pytest.param(1280, "dark", marks=pytest.mark.thorough)]
)
def test_it_has_no_violation(browser: Browser, site: str, width: int, colours: str) -> None:
    options = {"viewport": {"width": width, "height": 900}, "color_scheme": colours, "bypass_csp": True}
    with reader(browser, site, **options) as someone:
        someone.page.route("**/assets/engine/**", lambda route: route.abort())
        someone.open(STEP)
        opened(someone.page)
        assert violations(someone.page) == []
        assert someone.page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_form_of_the_policy_gives_its_own_fields() -> None:
    """Longwater publishes the fields of one of its two forms."""
    what_now = next(kind for kind in KINDS if kind.name == "what_now")
    body = page_of(policy("longwater"), what_now).body
    (part,) = re.findall(
        r'<fieldset class="eg-record__part" data-form="resolution-record".*?</fieldset>', body, re.S
    )
    assert "<legend>Resolution record, Appendix A</legend>" in part
    assert re.findall("<label[^>]*>(.*?)</label>", part)[:3] == [
        "Date of this record",
        "Stage",
        "Date the disagreement was first raised",
    ]
    assert 'data-fact="day it was raised"' in part
    assert "data-today" in part
    assert "No name" in part
    assert 'data-form="decision-request"' not in body
