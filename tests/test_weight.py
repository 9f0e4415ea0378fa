"""What each kind of page weighs on its way to a phone, and that nothing moves while it comes in."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from macros.assets import STYLES, AssetsError, asset_files, asset_names, bundle
from macros.host import Host, hosted
from tests.conftest import ROOT
from tests.site import Reader, reader

BYTES, REQUESTS = 90_000, 10
PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
PAGES = [  # the heaviest of its kind
    "/",
    "/what-now/",
    "/areas/",
    "/site-map/",
    "/compare/",
    "/compare/barnet/sefton/",
    "/barnet/",
    "/sefton/procedure/",
    "/barnet/flowchart/",
    "/sefton/briefing/",
    "/sefton/pocket-card/",
    "/bedfordshire/contacts/",
    "/sefton/record-form/",
    "/sefton/changes/",
    "/barnet/proof/",
    "/sefton/embed/",
    "/sefton/what-now/",
    "/barnet/what-now/",
    "/about/",
    "/about/sources/",
    "/about/checks/",
    "/about/components/",
    "/about/what-we-do-not-know/",
    "/no-such-page/",
]
LATER = ("/assets/engine/", "/api/")  # the engine, once the page is idle
MOVES = """
window.moved = [];
new PerformanceObserver((list) => {
  for (const { value, sources } of list.getEntries()) {
    moved.push(...sources.map(({ node }) => `${value}: ${node?.outerHTML?.slice(0, 80) ?? node?.data}`));
  }
}).observe({ type: "layout-shift", buffered: true });
"""
PLATFORMS = ("linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64", "win32-x64", "win32-arm64")


@pytest.fixture(scope="module")
def host(site_folder: Path) -> Iterator[Host]:
    """The site as a strict host sends it: gzip, and headers that allow little."""
    with hosted(site_folder, ("gzip",)) as held:
        yield held


def opened(someone: Reader, address: str) -> None:
    """The page, with its first heading in sight and its script run; the engine is still on its way."""
    someone.page.route("**/assets/engine/**", lambda _: None)
    someone.open(address)
    expect(someone.page.locator("h1:visible").first).to_be_visible()
    if someone.page.locator(".eg-helper").count():
        expect(someone.page.locator(".eg-helper.is-live")).to_be_visible()


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_light(
    browser: Browser, host: Host, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Everything that a first visit loads before the engine: at most 90 KB and ten requests."""
    host.sent.clear()
    with reader(browser, host.address, viewport=PHONE) as someone:
        opened(someone, address)
        assert someone.other_origins() == []
    sent = {path: size for path, _, size in host.sent if not path.startswith(LATER)}
    assert [line for line in host.sent if line[1] != 200 and line[0] != "/no-such-page/"] == []
    with capsys.disabled():
        print(f"\n{address} {sum(sent.values()) / 1000:.1f} KB, {len(sent)} requests", end=" ")
    assert sum(sent.values()) <= BYTES, sent
    assert len(host.sent) <= REQUESTS, host.sent


@pytest.mark.parametrize(
    "viewport", [PHONE, pytest.param(DESKTOP, marks=pytest.mark.thorough)], ids=["phone", "desktop"]
)
def test_nothing_moves_while_a_page_comes_in(browser: Browser, host: Host, viewport: dict[str, int]) -> None:
    moved: dict[str, list[str]] = {}
    with reader(browser, host.address, viewport=viewport) as someone:
        someone.page.add_init_script(MOVES)
        for address in PAGES:
            opened(someone, address)
            moved[address] = someone.page.evaluate("moved")
    assert {address: nodes for address, nodes in moved.items() if nodes} == {}


@pytest.mark.thorough
def test_nothing_moves_when_the_engine_is_there(browser: Browser, host: Host) -> None:
    with reader(browser, host.address, viewport=PHONE) as someone:
        someone.page.add_init_script(MOVES)
        someone.open("/sefton/what-now/")
        someone.page.wait_for_selector("[data-engine-state=ready]", timeout=60_000)
        assert someone.page.evaluate("moved") == []


def test_a_page_names_the_bundles_and_they_can_be_kept_for_ever(site_folder: Path, host: Host) -> None:
    page = (site_folder / "sefton" / "index.html").read_text("utf-8")
    search = (site_folder / "search" / "index.html").read_text("utf-8")
    for part, path in asset_names().items():
        assert f"../{path}" in (search if part == "search" else page)
        assert re.search(r"-[0-9a-f]{10}\.(js|css|png)$", path)
    assert json.loads((site_folder / "assets" / "frame.json").read_text("utf-8")) == asset_names()


def test_the_site_has_the_bundles_and_not_what_they_are_made_of(site_folder: Path) -> None:
    published = {path for path, _ in asset_files()} - {"assets/frame.json"}
    patterns = ("assets/scripts/*.js", "assets/stylesheets/site-*.css", "assets/images/favicon*")
    found = [file for pattern in patterns for file in site_folder.glob(pattern)]
    assert {file.relative_to(site_folder).as_posix() for file in found} == published
    assert list(site_folder.glob("styles/*")) == []


def test_every_stylesheet_of_ours_counts_once() -> None:
    named = re.findall(r'@import "\./(.+)";', (STYLES / "site.css").read_text("utf-8"))
    assert sorted(named) == sorted(
        file.name for file in STYLES.glob("*.css") if file.name not in ("site.css", "helper.css")
    )


def test_a_mistake_in_a_script_is_named(tmp_path: Path) -> None:
    (tmp_path / "page.js").write_text('import "./gone.js";')
    with pytest.raises(AssetsError, match=r'page\.js cannot be bundled:(.|\n)*"\./gone\.js"'):
        bundle(tmp_path / "page.js")


def test_the_lock_has_the_bundler_for_every_kind_of_computer() -> None:
    locked = json.loads((ROOT / "helper/web/package-lock.json").read_text("utf-8"))["packages"]
    wanted = [f"node_modules/@esbuild/{platform}" for platform in PLATFORMS]
    assert [name for name in wanted if "integrity" not in locked.get(name, {})] == []
