"""The site behind a real nginx, with the configuration that the build writes."""

import gzip
import http.client
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest
from playwright.sync_api import Browser, expect

from macros.bench_host import loads
from macros.headers import content_type, headers
from macros.publish.nginx_here import served_by_nginx
from tests.published import BASE, PLACES
from tests.site import reader

WORKER = """Promise.race([
  navigator.serviceWorker.ready.then(({ scope }) => scope),
  new Promise((tell) => setTimeout(tell, 30_000, "no worker after 30 seconds")),
])"""
ASSETS = (
    "scripts/*.js",
    "stylesheets/*.css",
    "dates/*.json",
    "images/*.png",
    "images/*.svg",
    "engine/**/*.*",
)


@dataclass(frozen=True)
class Answer:
    """What nginx sent. sent: the bytes on the wire."""

    status: int
    headers: dict[str, str]
    sent: bytes

    @property
    def body(self) -> bytes:
        undo = {"br": brotli.decompress, "gzip": gzip.decompress}
        return undo.get(self.headers.get("Content-Encoding", ""), bytes)(self.sent)


def get(address: str, encodings: str = "br, gzip", **more: str) -> Answer:
    """One request, and nothing that a library would do by itself."""
    found = urlsplit(address)
    connection = http.client.HTTPConnection(str(found.hostname), found.port, timeout=10)
    asked = {"Accept-Encoding": encodings, **{name.replace("_", "-"): text for name, text in more.items()}}
    connection.request("GET", found.path, headers=asked)
    answer = connection.getresponse()
    given = Answer(answer.status, dict(answer.getheaders()), answer.read())
    connection.close()
    return given


@pytest.fixture(scope="module", params=["/", BASE])
def nginx(request: pytest.FixtureRequest, published: Path) -> Iterator[str]:
    """The address of the site, at a root and below a path."""
    with served_by_nginx(published, request.param) as address:
        yield address


def places(folder: Path) -> list[tuple[str, str]]:
    found = [file for glob in ASSETS for file in folder.glob(f"assets/{glob}")]
    return [*PLACES, *((str(file.relative_to(folder)),) * 2 for file in found)]


def test_every_kind_of_page_and_file_comes_with_its_headers_and_its_type(nginx: str, published: Path) -> None:
    asked = places(published)
    assert {Path(file).suffix for _, file in asked} >= {
        ".html",
        ".js",
        ".mjs",
        ".wasm",
        ".zip",
        ".css",
        ".csv",
    }
    for place, file in asked:
        answer = get(nginx + place)
        expected = {**headers(f"/{place}"), "Content-Type": content_type(Path(file).suffix)}
        assert answer.status == 200, place
        assert {name: answer.headers.get(name) for name in expected} == expected, place
        assert answer.body == (published / file).read_bytes(), place


def test_pages_come_compressed_as_the_browser_can_take_them(nginx: str, published: Path) -> None:
    for place, file in (("", "index.html"), ("sefton/what-now/", "sefton/what-now/index.html")):
        sizes = []
        for encodings, sent in (("gzip, deflate, br", "br"), ("gzip", "gzip"), ("identity", None)):
            answer = get(nginx + place, encodings)
            assert answer.headers.get("Content-Encoding") == sent
            assert answer.headers["Vary"] == "Accept-Encoding"
            assert answer.body == (published / file).read_bytes()
            sizes.append(len(answer.sent))
        assert sizes[0] < sizes[1] < sizes[2]


def test_without_its_module_nginx_still_sends_gzip(published: Path) -> None:
    with served_by_nginx(published, brotli=False) as address:
        assert get(f"{address}sefton/").headers["Content-Encoding"] == "gzip"


def test_through_a_proxy_pages_are_compressed_too(nginx: str) -> None:
    assert get(f"{nginx}sefton/", "gzip", Via="1.1 cdn").headers["Content-Encoding"] == "gzip"


def test_what_has_not_changed_is_not_sent_again(nginx: str) -> None:
    for place in ("", "sefton/", "api/v1/sefton.json"):
        first = get(nginx + place)
        again = get(nginx + place, If_None_Match=first.headers["ETag"])
        assert (again.status, again.sent) == (304, b"")
        assert again.headers["Content-Security-Policy"] == first.headers["Content-Security-Policy"]


def test_what_is_not_there_is_said_by_our_own_page(nginx: str, published: Path) -> None:
    for place in ("no-such-page/", "sefton/no-such-page", "assets/", "assets/scripts/", "api/v1/"):
        answer = get(nginx + place)
        assert answer.status == 404, place
        assert answer.body == (published / "404.html").read_bytes(), place
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        assert answer.headers["Cache-Control"] == "no-cache"
        assert answer.headers["X-Frame-Options"] == "DENY"


def test_a_forgotten_slash_is_added(nginx: str) -> None:
    answer = get(f"{nginx}sefton")
    assert (answer.status, answer.headers["Location"]) == (301, f"{urlsplit(nginx).path}sefton/")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_nothing_outside_the_site_can_be_read_and_nothing_says_who_serves_it(nginx: str) -> None:
    for place in ("../mkdocs.yml", "..%2fmkdocs.yml", "%2e%2e/%2e%2e/etc/passwd"):
        assert get(nginx + place).status in (400, 404), place
    assert get(nginx).headers["Server"] == "nginx"  # and no version


@pytest.mark.parametrize("nginx", [BASE, pytest.param("/", marks=pytest.mark.thorough)], indirect=True)
def test_nothing_that_a_page_does_goes_against_its_policy(browser: Browser, nginx: str) -> None:
    """Every kind of page, and the helper with its engine and its worker for when there is no connection."""
    with reader(browser, nginx.rstrip("/"), service_workers="allow") as someone:
        for place, file in PLACES:
            if file.endswith(".html"):
                someone.open(f"/{place}")
        someone.open("/sefton/what-now/")
        someone.page.wait_for_selector("[data-engine-state=ready]", timeout=60_000)
        expect(someone.page.locator("h1:visible")).to_have_text("Is a child in immediate danger?")
        assert someone.page.evaluate(WORKER) == nginx
        assert (someone.problems, someone.other_origins()) == ([], [])


def test_no_page_is_taken_for_one_that_never_changes(site_folder: Path) -> None:
    pages = [file.parent.relative_to(site_folder) for file in site_folder.rglob("index.html")]
    assert {headers(f"/{page}/")["Cache-Control"] for page in pages} == {"no-cache"}


@pytest.mark.thorough
def test_two_hundred_readers_at_once_meet_no_error(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain, pages = loads(published, 30)
    with capsys.disabled():
        print(f"\nplain {plain.rate:.0f}/s, pages {pages.rate:.0f}/s", end=" ")
    assert (plain.wrong, pages.wrong) == ("", "")
    assert pages.answers > 100_000
    assert pages.rate > plain.rate / 3
