"""The three browsers, each started once and only when a test asks for it."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browsers import firefox, webkit
from tests.browsers.chromium import chromium
from tests.browsers.trap import Trap, trap
from tests.browsers.visitor import Visitor
from tests.browsers.watching import Fault, watching
from tests.browsers.window import Window
from tests.site import BROWSER_FLAGS, whole_chromium

NAMES = ("chromium", "firefox", "webkit")
Visit = Callable[..., AbstractContextManager[Visitor]]
Started = Callable[[str], Window]


@pytest.fixture(scope="session")
def elsewhere() -> Iterator[Trap]:
    """Where every request to another origin ends."""
    with trap() as proxy:
        yield proxy


@pytest.fixture(scope="session")
def started(elsewhere: Trap) -> Iterator[Started]:
    """Gives Firefox or WebKit by name, the same window each time."""
    windows: dict[str, Window] = {}
    with ExitStack() as open_ones:

        def start(name: str) -> Window:
            if name not in windows:
                browser = {"firefox": firefox.firefox, "webkit": webkit.webkit}[name]
                windows[name] = open_ones.enter_context(browser(elsewhere.port))
            return windows[name]

        yield start


@pytest.fixture(scope="session")
def as_people_have_it(browser: Browser) -> Iterator[Browser]:
    """Chromium with all its windows."""
    whole = browser.browser_type.launch(executable_path=whole_chromium(), args=BROWSER_FLAGS)
    yield whole
    whole.close()


@pytest.fixture(params=[pytest.param("chromium", marks=pytest.mark.thorough), "firefox", "webkit"])
def name(request: pytest.FixtureRequest) -> str:
    """Each of the browsers, or those that GUIDE_BROWSERS names; Chromium is in all the other tests too."""
    wanted = os.environ.get("GUIDE_BROWSERS", ",".join(NAMES)).split(",")
    assert set(wanted) <= {*NAMES, "nginx"}, f"GUIDE_BROWSERS is made of: {', '.join(NAMES)}."
    if request.param not in wanted:
        pytest.skip(f"GUIDE_BROWSERS={','.join(wanted)} leaves out {request.param}")
    return str(request.param)


@pytest.fixture
def window(name: str, started: Started, request: pytest.FixtureRequest) -> Iterator[Window]:
    """A window of the browser; nothing of another test's can be found from the next host."""
    if name != "chromium":
        yield started(name)
        return
    with chromium(request.getfixturevalue("as_people_have_it")) as page:
        yield page


@pytest.fixture
def without_script(name: str, elsewhere: Trap) -> Iterator[Window]:
    """A window whose pages may run no script."""
    if name == "firefox":
        switched_off = firefox.firefox(elsewhere.port, firefox.WITHOUT_SCRIPT)
    else:
        switched_off = webkit.webkit(elsewhere.port, webkit.WITHOUT_SCRIPT)
    with switched_off as page:
        yield page


@pytest.fixture
def visit(window: Window, elsewhere: Trap, site_folder: Path) -> Visit:
    """Opens the site to a visitor: with a fault, or with a script that runs first in each page."""

    @contextmanager
    def visiting(fault: Fault | None = None, script: str = "") -> Iterator[Visitor]:
        elsewhere.caught.clear()
        with watching(site_folder, fault, script) as host:
            yield Visitor(window, host, elsewhere)

    return visiting
