"""Searching, in a real Chromium under strict headers: what is found, said, asked for and kept."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from macros.host import Host, hosted
from macros.search import SearchError, pagefind
from macros.search.headings import with_addresses
from macros.search.indexes import index_site
from macros.search.words import AGENCIES, agencies_named
from tests.site import Reader, reader
from tests.test_axe import violations
from tests.test_offline import ELSEWHERE, visit
from tests.unsteady import unsteady

SHIFTS = """globalThis.shift = 0;
new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (globalThis.shift += value)))
  .observe({ type: "layout-shift", buffered: true });"""

PHONE = {"width": 360, "height": 740}
SAME = [  # of each row, every wording finds the same pages
    ("DSL", "designated safeguarding lead"),
    ("LADO", "local authority designated officer"),
    ("MASH", "multi-agency safeguarding hub"),
    ("SCP", "safeguarding children partnership"),
    ("multi agency", "multi-agency", "multiagency"),
]
NOT_THERE = {  # words that no page has, beside words whose first letters one has
    "/search/#sefton": "LADO MASH ICB ICPC SAB Berkshire",
    "/search/": "asylum Bermuda Liverpool banana",
}
HOSTILE = ('<img src=x onerror="alert(1)">', '"', "((( ../%00 😀", "a" * 200)
KEPT = """async () => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href,
  history.state, document.title, await indexedDB.databases()])"""


@pytest.fixture(scope="module")
def host(site_folder: Path) -> Iterator[Host]:
    with hosted(site_folder, ("gzip",)) as held:
        yield held


@pytest.fixture
def searcher(browser: Browser, host: Host) -> Iterator[Reader]:
    """Somebody with a phone. The browser has nothing to complain of, and asks no other site."""
    with reader(browser, host.address, viewport=PHONE) as someone:
        yield someone
        assert (someone.problems, someone.other_origins()) == ([], [])


def status(page: Page) -> Locator:
    return page.get_by_role("status").locator("visible=true").last


def titles(page: Page) -> list[str]:
    """The pages that are shown."""
    return page.locator(".eg-result h3").all_inner_texts()


def search(someone: Reader, words: str, end: str = r"\d+ pages? found|No page found") -> list[str]:
    """Types and waits for what is said of it."""
    field = someone.page.get_by_label("Words to look for")
    field.fill("")
    expect(status(someone.page)).to_be_empty()
    field.fill(words)
    expect(status(someone.page)).to_have_text(re.compile(end))
    return titles(someone.page)


def test_the_pages_of_my_partnership_come_first_and_the_others_if_i_ask(searcher: Reader) -> None:
    searcher.open("/sefton/procedure/")
    searcher.page.get_by_role("link", name="Search").first.click()
    expect(searcher.page.get_by_label("Partnership")).to_have_value("sefton")
    own = search(searcher, "line manager")
    assert own
    assert all("Sefton" in title for title in own)
    searcher.page.get_by_role("button", name="Search every partnership").click()
    expect(searcher.page.get_by_label("Partnership")).to_have_value("")
    expect(status(searcher.page)).to_have_text(re.compile(r"[2-9]\d pages found"))
    searcher.page.get_by_role("button", name="Show more pages").click()
    expect(searcher.page.locator(".eg-result h3 a").nth(5)).to_be_focused()
    where = searcher.page.locator(".eg-result .eg-second").all_inner_texts()
    mine = [each.startswith("Sefton,") for each in where]
    assert (len(mine), mine) == (10, sorted(mine, reverse=True))
    assert 5 < sum(mine) < len(mine)


def test_short_forms_and_spellings_find_the_same_pages(searcher: Reader) -> None:
    searcher.open("/search/")
    for wordings in SAME:
        found = [(sorted(search(searcher, words)), status(searcher.page).inner_text()) for words in wordings]
        assert found[0][0], wordings
        assert all(each == found[0] for each in found), wordings


@pytest.mark.parametrize(("address", "words"), NOT_THERE.items())
def test_a_word_that_stands_nowhere_finds_nothing(searcher: Reader, address: str, words: str) -> None:
    searcher.open(address)
    for word in words.split():
        assert search(searcher, word, "No page found") == [], word
        assert search(searcher, f"manager {word}", "No page found") == [], word


@pytest.mark.parametrize("address", ["/search/", "/search/#sefton"])
def test_a_word_is_found_from_its_beginning_and_with_another_ending(searcher: Reader, address: str) -> None:
    searcher.open(address)
    for words in ("chil", "children’s", "Escalati", "escalatin", "escalating", "managemen", "head of servic"):
        assert search(searcher, words), words


def test_a_short_form_is_found_where_it_stands_and_only_there(searcher: Reader) -> None:
    searcher.open("/search/")
    found = search(searcher, "LADO")
    assert found
    assert not any("Sefton" in title for title in found)


@pytest.mark.parametrize("dotted", ["D.S.L.", "d.s.l", "S.C.P."])
def test_a_short_form_may_have_full_stops(searcher: Reader, dotted: str) -> None:
    searcher.open("/search/#sefton")
    assert search(searcher, dotted) == search(searcher, dotted.replace(".", ""))
    assert titles(searcher.page)


def test_the_partnership_that_i_visited_last_comes_first(searcher: Reader) -> None:
    page = searcher.page
    searcher.open("/barnet/")
    searcher.open("/sefton/procedure/")
    searcher.open("/")
    page.get_by_role("link", name="Search").first.click()
    expect(page.get_by_label("Partnership")).to_have_value("")
    search(searcher, "manager")
    where = page.locator(".eg-result .eg-second").all_inner_texts()
    assert [each.split(",")[0] for each in where] == ["Sefton"] * 5
    assert page.evaluate("({ ...sessionStorage })") == {"visited": "sefton"}


def test_pages_are_chosen_by_partnership_kind_and_agency(searcher: Reader, site_folder: Path) -> None:
    searcher.open("/search/")
    page = searcher.page
    search(searcher, "manager")
    page.get_by_label("Kind of page").select_option("Flowchart")
    expect(page.locator(".eg-result .eg-second").nth(1)).to_contain_text("Flowchart")
    assert all("flowchart" in title for title in titles(page))
    page.get_by_label("Kind of page").select_option("Every kind")
    page.get_by_label("Partnership").select_option("Barnet")
    expect(page.locator(".eg-result").first).to_contain_text("Barnet")
    page.get_by_label("Kind of page").select_option("At a glance")
    expect(status(page)).to_have_text("1 page found.")
    assert titles(page) == ["Barnet at a glance"]
    text = (site_folder / "barnet" / "index.html").read_text("utf-8")
    for number in range(len(AGENCIES)):
        page.get_by_label("Agency", exact=True).select_option(str(number))
        here = number in agencies_named(text.partition('id="eg-content"')[2].partition("<footer")[0])
        expect(status(page)).to_have_text("1 page found." if here else re.compile("No page found"))


def test_an_agency_is_named_by_whole_words_in_small_or_capital_letters() -> None:
    named = agencies_named("<p>Ring the POLICE or two school&#32;nurses, not the policeman.</p>")
    assert [AGENCIES[number] for number in named] == ["Health", "Police", "Schools and colleges"]
    assert agencies_named('<p class="police">The healthy househusband has a nursery.</p>') == []


def test_a_result_leads_to_its_section(searcher: Reader) -> None:
    searcher.open("/search/#sefton")
    search(searcher, "head of service")
    procedure = searcher.page.locator(".eg-result", has_text="Sefton, Procedure")
    part = procedure.locator("li a").last
    words = part.inner_text()
    part.click()
    target = searcher.page.url.partition("#")[2]
    assert "/sefton/procedure/" in searcher.page.url
    assert " ".join(searcher.page.locator(f"[id='{target}']").inner_text().split()) == words


@pytest.mark.parametrize("fragment", ["%", "sefton%2"])
def test_a_link_that_a_mail_program_cut_short_still_opens_a_search_that_works(
    searcher: Reader, fragment: str
) -> None:
    searcher.open(f"/search/#{fragment}")
    expect(searcher.page.get_by_label("Partnership")).to_have_value("")
    assert search(searcher, "manager")


def test_nothing_is_asked_for_while_i_type_in_my_partnership(searcher: Reader, host: Host) -> None:
    searcher.open("/search/#sefton")
    search(searcher, "manager")
    before = len(searcher.requests)
    for words in ("independent chair", "DSL", "christmas eve", "zebra"):
        search(searcher, words)
    assert searcher.requests[before:] == []


def test_what_is_typed_is_in_no_address_request_or_storage(searcher: Reader, host: Host) -> None:
    searcher.open("/search/")
    search(searcher, "Marigold7731")
    search(searcher, "Marigold7731 manager")
    searcher.page.get_by_label("Partnership").select_option("Sefton")
    search(searcher, "Marigold7731")
    told = [*searcher.requests, searcher.page.evaluate(KEPT), *(path for path, _, _ in host.sent)]
    assert [text for text in told if "marigold" in text.lower()] == []
    searcher.page.reload()
    assert searcher.page.get_by_label("Words to look for").input_value() == ""


@pytest.mark.parametrize("address", [pytest.param("/search/", marks=pytest.mark.thorough), "/search/#sefton"])
def test_what_is_typed_stays_text(searcher: Reader, address: str) -> None:
    searcher.open(address)
    for words in HOSTILE:
        search(searcher, words, r"found|two letters")
        assert searcher.page.locator(".eg-search img, .eg-search script").count() == 0
    assert search(searcher, "manager")


def test_by_keyboard_alone(searcher: Reader) -> None:
    searcher.open("/search/#sefton")
    page = searcher.page
    page.get_by_label("Words to look for").focus()
    page.keyboard.type("manager")
    expect(status(page)).to_have_text(re.compile("pages found"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Results")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".eg-result h3 a").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/sefton/**")


@pytest.mark.parametrize("colours", ["light", pytest.param("dark", marks=pytest.mark.thorough)])
def test_results_have_no_violation(browser: Browser, site: str, colours: str) -> None:
    options = {"viewport": {"width": 320, "height": 800}, "color_scheme": colours, "bypass_csp": True}
    with reader(browser, site, **options) as someone:
        someone.open("/search/#sefton")
        search(someone, "manager plan")
        assert violations(someone.page) == []
        wide = someone.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 320


def test_without_a_connection_my_saved_partnership_is_searched(
    browser: Browser, site_folder: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    shutil.copytree(site_folder, folder, copy_function=lambda old, new: Path(new).hardlink_to(old))
    with unsteady(folder) as away, reader(browser, away.address, viewport=PHONE, **ELSEWHERE) as someone:
        visit(someone, "/sefton/")
        someone.page.context.new_cdp_session(someone.page).send("Network.clearBrowserCache")
        away.silent = True
        someone.open("/search/#sefton")
        assert len(search(someone, "manager")) == 5
        someone.page.get_by_label("Partnership").select_option("")
        expect(status(someone.page)).to_contain_text("No connection.")
        someone.page.get_by_label("Partnership").select_option("Barnet")
        expect(status(someone.page)).to_contain_text("No connection.")
        away.silent = False
        someone.page.get_by_label("Partnership").select_option("")
        expect(status(someone.page)).to_have_text(re.compile("pages found"))


def test_a_part_that_cannot_be_had_is_not_taken_for_nothing_found(browser: Browser, host: Host) -> None:
    with reader(browser, host.address) as someone:
        someone.page.route("**/*.pf_index", lambda route: route.abort())
        someone.open("/search/")
        search(someone, "manager", "No connection")


def test_a_site_under_work_says_that_it_has_no_index(browser: Browser, host: Host) -> None:
    with reader(browser, host.address) as someone:
        someone.page.route("**/assets/search/*.json", lambda route: route.fulfill(status=404))
        someone.open("/search/")
        search(someone, "manager", r"no index here.*\./dev build")


def test_the_foot_of_the_page_does_not_jump_as_the_form_appears(browser: Browser, site: str) -> None:
    """On a phone. Lighthouse calls a shift of more than 0.1 too much."""
    with reader(browser, site, viewport={"width": 412, "height": 823}) as someone:
        someone.page.add_init_script(SHIFTS)
        someone.open("/search/")
        expect(someone.page.locator("#search-words")).to_be_visible()
        assert someone.page.evaluate("new Promise((done) => setTimeout(() => done(shift), 300))") < 0.1


def test_without_script_the_site_map_lists_every_page(browser: Browser, site: str, site_folder: Path) -> None:
    with reader(browser, site, java_script_enabled=False) as someone:
        someone.open("/search/")
        expect(someone.page.get_by_label("Words to look for")).to_be_hidden()
        someone.page.get_by_role("link", name="The site map lists every page").click()
        expect(someone.page.get_by_role("heading", level=1)).to_have_text("Site map")
        links = someone.page.locator(".eg-site-map a").evaluate_all("all => all.map((each) => each.pathname)")
    there = {
        f"/{file.parent.relative_to(site_folder).as_posix()}/" for file in site_folder.rglob("index.html")
    }
    notes = {each for each in there if re.match(r"/about/decisions/0|/compare/.|/[^/]+/changes/.", each)}
    assert there - notes - {"/./", "/offline/", "/site-map/"} <= {*links}


def test_questions_and_notes_for_programmers_are_not_found(site_folder: Path) -> None:
    for file in site_folder.rglob("*.html"):
        address = file.relative_to(site_folder).as_posix()
        marked = "data-pagefind-body" in file.read_text("utf-8")
        if re.search(
            r"what-now/|decisions/|^offline/|proof/|facilitator/|^search/|^site-map/|404|components|embed/|pocket-card/|card/|changes/.+/|^compare/.+/",
            address,
        ):
            assert not marked, address
        elif address != "index.html":
            assert marked, address


def test_the_same_pages_give_the_same_index(site_folder: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    left_out = shutil.ignore_patterns("search")
    shutil.copytree(site_folder, folder, ignore=left_out)
    shutil.copytree(site_folder / "search", folder / "search")
    index_site(folder)
    made, before = (
        {
            each.relative_to(root): each.read_bytes()
            for each in (root / "assets/search").rglob("*.*")
            if each.is_file()
        }
        for root in (folder, site_folder)
    )
    assert made == before


def test_what_is_kept_of_a_partnership_has_its_index_and_no_other(site_folder: Path) -> None:
    for listed in (site_folder / "assets/saved").glob("*.json"):
        paths = json.loads(listed.read_text("utf-8"))
        assert [path for path in paths if not (site_folder / path).exists()] == []
        assert paths[-1] == f"assets/search/{listed.stem}.json"
        of = {path.split("/")[2] for path in paths if path.startswith("assets/search/")}
        assert {re.sub(r"-[0-9a-f]{10}$|\.json$", "", each) for each in of} == {listed.stem, "program"}


def test_a_missing_program_is_said_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagefind, "get_executable", lambda: None)
    with pytest.raises(SearchError, match="Pagefind is missing"):
        pagefind.write_index(tmp_path, tmp_path / "index")
    monkeypatch.setattr(pagefind, "get_executable", lambda: Path("/bin/false"))
    with pytest.raises(SearchError, match="could not read"):
        pagefind.write_index(tmp_path, tmp_path / "index")


def test_every_heading_gets_an_address_of_its_own() -> None:
    html = '<h2 class="a">Who &amp; when</h2><h3>Who &amp; when</h3><h2 id="mine">Mine</h2><h2>…</h2>'
    assert with_addresses(html) == (
        '<h2 class="a" id="who-when">Who &amp; when</h2><h3 id="who-when-2">Who &amp; when</h3>'
        '<h2 id="mine">Mine</h2><h2 id="section">…</h2>'
    )
