"""`guide build --only`: the site of one partnership, which works by itself."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from macros.finished import faults
from macros.host import Host, hosted
from macros.policies import policy_files
from tests.conftest import ROOT, MadeOnce
from tests.project import project
from tests.site import Reader, reader
from tests.test_search import search, titles

REAL = policy_files(ROOT / "policies")


pytestmark = pytest.mark.thorough


@pytest.fixture(scope="module")
def only_barnet(made_once: MadeOnce) -> Path:
    """The site of Barnet, from a project with five policies."""

    def make(folder: Path) -> None:
        folder.mkdir()
        command = [sys.executable, "-m", "macros.command", "build", "--quick", "--only", "barnet"]
        run = subprocess.run(command, cwd=project(folder, *REAL), capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stderr
        assert run.stdout.splitlines()[0] == "Policies read: 1."
        assert run.stdout.splitlines()[-1].startswith(
            "site/ holds Barnet alone now. Do not publish it in place of the whole site: every other page would be"
        )

    return made_once("only", make) / "site"


@pytest.fixture(scope="module")
def host(only_barnet: Path) -> Iterator[Host]:
    with hosted(only_barnet, ("gzip",)) as held:
        yield held


@pytest.fixture
def someone(browser: Browser, host: Host) -> Iterator[Reader]:
    with reader(browser, host.address) as found:
        yield found
        assert found.problems == []
        assert [each for each in host.sent if each[1] >= 400] == []


def test_it_holds_one_policy_and_every_link_leads_somewhere(only_barnet: Path) -> None:
    assert (only_barnet / "barnet" / "index.html").is_file()
    assert not list(only_barnet.rglob("*sefton*"))
    assert list(faults(only_barnet)) == []


def test_its_pages_are_those_that_they_are_among_others(only_barnet: Path, site_folder: Path) -> None:
    """None grows with the number of policies."""
    alone, among_others = (folder / "barnet" for folder in (only_barnet, site_folder))
    pages = sorted(file.relative_to(alone) for file in alone.rglob("index.html"))
    assert pages == sorted(file.relative_to(among_others) for file in among_others.rglob("index.html"))
    for page in pages:
        assert (alone / page).read_bytes() == (among_others / page).read_bytes(), page
    assert (site_folder / "404.html").stat().st_size < 15_000


def test_a_reader_comes_from_every_door_to_the_one_policy(someone: Reader) -> None:
    page = someone.page
    for door in ("", "areas/", "what-now/", "site-map/", "compare/"):
        page.goto(f"{someone.site}/{door}")
        page.get_by_role("main").get_by_role("link", name="Barnet").first.click()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert "/barnet/" in page.url


def test_there_is_nothing_to_compare_it_with_and_the_page_says_so(someone: Reader) -> None:
    page = someone.page
    page.goto(f"{someone.site}/barnet/")
    page.get_by_role("link", name="Compare with another policy").click()
    expect(page.get_by_text("This site holds one policy, so there is none to put beside it.")).to_be_visible()
    expect(page.get_by_role("combobox")).to_have_count(0)


def test_its_words_are_found_and_the_result_is_there(someone: Reader) -> None:
    page = someone.page
    page.goto(f"{someone.site}/search/")
    search(someone, "escalation")
    assert titles(page)
    page.locator(".eg-result h3 a").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert "/barnet/" in page.url
