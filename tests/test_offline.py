"""Without a connection, in a real Chromium: what was kept answers, says its age, and can be switched off."""

import json
import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import replace as replaced
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from helper.policy import Policy
from macros import offline
from macros.assets import page_policy
from macros.pages import pages
from macros.render import render
from tests.conftest import policy
from tests.site import Reader, reader
from tests.test_journey import choose, engine_ready, give_date
from tests.unsteady import Unsteady, unsteady

PHONE = {"width": 390, "height": 844}
ELSEWHERE = {"service_workers": "allow", "timezone_id": "America/New_York"}
HELD = """async () => {
  const held = {};
  for (const name of await caches.keys())
    held[name] = (await (await caches.open(name)).keys()).map(({ url }) => url);
  return held;
}"""
BODIES = """async () => {
  let all = "";
  for (const name of await caches.keys())
    for (const copy of await (await caches.open(name)).matchAll()) all += await copy.text();
  return all;
}"""
WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).length"
NO_CONNECTION = "No connection"
PATIENCE = 60


@pytest.fixture
def host(site_folder: Path, tmp_path: Path) -> Iterator[Unsteady]:
    """A copy of the site, which may be changed; each file that is to change is replaced, never written into."""
    folder = tmp_path / "site"
    shutil.copytree(site_folder, folder, copy_function=lambda old, new: Path(new).hardlink_to(old))
    with unsteady(folder) as found:
        yield found


@pytest.fixture
def practitioner(browser: Browser, host: Unsteady) -> Iterator[Reader]:
    """Somebody with a phone in Britain on Saturday 21 November 2026; the phone's own clock is abroad."""
    with reader(browser, host.address, viewport=PHONE, **ELSEWHERE) as someone:
        someone.page.clock.set_fixed_time(host.today)
        yield someone
        assert someone.other_origins() == []


def replace(host: Unsteady, path: str, old: str, new: str) -> None:
    """Publishes a file with other words in it."""
    file = host.folder / path
    text = file.read_text("utf-8")
    assert old in text, f"{path} does not hold: {old}"
    for each in (file, file.with_name(f"{file.name}.gz"), file.with_name(f"{file.name}.br")):
        each.unlink(missing_ok=True)
    file.write_text(text.replace(old, new), "utf-8")


def kept(page: Page) -> list[str]:
    """The addresses that are kept, of whatever version."""
    return [address for held in page.evaluate(HELD).values() for address in held]


def wait_until(page: Page, true: str, argument: object = None) -> None:
    """Waits until an asynchronous function of the page says yes."""
    end = time.monotonic() + PATIENCE
    while not page.evaluate(true, argument):
        assert time.monotonic() < end, f"after {PATIENCE} s not: {true} {argument}"
        page.wait_for_timeout(50)


def wait_until_kept(page: Page, *paths: str) -> None:
    """Waits until all of these are kept."""
    for path in paths:
        wait_until(page, "async path => Boolean(await caches.match(path))", path)


def visit(someone: Reader, address: str) -> None:
    """Opens a page of a partnership and waits until all that belongs to it is kept."""
    someone.open(address)
    wait_until_kept(someone.page, f"/assets/saved/{address.split('/')[1]}.json")


def lose_connection(someone: Reader, host: Unsteady) -> None:
    """The host falls silent, and the browser has nothing but what the worker kept."""
    someone.page.context.new_cdp_session(someone.page).send("Network.clearBrowserCache")
    host.silent = True


def briefing(of: Policy) -> str:
    """The briefing of a policy, without the frame around it."""
    return next(each.body for each in pages((of,)) if each.kind == "briefing")


def is_styled(page: Page) -> bool:
    return str(page.locator(".eg-header").evaluate("each => getComputedStyle(each).position")) == "sticky"


def test_the_helper_gives_the_date_when_there_is_no_connection(practitioner: Reader, host: Unsteady) -> None:
    page, saved_line = practitioner.page, practitioner.page.locator(".eg-saved")
    practitioner.open("/sefton/what-now/#professionals-waiting")
    expect(saved_line).to_be_hidden()
    engine_ready(page)
    page.locator("[data-date-wanted]:visible").click()
    give_date(page, "18", "11", "2026")
    expect(page.locator(".eg-card:visible")).to_contain_text("20 November 2026")
    build = told(host.folder)
    wait_until_kept(page, "/assets/saved/sefton.json", *(f"/{file}" for file in build["engine"]))
    fetched = [path for path, status, _ in host.sent if status == 200]
    for file in build["engine"][1:]:
        assert fetched.count(f"/{file}") == 1, f"{file} was fetched {fetched.count(f'/{file}')} times"
    nothing_private_is_kept(page, practitioner.site)
    lose_connection(practitioner, host)
    sent = len(host.sent)
    page.goto("about:blank")
    practitioner.open("/sefton/what-now/")
    expect(saved_line).to_contain_text("Saved copy of 21 November 2026.")
    expect(saved_line).not_to_contain_text("30 days", use_inner_text=True)
    engine_ready(page)
    for words in ("No", "None of these", "Step 1", "It was not agreed"):
        choose(page, words)
    give_date(page, "18", "11", "2026")
    page.get_by_role("button", name="Today").click()
    expect(page.locator(".eg-card:visible")).to_contain_text("24 November 2026")
    for kind in ("", "procedure/", "flowchart/", "briefing/", "changes/"):
        practitioner.open(f"/sefton/{kind}")
        expect(saved_line).to_contain_text("21 November 2026")
        assert is_styled(page)
    for address in ("compare/general-guide/sefton/", "compare/#sefton+general-guide"):
        practitioner.open(f"/{address}")
        expect(saved_line).to_contain_text("21 November 2026")
        expect(page.get_by_text("Only Sefton states it").first).to_be_visible()
    assert len(host.sent) == sent


def told(folder: Path) -> dict[str, Any]:
    """What the worker of a site is told."""
    first = (folder / "sw.js").read_text("utf-8").split("\n", maxsplit=1)[0]
    found: dict[str, Any] = json.loads(first.removeprefix("const BUILD = ").removesuffix(";"))
    return found


def nothing_private_is_kept(page: Page, site: str) -> None:
    """No answer and no day: neither in an address nor in what is kept."""
    assert all(re.fullmatch(rf"{site}/[a-z0-9_./-]*", address) for address in kept(page)), kept(page)
    bodies = page.evaluate(BODIES)
    assert "2026-11-18" not in bodies
    assert "18 November 2026" not in bodies


@pytest.mark.parametrize("below", ["", "/guide"])
def test_a_page_that_was_not_saved_says_so_and_what_was(
    browser: Browser, site_folder: Path, tmp_path: Path, below: str
) -> None:
    """Also where the site lives below another address."""
    shutil.copytree(
        site_folder,
        Path(f"{tmp_path}/site{below}"),
        copy_function=lambda old, new: Path(new).hardlink_to(old),
    )
    with unsteady(tmp_path / "site") as host, reader(browser, host.address, **ELSEWHERE) as someone:
        page = someone.page
        someone.open(f"{below}/sefton/")
        wait_until_kept(page, f"{below}/assets/saved/sefton.json")
        lose_connection(someone, host)
        someone.open(f"{below}/barnet/procedure/")
        expect(page.locator("h1")).to_have_text(NO_CONNECTION)
        expect(page.locator(".eg-emergency")).to_contain_text("Call 999 now")
        rows = page.locator("[data-saved-list] li:visible")
        expect(rows).to_have_text(["What do I do now? Sefton", "Sefton at a glance", "How dates are counted"])
        assert is_styled(page)
        assert page.url == f"{host.address}{below}/barnet/procedure/"
        rows.get_by_text("Sefton at a glance").click()
        expect(page.locator("h1")).to_have_text("Sefton at a glance")
        someone.open(f"{below}/barnet/procedure/")
        host.silent = False
        page.get_by_role("link", name="Try again").click()
        expect(page.locator("h1")).to_contain_text("Barnet")
        expect(page.locator(".eg-saved")).to_be_hidden()


def test_a_slow_connection_gives_the_saved_copy_and_then_the_new_one(
    practitioner: Reader, host: Unsteady
) -> None:
    page, saved_line = practitioner.page, practitioner.page.locator(".eg-saved")
    visit(practitioner, "/barnet/")
    replace(host, "barnet/index.html", "Barnet at a glance</h1>", "Barnet, newly written</h1>")
    host.today = datetime(2026, 11, 22, 0, 30, tzinfo=UTC)
    host.delay = 6
    practitioner.open("/barnet/")
    expect(page.locator("h1")).to_have_text("Barnet at a glance")
    expect(saved_line).to_contain_text(
        "Saved copy of 21 November 2026. There was no connection, or it was too slow."
    )
    wait_until(
        page, "async () => (await (await caches.match(location.href)).text()).includes('newly written')"
    )
    lose_connection(practitioner, host)
    practitioner.open("/barnet/")
    expect(page.locator("h1")).to_have_text("Barnet, newly written")
    expect(saved_line).to_contain_text("Saved copy of 22 November 2026.")


def test_a_host_in_trouble_gives_the_saved_copy(practitioner: Reader, host: Unsteady) -> None:
    visit(practitioner, "/barnet/")
    host.trouble = True
    practitioner.open("/barnet/")
    expect(practitioner.page.locator(".eg-saved")).to_contain_text("Saved copy of 21 November 2026.")
    expect(practitioner.page.locator("h1")).to_have_text("Barnet at a glance")


FILTER = "Web filter: please sign in"
A_PAGE, NO_PAGE = "/$", r"^/(assets|api)/.*\.\w+$"


def test_the_page_of_a_web_filter_is_shown_and_never_kept(practitioner: Reader, host: Unsteady) -> None:
    """Its session has ended: it answers 200 in the place of every page."""
    page = practitioner.page
    visit(practitioner, "/sefton/what-now/")
    host.filtered = A_PAGE
    for address in ("/sefton/what-now/", "/sefton/", "/"):
        practitioner.open(address)
        expect(page.locator("h1")).to_have_text(FILTER)
    lose_connection(practitioner, host)
    practitioner.open("/sefton/")
    expect(page.locator("h1")).to_have_text("Sefton at a glance")
    assert FILTER not in page.evaluate(BODIES)
    for address in ("/sefton/what-now/", "/sefton/", "/"):
        practitioner.open(address)
        expect(page.locator(".eg-saved")).to_contain_text("Saved copy of 21 November 2026.")


def test_what_is_not_ours_is_not_kept_as_the_pages_of_a_partnership(
    practitioner: Reader, host: Unsteady
) -> None:
    """The filter begins while the rest of a partnership is kept; the list, which says that all is there, waits."""
    page = practitioner.page
    visit(practitioner, "/barnet/")
    host.filtered = "^/sefton/procedure/$"
    practitioner.open("/sefton/")
    wait_until_kept(page, "/sefton/practice/")
    while "/sefton/procedure/" not in [path for path, _, _ in host.sent]:
        page.wait_for_timeout(50)
    page.wait_for_timeout(500)
    assert f"{practitioner.site}/assets/saved/sefton.json" not in kept(page)
    assert FILTER not in page.evaluate(BODIES)
    host.filtered = ""
    visit(practitioner, "/sefton/")
    assert f"{practitioner.site}/sefton/procedure/" in kept(page)


TYPES = [
    "text/html",
    "Text/HTML; charset=utf-8",
    "application/octet-stream",
    "text/javascript",
    "application/json",
]


@pytest.mark.parametrize("kind", TYPES)
def test_the_page_of_a_web_filter_is_kept_under_no_files_name(
    practitioner: Reader, host: Unsteady, kind: str
) -> None:
    """Whatever type it says that it is of: a file whose name says its content would stay wrong for ever."""
    page = practitioner.page
    visit(practitioner, "/barnet/")
    host.filtered, host.filtered_type = NO_PAGE, kind
    practitioner.open("/sefton/what-now/")
    page.locator(".eg-helper[data-engine-state=failed]").wait_for()
    practitioner.open("/sefton/")
    practitioner.open("/search/")
    practitioner.open("/compare/#sefton+general-guide")
    page.wait_for_timeout(500)
    assert FILTER not in page.evaluate(BODIES)
    host.filtered = ""
    practitioner.open("/sefton/what-now/")
    engine_ready(page)
    wait_until_kept(page, "/assets/saved/sefton.json", *(f"/{file}" for file in told(host.folder)["engine"]))
    assert FILTER not in page.evaluate(BODIES)


def test_every_page_has_the_mark_by_which_the_worker_knows_it(site_folder: Path) -> None:
    mark = told(site_folder)["mark"]
    without = [file for file in site_folder.rglob("*.html") if mark not in file.read_text("utf-8")]
    assert without == []
    assert mark in render("redirect", to="../new/", content_policy=page_policy())


def test_a_copy_older_than_thirty_days_says_so(practitioner: Reader, host: Unsteady) -> None:
    page, old = (
        practitioner.page,
        "This copy is more than 30 days old. Check the live policy before you rely on it.",
    )
    visit(practitioner, "/barnet/")
    lose_connection(practitioner, host)
    page.clock.set_fixed_time("2026-12-21T10:00:00Z")
    practitioner.open("/barnet/")
    expect(page.locator(".eg-saved")).not_to_contain_text("30 days", use_inner_text=True)
    page.clock.set_fixed_time("2026-12-21T10:00:01Z")
    practitioner.open("/barnet/")
    expect(page.locator(".eg-saved")).to_contain_text(old, use_inner_text=True)
    page.emulate_media(media="print")
    expect(page.locator(".eg-saved")).to_contain_text(old, use_inner_text=True)


def test_a_partnership_is_kept_once_a_day_also_where_the_clock_is_wrong(
    practitioner: Reader, host: Unsteady
) -> None:
    """The host's day is years from that of the device."""
    host.today = datetime(2020, 1, 6, 10, tzinfo=UTC)
    visit(practitioner, "/barnet/")
    for address in ("/barnet/flowchart/", "/barnet/briefing/", "/sefton/"):
        visit(practitioner, address)
    assert [path for path, _, _ in host.sent].count("/barnet/procedure/") == 1


def test_a_new_version_takes_the_place_of_the_old(practitioner: Reader, host: Unsteady) -> None:
    """Also if pages are read while it comes, slowly."""
    page = practitioner.page
    visit(practitioner, "/barnet/")
    visit(practitioner, "/sefton/")
    [before] = page.evaluate(HELD).values()
    replace(host, "sw.js", told(host.folder)["version"], "0123456789abcdef")
    replace(host, "barnet/index.html", "Barnet at a glance</h1>", "Barnet, newly written</h1>")
    host.delay = 0.3
    practitioner.open("/sefton/")
    practitioner.open("/barnet/")
    expect(page.locator("h1")).to_have_text("Barnet, newly written")
    wait_until(page, "async () => (await caches.keys()).join().endsWith(' 0123456789abcdef')")
    wait_until(page, "async () => (await caches.keys()).length === 1")
    [after] = page.evaluate(HELD).values()
    assert sorted(before) == sorted(after)
    lose_connection(practitioner, host)
    practitioner.open("/barnet/")
    expect(page.locator("h1")).to_have_text("Barnet, newly written")
    assert is_styled(page)
    practitioner.open("/sefton/flowchart/")
    assert is_styled(page)


def test_one_file_switches_the_worker_off(practitioner: Reader, host: Unsteady) -> None:
    page = practitioner.page
    visit(practitioner, "/barnet/")
    assert page.evaluate(WORKERS) == 1
    off = (host.folder / "sw-off.js").read_text("utf-8")
    replace(host, "sw.js", (host.folder / "sw.js").read_text("utf-8"), off)
    practitioner.open("/barnet/")
    for _ in range(2):
        wait_until(page, f"async () => (await caches.keys()).length === 0 && !(await ({WORKERS})())")
        practitioner.open("/sefton/")
    expect(page.locator("h1")).to_have_text("Sefton at a glance")
    assert practitioner.problems == []


def test_a_site_that_is_being_worked_on_has_no_worker(practitioner: Reader, host: Unsteady) -> None:
    """What `serve` leaves out of a page is the worker's address; an earlier site's worker then goes."""
    page = practitioner.page
    visit(practitioner, "/barnet/")
    replace(host, "barnet/index.html", ' data-worker="../sw.js"', "")
    practitioner.open("/barnet/")
    wait_until(page, f"async () => !(await ({WORKERS})())")


def test_only_the_last_three_partnerships_are_kept(practitioner: Reader) -> None:
    for id_ in ("sefton", "barnet", "bedfordshire", "barnet", "berkshire-west"):
        visit(practitioner, f"/{id_}/")
    page = practitioner.page
    wait_until(page, "async () => !(await caches.match('/assets/saved/sefton.json'))")
    found = {re.sub(r".*/saved/(.*)\.json", r"\1", each) for each in kept(page) if "/saved/" in each}
    assert found == {"barnet", "bedfordshire", "berkshire-west"}
    assert not [each for each in kept(page) if each.startswith(f"{practitioner.site}/sefton")]
    assert f"{practitioner.site}/compare/barnet/sefton/" in kept(page)
    assert f"{practitioner.site}/compare/general-guide/sefton/" not in kept(page)


def test_without_room_or_without_workers_all_is_quiet(browser: Browser, host: Unsteady) -> None:
    with reader(browser, host.address, **ELSEWHERE) as someone:
        someone.page.add_init_script("delete Navigator.prototype.serviceWorker")
        someone.open("/barnet/")
        someone.page.wait_for_load_state("networkidle")
        assert someone.problems == []
    with reader(browser, host.address, **ELSEWHERE) as someone:
        session = someone.page.context.new_cdp_session(someone.page)
        session.send("Storage.overrideQuotaForOrigin", {"origin": host.address, "quotaSize": 1000})
        someone.open("/barnet/")
        someone.page.wait_for_load_state("networkidle")
        someone.open("/barnet/")
        assert kept(someone.page) == []
        assert someone.problems == []


def test_a_review_that_was_over_when_we_took_the_facts_is_said_without_script() -> None:
    in_time = policy("plainshire")
    late = replaced(in_time, document=replaced(in_time.document, review=date(2025, 4, 1)))
    assert 'aria-label="Review" data-review="2025-04-01">' in briefing(late)
    assert 'aria-label="Review" data-review="2027-04-01" hidden>' in briefing(in_time)


def test_what_is_to_be_kept_is_there(site_folder: Path) -> None:
    build = told(site_folder)
    lists = {file.stem: json.loads(file.read_text()) for file in (site_folder / "assets/saved").iterdir()}
    assert set(lists) == {"barnet", "bedfordshire", "berkshire-west", "general-guide", "sefton"}
    for path in [*build["pages"], *build["engine"], *(path for each in lists.values() for path in each)]:
        file = site_folder / path
        assert (file / "index.html" if file.is_dir() else file).is_file(), path
    pages_of = {
        str(file.parent.relative_to(site_folder)) + "/" for file in site_folder.glob("sefton/**/*.html")
    }
    assert pages_of <= set(lists["sefton"])


def test_any_change_is_another_version() -> None:
    made = {"a": b"one", "b": b"two"}
    assert offline.version(made) == offline.version(dict(reversed(made.items())))
    others = [{**made, "a": b"ones"}, {**made, "c": b""}, {"a": b"one"}, {"a": b"on", "eb": b"two"}]
    assert len({offline.version(each) for each in [made, *others]}) == 5
