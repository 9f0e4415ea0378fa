"""The site behind a real nginx and a real Caddy, with the configuration that the build writes for each."""

import gzip
import http.client
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from http.client import HTTPMessage
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest
from playwright.sync_api import Browser, expect

from macros.bench_host import loads
from macros.headers import TYPES, content_type, headers
from macros.publish.hosts import caddy
from macros.publish.nginx_here import served_by_nginx
from tests.caddy import said_of, served_by_caddy
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
    """What the host sent. sent: the bytes on the wire."""

    status: int
    headers: HTTPMessage
    sent: bytes

    @property
    def body(self) -> bytes:
        undo = {"br": brotli.decompress, "gzip": gzip.decompress}
        return undo.get(self.headers.get("Content-Encoding", ""), bytes)(self.sent)


def get(address: str, encodings: str = "br, gzip", **more: str) -> Answer:
    """One request, and nothing that a library would do by itself."""
    asked = {"Accept-Encoding": encodings, **{name.replace("_", "-"): text for name, text in more.items()}}
    return send(address, "GET", None, asked)


def send(address: str, method: str, body: bytes | None, asked: Mapping[str, str] = {}) -> Answer:
    """The same of any kind."""
    found = urlsplit(address)
    connection = http.client.HTTPConnection(str(found.hostname), found.port, timeout=10)
    connection.request(method, found.path, body, {**asked})
    answer = connection.getresponse()
    given = Answer(answer.status, answer.headers, answer.read())
    connection.close()
    return given


WITH_CADDY = [pytest.param((served_by_caddy, base), marks=pytest.mark.thorough) for base in ("/", BASE)]


@pytest.fixture(
    scope="module",
    params=[(served_by_nginx, "/"), (served_by_nginx, BASE), *WITH_CADDY],
    ids=["nginx", "nginx-below-a-path", "caddy", "caddy-below-a-path"],
)
def host(request: pytest.FixtureRequest, published: Path) -> Iterator[str]:
    """The address of the site, at a root and below a path."""
    serve, base = request.param
    with serve(published, base) as address:
        yield address


def places(folder: Path) -> list[tuple[str, str]]:
    found = [file for glob in ASSETS for file in folder.glob(f"assets/{glob}")]
    return [*PLACES, *((str(file.relative_to(folder)),) * 2 for file in found)]


def test_every_kind_of_page_and_file_comes_with_its_headers_and_its_type(host: str, published: Path) -> None:
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
        answer = get(host + place)
        expected = {**headers(f"/{place}"), "Content-Type": content_type(Path(file).suffix)}
        assert answer.status == 200, place
        assert {name: answer.headers.get(name) for name in expected} == expected, place
        assert answer.body == (published / file).read_bytes(), place


@pytest.mark.parametrize(
    "serve", [served_by_nginx, pytest.param(served_by_caddy, marks=pytest.mark.thorough)]
)
def test_a_file_has_the_type_that_we_say_even_where_the_host_knows_another(
    serve: Callable[..., AbstractContextManager[str]], tmp_path: Path
) -> None:
    for suffix in TYPES:
        (tmp_path / f"a{suffix}").write_text("x")
    with serve(tmp_path, BASE) as address:
        for suffix in TYPES:
            assert get(f"{address}a{suffix}").headers["Content-Type"] == content_type(suffix), suffix


def test_pages_come_compressed_as_the_browser_can_take_them(host: str, published: Path) -> None:
    for place, file in (("", "index.html"), ("sefton/what-now/", "sefton/what-now/index.html")):
        sizes = []
        for encodings, sent in (("gzip, deflate, br", "br"), ("gzip", "gzip"), ("identity", None)):
            answer = get(host + place, encodings)
            assert answer.headers.get("Content-Encoding") == sent
            assert answer.headers["Vary"] == "Accept-Encoding"
            assert answer.body == (published / file).read_bytes()
            sizes.append(len(answer.sent))
        assert sizes[0] < sizes[1] < sizes[2]


def test_without_its_module_nginx_still_sends_gzip(published: Path) -> None:
    with served_by_nginx(published, brotli=False) as address:
        assert get(f"{address}sefton/").headers["Content-Encoding"] == "gzip"


def test_through_a_proxy_pages_are_compressed_too(host: str) -> None:
    assert get(f"{host}sefton/", "gzip", Via="1.1 cdn").headers["Content-Encoding"] == "gzip"


def test_what_has_not_changed_is_not_sent_again(host: str) -> None:
    for place in ("", "sefton/", "api/v1/sefton.json"):
        first = get(host + place)
        again = get(host + place, If_None_Match=first.headers["ETag"])
        assert (again.status, again.sent) == (304, b"")
        assert again.headers["Content-Security-Policy"] == first.headers["Content-Security-Policy"]


def test_what_is_not_there_is_said_by_our_own_page(host: str, published: Path) -> None:
    for place in ("no-such-page/", "sefton/no-such-page", "assets/", "assets/scripts/", "api/v1/"):
        answer = get(host + place)
        assert answer.status == 404, place
        assert answer.body == (published / "404.html").read_bytes(), place
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        assert answer.headers["Cache-Control"] == "no-cache"
        assert answer.headers["X-Frame-Options"] == "DENY"


def test_a_forgotten_slash_is_added(host: str) -> None:
    answer = get(f"{host}sefton")
    assert answer.status in (301, 308)  # nginx and Caddy; both say that it is so for good
    assert answer.headers["Location"] == f"{urlsplit(host).path}sefton/"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_sites_own_path_is_typed_without_its_slash_too(host: str) -> None:
    if host.endswith(BASE):
        answer = get(host.rstrip("/"))
        assert (answer.status, answer.headers["Location"]) == (301, BASE)
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert get(host).status == 200


def test_nothing_outside_the_site_can_be_read_and_nothing_says_who_serves_it(host: str) -> None:
    for place in ("../mkdocs.yml", "..%2fmkdocs.yml", "%2e%2e/%2e%2e/etc/passwd"):
        assert get(host + place).status in (400, 404), place
    assert get(host).headers.get("Server") in ("nginx", None)  # and no version


def test_what_is_beside_the_site_is_not_there_either(host: str, published: Path) -> None:
    root = host.removesuffix(urlsplit(host).path)
    above = (
        () if urlsplit(host).path == "/" else ("/", "/index.html", "/escalation/", "/escalation/guidebook")
    )
    for place in (*above, "/other/", "/no-such.css", f"{urlsplit(host).path}no-such.css"):
        answer = get(root + place)
        assert (answer.status, answer.body) == (404, (published / "404.html").read_bytes()), place
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8", place
        assert answer.headers["Content-Security-Policy"] == headers("/")["Content-Security-Policy"]


@pytest.mark.parametrize(
    "host",
    [(served_by_nginx, BASE), pytest.param((served_by_nginx, "/"), marks=pytest.mark.thorough), *WITH_CADDY],
    indirect=True,
)
def test_nothing_that_a_page_does_goes_against_its_policy(browser: Browser, host: str) -> None:
    """Every kind of page, and the helper with its engine and its worker for when there is no connection."""
    with reader(browser, host.rstrip("/"), service_workers="allow") as someone:
        for place, file in PLACES:
            if file.endswith(".html"):
                someone.open(f"/{place}")
        someone.open("/sefton/what-now/")
        someone.page.wait_for_selector("[data-engine-state=ready]", timeout=60_000)
        expect(someone.page.locator("h1:visible")).to_have_text("Is a child in immediate danger?")
        assert someone.page.evaluate(WORKER) == host
        assert (someone.problems, someone.other_origins()) == ([], [])


def test_no_page_is_taken_for_one_that_never_changes(site_folder: Path) -> None:
    pages = [file.parent.relative_to(site_folder) for file in site_folder.rglob("index.html")]
    assert {headers(f"/{page}/")["Cache-Control"] for page in pages} == {"no-cache"}


def test_nobody_keeps_who_asked_for_which_page(published: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Not even for one that is not there, which nginx would tell its error log, address and all."""
    for base in ("/", BASE):
        with served_by_nginx(published, base) as address:
            for place in ("sefton/", "sefton/no-such-page", "sefton/no-such-page/", "assets/", "x" * 300):
                get(address + place)
            send(address, "POST", b"x" * 2_000_000)
    assert capfd.readouterr().err == ""


@pytest.mark.thorough
@pytest.mark.parametrize("below", ["/", BASE])
def test_caddy_finds_nothing_wrong_with_its_configuration(below: str, tmp_path: Path) -> None:
    assert said_of(caddy(below, redirects={"/northtown/": "/north-town/"}), tmp_path) == ""


@pytest.mark.thorough
def test_an_address_that_is_gone_leads_on_behind_caddy(published: Path) -> None:
    with served_by_caddy(published, BASE, {"/northtown/": "/sefton/"}) as address:
        answer = get(f"{address}northtown/")
    assert (answer.status, answer.headers["Location"]) == (301, f"{BASE}sefton/")


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
