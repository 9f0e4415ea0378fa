"""What the tests share: the real policies, and asking them."""

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, expect, sync_playwright

from helper.fixed_words import Silent
from helper.policy import Policy
from macros.build import build
from macros.policies import policy_files, read_policies
from tests.published import publish
from tests.site import BROWSER_FLAGS, served, whole_chromium

ROOT = Path(__file__).parent.parent
expect.set_options(timeout=20_000)  # a busy machine answers late, not wrongly
MADE_UP = ROOT / "tests" / "policies"
ADDRESS = "https://guide.example/"
"""Of a site that knows where it is published."""
MadeOnce = Callable[[str, Callable[[Path], object]], Path]
ALL_FILES = [*policy_files(ROOT / "policies"), *policy_files(MADE_UP)]
ALL_POLICIES = read_policies(ALL_FILES)


def policy(id_: str) -> Policy:
    """A real or made-up policy by its id."""
    return next(each for each in ALL_POLICIES if each.id == id_)


def calm(asked: Policy) -> dict[str, str]:
    """The first answers of somebody whom no other route fits, as far as this policy asks for them."""
    routes = {} if isinstance(asked.other_routes, Silent) else {"route": "none"}
    return {"immediate_danger": "no", **routes}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Those that need a built site come last: while one process builds it, the others have work."""
    items.sort(key=lambda item: max(map(_waits, getattr(item, "fixturenames", ())), default=0))


def _waits(fixture: str) -> int:
    waits = {"site_folder": 1, "published": 1, "made_up_folder": 2, "folder_of_long_ago": 2}
    return waits.get(fixture, 0)


@pytest.fixture
def sefton() -> Policy:
    return policy("sefton")


@pytest.fixture
def barnet() -> Policy:
    return policy("barnet")


@pytest.fixture
def run_guide(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs the command line in this process; exit code, what it printed, what went to the error stream."""
    from macros.command import main

    def run(*words: str) -> tuple[int, str, str]:
        code = main(words)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> MadeOnce:
    """Gives a folder by its name, made by the first of all processes of this run that asks for it."""
    base = tmp_path_factory.getbasetemp()
    common = base if worker_id == "master" else base.parent

    def made(name: str, make: Callable[[Path], object]) -> Path:
        with FileLock(common / f"{name}.lock"):
            if not (common / f"{name}.made").exists():
                make(common / name)
                (common / f"{name}.made").touch()
        return common / name

    return made


@pytest.fixture(scope="session")
def site_folder(made_once: MadeOnce) -> Path:
    """The whole site of the real policies."""

    def make(folder: Path) -> None:
        with contextlib.chdir(ROOT):
            build(site=folder)

    return made_once("site", make)


@pytest.fixture(scope="session")
def published(made_once: MadeOnce, site_folder: Path) -> Path:
    """Pages of every kind for a real nginx; left out only if GUIDE_BROWSERS says so."""
    wanted = os.environ.get("GUIDE_BROWSERS", "nginx")
    if "nginx" not in wanted.split(","):
        pytest.skip(f"GUIDE_BROWSERS={wanted} leaves out nginx")
    return made_once("published", lambda folder: publish(site_folder, folder))


@pytest.fixture(scope="session")
def site(site_folder: Path) -> Iterator[str]:
    """The address of the built site on this machine."""
    with served(site_folder) as address:
        yield address


@pytest.fixture(scope="session")
def made_up_folder(made_once: MadeOnce) -> Path:
    """The whole site of the made-up policies."""
    from tests.project import project

    def make(folder: Path) -> None:
        folder.mkdir()
        with contextlib.chdir(project(folder, *policy_files(MADE_UP))):
            build(site=folder / "site")

    return made_once("made-up", make) / "site"


@pytest.fixture(scope="session")
def made_up(made_up_folder: Path) -> Iterator[str]:
    """The address of the site of the made-up policies."""
    with served(made_up_folder) as address:
        yield address


@pytest.fixture(scope="session")
def folder_of_long_ago(made_once: MadeOnce) -> Path:
    """The whole site of Plainshire alone, with its earlier versions; it knows its own address."""
    from tests.versions import with_versions

    def make(folder: Path) -> None:
        folder.mkdir()
        with contextlib.chdir(with_versions(folder)):
            build(site=folder / "site", url=ADDRESS)

    return made_once("versions", make) / "site"


@pytest.fixture(scope="session")
def site_of_long_ago(folder_of_long_ago: Path) -> Iterator[str]:
    """The address of the site with earlier versions."""
    with served(folder_of_long_ago) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium, without its windows if `./dev test` has found one."""
    program = os.environ.get("GUIDE_SHELL") or whole_chromium()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=BROWSER_FLAGS)
        yield chromium
        chromium.close()
