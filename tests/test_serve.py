"""`guide serve`: an edit shows by itself, and a mistake does not take the site away."""

import os
import re
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from macros.serving.port import free_port
from tests.conftest import MADE_UP, ROOT
from tests.project import project

PATIENCE = 60
GLANCE, HOME = "/plainshire/", "/"
WORDS, EDITED = "You ring the other worker", "You knock on the door"


@dataclass
class Served:
    """A served project: its folder, its address, and the file with what was printed."""

    folder: Path
    address: str
    printed: Path

    @property
    def file(self) -> Path:
        return self.folder / "policies" / "plainshire.yaml"

    def page(self, path: str) -> str:
        return self.answer(path)[1]

    def answer(self, path: str) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(f"{self.address}{path}", timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except (OSError, HTTPException):
            return 0, ""

    def edit(self, old: str, new: str) -> None:
        text = self.file.read_text("utf-8")
        assert old in text
        self.file.write_text(text.replace(old, new), "utf-8")


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    """The folder served by the real command, as soon as its home page is there."""
    port, printed = free_port(8100), folder / "printed.txt"
    command = [sys.executable, "-m", "macros.command", "serve", "--port", str(port)]
    with printed.open("w") as out:
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=out)
        served = Served(folder, f"http://127.0.0.1:{port}", printed)
        try:
            wait_until(lambda: "how-checked" in served.page(HOME), "the home page is there")
            yield served
        finally:
            process.terminate()
            process.wait(timeout=20)
            assert served.answer(HOME) == (0, ""), "the server has outlived its command"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(project(tmp_path_factory.mktemp("served"), MADE_UP / "plainshire.yaml")) as served:
        assert f"{served.address}/" in served.printed.read_text("utf-8")
        yield served


@pytest.fixture
def served(server: Served) -> Iterator[Served]:
    """The server with the policy as it was, before and after."""
    good = server.file.read_text("utf-8")
    yield server
    server.file.write_text(good, "utf-8")
    wait_until(lambda: WORDS in server.page(GLANCE) and "Faults" not in server.page(GLANCE), "as it was")


def wait_until(true: Callable[[], object], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, f"after {PATIENCE} s: {what}"
        time.sleep(0.05)


def test_a_policy_owner_saves_and_the_open_page_shows_it(served: Served, browser: Browser) -> None:
    page = browser.new_page()
    problems: list[str] = []
    page.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
    page.goto(f"{served.address}{GLANCE}")
    expect(page.get_by_text(WORDS).first).to_be_visible()
    served.edit(WORDS, EDITED)
    expect(page.get_by_text(EDITED).first).to_be_visible()
    assert problems == []
    page.close()


def test_a_mistake_is_named_above_the_last_good_page(served: Served, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{served.address}{GLANCE}")
    served.edit("stage_word: level", "stage_word:")
    faults = page.get_by_role("complementary", name="Faults")
    expect(faults).to_contain_text("1 fault. Below is what was there before.")
    expect(faults).to_contain_text("policies/plainshire.yaml:6:12: stage_word is empty. Write text.")
    expect(page.get_by_text(WORDS).first).to_be_visible()
    assert "stage_word is empty" in served.printed.read_text("utf-8")
    assert "stage_word is empty" in served.page(HOME), "a page of all policies names every fault"
    served.edit("stage_word:", "stage_word: rung")
    expect(faults).to_have_count(0)
    expect(page.get_by_text("rung").first).to_be_visible()
    page.close()


def test_the_page_carries_the_rules_of_the_published_site(served: Served) -> None:
    assert "script-src 'self' 'wasm-unsafe-eval' 'sha256-" in served.page(GLANCE)
    assert "unsafe-inline" not in served.page(GLANCE)
    assert "data-worker" not in served.page(GLANCE), "a worker would stand between an edit and its page"
    assert "unregister" in served.page("/sw.js"), "one that is left from before is switched off"


def test_an_editor_may_put_another_file_in_its_place(served: Served) -> None:
    aside = served.file.with_suffix(".yaml~")
    aside.write_text(served.file.read_text("utf-8").replace(WORDS, EDITED), "utf-8")
    os.replace(aside, served.file)
    wait_until(lambda: EDITED in served.page(GLANCE), "the edit shows")


def test_a_file_is_emptied_and_filled_again(served: Served) -> None:
    good = served.file.read_text("utf-8")
    served.file.write_text("", "utf-8")
    wait_until(lambda: "the file is empty" in served.page(GLANCE), "the empty file is named")
    assert WORDS in served.page(GLANCE)
    served.file.write_text(good.replace(WORDS, EDITED), "utf-8")
    wait_until(lambda: EDITED in served.page(GLANCE), "the new words show")
    assert "Faults" not in served.page(GLANCE)


def test_of_two_edits_in_a_tenth_of_a_second_the_last_one_stays(served: Served) -> None:
    """Of the same length, so that neither size nor a coarse clock tells them apart."""
    for number in range(5):
        good = served.file.read_text("utf-8")
        for word in (f"You knock {number} aaa", f"You knock {number} bbb"):
            served.file.write_text(good.replace(WORDS, word), "utf-8")
            time.sleep(0.04)
        wait_until(lambda word=word: word in served.page(GLANCE), "the last edit shows")
        time.sleep(0.2)
        assert f"{number} bbb" in served.page(GLANCE)
        served.file.write_text(good, "utf-8")


def test_an_edit_while_a_page_is_made_is_not_missed(served: Served) -> None:
    """The page names the edition that it was begun with, and whoever asks for the next gets it."""
    shown = re.search(r"edition=(\d+)", served.page(GLANCE))
    assert shown
    served.edit(WORDS, EDITED)
    _, following = served.answer(f"/.serve/after/{shown[1]}")
    assert int(following) > int(shown[1])
    assert EDITED in served.page(GLANCE)


def test_a_policy_comes_and_goes(served: Served) -> None:
    added = served.folder / "policies" / "glenmore.yaml"
    added.write_bytes((MADE_UP / "glenmore.yaml").read_bytes())
    wait_until(lambda: "Glenmore" in served.page(HOME), "the home page lists it")
    assert served.answer("/glenmore/procedure/")[0] == 200
    assert "Glenmore" in served.page("/compare/glenmore/plainshire/")
    added.unlink()
    wait_until(lambda: "Glenmore" not in served.page(HOME), "the home page has let it go")
    assert served.answer("/glenmore/procedure/")[0] == 404


def test_a_new_file_full_of_faults_has_them_on_its_page(served: Served) -> None:
    added = served.folder / "policies" / "newtown.yaml"
    added.write_text("name: Newtown\n", "utf-8")
    wait_until(lambda: "Nothing to show yet" in served.page("/newtown/"), "the page is there")
    assert "policies/newtown.yaml:1:1: stages is missing." in served.page("/newtown/procedure/")
    added.unlink()
    wait_until(lambda: served.answer("/newtown/")[0] == 404, "it is gone")


def test_dates_of_an_older_version_are_not_to_be_had(served: Served) -> None:
    def dates() -> str:
        found = re.search(r'data-dates="\.\./\.\.(/[^"]+)"', served.page("/plainshire/what-now/"))
        assert found
        return found[1]

    before = dates()
    assert served.answer(before)[0] == 200
    served.edit("amount: 3", "amount: 4")
    wait_until(lambda: dates() != before, "the page names another table")
    assert served.answer(before)[0] == 404
    assert served.answer(dates())[0] == 200


def test_pages_written_by_hand_lead_to_generated_ones(served: Served) -> None:
    assert served.answer("/about/speed/")[0] == 200
    assert 'href="checks/"' in served.page("/about/")
    assert served.answer("/no/such/page/")[0] == 404
    assert served.answer("/plainshire")[0] == 200, "without its last slash it leads on"


def copied(folder: Path) -> Path:
    """A project whose program, templates and pages by hand can be edited."""
    project(folder, MADE_UP / "plainshire.yaml")
    for name in ("docs", "macros", "helper"):
        (folder / name).unlink()
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("node_modules"))
    (folder / "helper" / "web" / "node_modules").symlink_to(ROOT / "helper" / "web" / "node_modules")
    return folder


@pytest.mark.thorough
def test_a_template_a_page_by_hand_and_the_program_are_taken_in(tmp_path: Path) -> None:
    with serving(copied(tmp_path)) as served:

        def edit(file: str, old: str, new: str) -> None:
            text = (tmp_path / file).read_text("utf-8")
            assert old in text
            (tmp_path / file).write_text(text.replace(old, new), "utf-8")

        edit("macros/templates/at_a_glance.html.j2", "at a glance</h1>", "in a nutshell</h1>")
        wait_until(lambda: "Plainshire in a nutshell" in served.page(GLANCE), "the template is taken in")
        edit("docs/about/sources.md", "# Sources", "# Where it is from")
        wait_until(lambda: "Where it is from" in served.page("/about/sources/"), "the page is taken in")
        edit("docs/theme/404.html", "does not exist", "has never been")
        wait_until(lambda: "has never been" in served.page("/nowhere/"), "the frame is taken in")
        edit("docs/styles/page.css", ".eg-errors", ".eg-error")
        edit("macros/kinds.py", "{name} at a glance", "{name} in short")
        wait_until(lambda: "Plainshire in short" in served.page(GLANCE), "the program is started again")
        edit("macros/kinds.py", "KINDS = (", "KINDS = ((")
        wait_until(lambda: "macros/kinds.py:" in served.printed.read_text("utf-8"), "the slip is named")
        assert "Plainshire in short" in served.page(GLANCE)


def test_a_fault_in_an_earlier_version_is_named_where_it_is_shown(served: Served) -> None:
    earlier = served.folder / "policies" / "earlier" / "plainshire" / "2027-03-01.yaml"
    earlier.parent.mkdir(parents=True)
    earlier.write_text("name: [", "utf-8")
    wait_until(lambda: "This page cannot be made" in served.page("/plainshire/changes/"), "it is named")
    assert "2027-03-01.yaml:1" in served.page("/plainshire/changes/")
    assert served.answer(GLANCE)[0] == 200, "the other pages do without it"
    shutil.rmtree(earlier.parent.parent)
    assert served.answer("/plainshire/changes/")[0] == 200


@pytest.mark.thorough
def test_many_readers_and_a_hundred_edits_meet_only_whole_pages(served: Served) -> None:
    good = served.file.read_text("utf-8")
    texts = (good.replace(WORDS, EDITED), "", good.replace("stage_word: level", "stage_word:"), good)
    paths = (GLANCE, HOME, "/plainshire/what-now/", "/plainshire/briefing/", "/site-map/", "/about/")
    with ThreadPoolExecutor(len(paths)) as readers:
        read = [readers.submit(lambda path=path: [served.answer(path) for _ in range(40)]) for path in paths]
        for number in range(100):
            served.file.write_text(texts[number % len(texts)], "utf-8")
            time.sleep(0.03)
        answers = [answer for each in read for answer in each.result()]
    assert {status for status, _ in answers} == {200}
    assert all("</html>" in page for _, page in answers)
    wait_until(lambda: WORDS in served.page(GLANCE), "the last edit shows")
