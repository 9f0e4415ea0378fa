"""Never half a site: what is checked before the swap, and that nothing harms the last good site."""

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from macros import addresses as addressing
from macros import build as building
from macros import cache
from macros.addresses import addresses, note
from macros.assets import page_policy
from macros.build import BuildError, build
from macros.cache import only_one
from macros.finished import LARGEST, faults
from macros.redirects import Redirect, RedirectError, redirects, write_redirects
from macros.refused import in_printed
from macros.swap import swap
from tests.conftest import MADE_UP
from tests.project import project

PAGE = f'<html><head><meta content="{page_policy()}"></head><body><h1 id="top">A page</h1>{{}}</body></html>'
HOME = PAGE.format(
    '<a href="sefton/">Sefton</a> <a href="sefton/#top">its top</a> <a href="https://a.example">x</a>'
)
SEFTON = PAGE.format('<a href="../">Home</a>')
Built = Callable[..., int]
FULL = "No space left on device"


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Built:
    """Builds, with a builder that writes only the pages given: (path, text)."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "policies").mkdir()

    def run(pages: dict[str, str] | None = None, *, only: str | None = None, url: str = "") -> int:
        given = {"index.html": HOME, "sefton/index.html": SEFTON} if pages is None else pages

        def builder(_: str, new: Path, **__: object) -> list[str]:
            write(new, given)
            return list(given)

        monkeypatch.setattr(building, "_run_builder", builder)
        return build(only=only, url=url)

    return run


def write(folder: Path, pages: dict[str, str]) -> None:
    for path, text in pages.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)


def site_of(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        (
            "a/index.html",
            PAGE.format('<a href="../gone/">x</a>'),
            "/a/index.html: the link ../gone/ leads nowhere.",
        ),
        (
            "a/index.html",
            PAGE.format('<a href="../#no">x</a>'),
            "/a/index.html: the link ../#no leads nowhere.",
        ),
        ("a/index.html", PAGE.format('<img src="x.png">'), "/a/index.html: the link x.png leads nowhere."),
        ("a/index.html", SEFTON.removesuffix("</html>"), "/a/index.html: the page breaks off."),
        ("a/index.html", SEFTON.replace("h1", "p"), "/a/index.html: the page has no heading."),
        (
            "a/index.html",
            SEFTON.replace("'none'", "*", 1),
            "/a/index.html: the page does not carry the content policy",
        ),
        (
            "a/index.html",
            PAGE.format("<script>1</script>"),
            "/a/index.html: the page holds a script or a style",
        ),
        (
            "a/index.html",
            PAGE.format('<p onclick="x()">'),
            "/a/index.html: the page holds a script or a style",
        ),
        ("a.json", "", "/a.json is empty."),
        (
            "a.json",
            "1" * (LARGEST + 1),
            "/a.json has 2000001 bytes, more than 2000000: too much for a phone.",
        ),
    ],
)
def test_what_is_wrong_with_a_finished_site_is_named(tmp_path: Path, path: str, text: str, said: str) -> None:
    write(tmp_path, {"index.html": HOME, "sefton/index.html": SEFTON})
    assert list(faults(tmp_path)) == []
    write(tmp_path, {path: text})
    assert [fault[: len(said)] for fault in faults(tmp_path)] == [said]


def test_below_a_path_links_from_its_root_are_followed_too(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"index.html": HOME, "sefton/index.html": SEFTON, "404.html": PAGE.format('<a href="/x/sefton/">')},
    )
    assert list(faults(tmp_path, "/x/")) == []
    assert list(faults(tmp_path, "/y/")) == ["/404.html: the link /x/sefton/ leads nowhere."]


def test_a_site_at_fault_does_not_take_the_place_of_the_last(built: Built, tmp_path: Path) -> None:
    built()
    good = site_of(tmp_path / "site")
    with pytest.raises(
        BuildError, match=r"not in order: 2\. The site of before stands(.|\n)*sefton/ leads nowhere"
    ):
        built({"index.html": HOME})
    assert site_of(tmp_path / "site") == good
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "policies",
        "site",
        "site.build.lock",
        "site.publish",
    ]


def test_an_address_that_would_vanish_needs_a_successor(built: Built, tmp_path: Path) -> None:
    built()
    assert (note(Path("site")), note(Path("site"))) == (2, 0)
    assert Path("policies/addresses.txt").read_text() == "/\n/sefton/\n"
    renamed = {"index.html": HOME.replace("sefton", "mersey"), "mersey/index.html": SEFTON}
    with pytest.raises(BuildError, match=r"would be gone; .* policies/redirects\.txt: 1\. .*\n/sefton/"):
        built(renamed)
    assert (tmp_path / "site" / "sefton").exists()
    Path("policies/redirects.txt").write_text("/sefton/ /mersey/  # renamed in 2027\n")
    built(renamed)
    page = (tmp_path / "site/sefton/index.html").read_text()
    assert 'http-equiv="refresh" content="0; url=../mersey/"' in page
    assert '<link rel="canonical" href="../mersey/">' in page
    assert '<a href="../mersey/">Go to the page</a>' in page
    assert (tmp_path / "site/_redirects").read_text() == "/sefton/ /mersey/ 301\n"
    assert (
        "location = /sefton/ { return 301 /mersey/; }" in (tmp_path / "site.publish/nginx.conf").read_text()
    )
    assert (tmp_path / "site.publish/nginx.conf").stat().st_mode & 0o044 == 0o044, "a host can read it"
    assert "redir /sefton/ /mersey/ permanent" in (tmp_path / "site.publish/Caddyfile").read_text()


LINKED = (
    "sefton/briefing/briefing.pdf",
    "sefton/flowchart/flowchart.svg",
    "sefton/proof/paths.csv",
    "about/accessibility-checked.json",
    "api/v1/policies/2.json",
    "404.html",
)
NOT_LINKED = (
    "_headers",
    "_redirects",
    "robots.txt",
    "sitemap.xml",
    "sw.js",
    "sw-off.js",
    "assets/dates/sefton-00b69fd3120a.json",
    "assets/images/logo.svg",
    "sefton/proof/paths.csv.br",
    "sefton/proof/paths.csv.gz",
    "index.html.br",
)


def test_what_a_partnership_may_link_to_is_an_address_and_machinery_is_not(tmp_path: Path) -> None:
    write(tmp_path, dict.fromkeys(("index.html", "sefton/index.html", *LINKED, *NOT_LINKED), "x"))
    assert addresses(tmp_path) == {"/", "/sefton/", *(f"/{path}" for path in LINKED)}


def test_a_briefing_or_a_flowchart_cannot_vanish_unseen(built: Built, tmp_path: Path) -> None:
    pages = {"index.html": HOME, "sefton/index.html": SEFTON}
    built(pages | {"sefton/briefing.pdf": "a PDF", "sefton/flowchart.svg": "a picture"})
    note(Path("site"))
    built(pages | {"sefton/briefing.pdf": "a newer PDF", "sefton/flowchart.svg": "a newer picture"})
    with pytest.raises(
        BuildError, match=r"would be gone; (.|\n)*/sefton/briefing\.pdf\n/sefton/flowchart\.svg$"
    ):
        built(pages)
    Path("policies/redirects.txt").write_text(
        "/sefton/briefing.pdf /sefton/seven-minutes.pdf\n/sefton/flowchart.svg /sefton/\n"
    )
    built(pages | {"sefton/seven-minutes.pdf": "the PDF"})
    assert (tmp_path / "site/sefton/briefing.pdf").read_text() == "the PDF"
    assert not (tmp_path / "site/sefton/flowchart.svg").exists(), "a page is not read as a picture"
    assert "/sefton/flowchart.svg /sefton/ 301\n" in (tmp_path / "site/_redirects").read_text()


FIRST_LINE = "policies/redirects.txt:1: "


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("/old/", f"{FIRST_LINE}/old/. Write two addresses"),
        ("/old/ /older/ /oldest/", f"{FIRST_LINE}/old/ /older/ /oldest/. Write two addresses"),
        ("old/ /sefton/", f"{FIRST_LINE}old/ is no address of this site. Write it from the site's root"),
        ("/old /sefton/", f"{FIRST_LINE}/old is no address"),
        ("/old/ /sefton/#stages", f"{FIRST_LINE}/sefton/#stages is no address"),
        ("/c/../../../../x/ /sefton/", f"{FIRST_LINE}/c/../../../../x/ is no address"),
        ("/../x.html /sefton/", f"{FIRST_LINE}/../x.html is no address"),
        ("/%2e%2e/x/ /sefton/", f"{FIRST_LINE}/%2e%2e/x/ is no address"),
        ("/old/ //evil.example/", f"{FIRST_LINE}//evil.example/ is no address"),
        ("/old/ https://evil.example/", f"{FIRST_LINE}https://evil.example/ is no address"),
        ("/old/{return /sefton/;", f"{FIRST_LINE}/old/{{return is no address"),
        ("/old/ /older/\n/older/ /sefton/", f"{FIRST_LINE}/older/ is gone too, by line 2. Write the address"),
        ("/old/ /old/", f"{FIRST_LINE}/old/ is gone too, by line 1."),
        ("/old/ /sefton/\n/old/ /", "policies/redirects.txt:2: /old/ stands in line 1 already. Take one"),
    ],
)
def test_a_redirect_that_cannot_be_followed_is_refused_before_a_page_is_built(
    built: Built, tmp_path: Path, line: str, said: str
) -> None:
    Path("policies/redirects.txt").write_text(line)
    with pytest.raises(BuildError) as refused:
        built({"index.html": "a page that would be refused later"})
    assert str(refused.value).startswith(said)
    assert str(refused.value).endswith("\nThe site of before stands as it was.")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["policies", "site.build.lock"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("/sefton/ /", "/sefton/ is a page of the site. Take the line out"),
        ("/old/ /gone/", "/gone/ is no page of the site. Write the address that it has now."),
    ],
)
def test_a_redirect_that_the_site_contradicts_is_refused(built: Built, line: str, said: str) -> None:
    Path("policies/redirects.txt").write_text(f"# names of 2027\n\n{line} # renamed\n")
    with pytest.raises(BuildError, match=f"policies/redirects.txt:3: {said}"):
        built()


def test_every_wrong_redirect_is_named_at_once(tmp_path: Path) -> None:
    file = tmp_path / "redirects.txt"
    file.write_text("/old/\n/older/ /gone\n/oldest/ /sefton/\n/oldest/ /\n")
    with pytest.raises(RedirectError) as refused:
        redirects(file)
    assert [line.split(": ")[0].removeprefix(f"{file}") for line in str(refused.value).splitlines()] == [
        ":1",
        ":2",
        ":4",
    ]


def test_the_site_of_one_policy_needs_no_other_address_and_leads_nowhere_else(
    built: Built, tmp_path: Path
) -> None:
    Path("policies/addresses.txt").write_text("/\n/sefton/\n/barnet/\n/old/\n")
    Path("policies/redirects.txt").write_text("/old/ /barnet/\n")
    built(only="sefton")
    assert not (tmp_path / "site/_redirects").exists()
    for file in ("nginx.conf", "Caddyfile"):
        assert "/old/" not in (tmp_path / "site.publish" / file).read_text()


def test_a_file_that_moved_is_still_at_its_old_address(tmp_path: Path) -> None:
    write(tmp_path, {"api/v1/new.json": "{}"})
    write_redirects(tmp_path, [Redirect(1, "/api/v1/old.json", "/api/v1/new.json")])
    assert (tmp_path / "api/v1/old.json").read_text() == "{}"
    assert redirects(tmp_path / "none.txt") == ()


def test_two_builds_at_once_are_refused(built: Built) -> None:
    built()
    with only_one(Path("site.build.lock")) as alone:
        assert alone
        with pytest.raises(BuildError, match="Another build of site is under way. Wait until it has ended."):
            built()
    built()


def test_what_a_killed_build_left_is_cleared_away(built: Built, tmp_path: Path) -> None:
    write(tmp_path, {"site.new-1/index.html": "half a page", "site.new-1.txt": "index.html"})
    built()
    assert not [*tmp_path.glob("site.new-*")]


def test_a_full_disk_is_said_in_one_line(built: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    built()
    good = site_of(Path("site"))

    def full(*_: object) -> None:
        raise OSError(28, FULL, "site.new/index.html")

    monkeypatch.setattr(building, "netlify", full)
    with pytest.raises(
        BuildError, match=f"^{FULL}: site.new/index.html\nThe site of before stands as it was."
    ):
        built()
    assert site_of(Path("site")) == good


def test_a_builder_that_ended_for_the_system_is_said_in_one_line() -> None:
    lines = "INFO - Building\nTraceback (most recent call last):\n  File x\n"
    assert in_printed(f"{lines}OSError: [Errno 28] {FULL}\n") == FULL
    assert (
        in_printed(f"{lines}PermissionError: [Errno 13] Permission denied: 'a'\n") == "Permission denied: 'a'"
    )
    assert in_printed(f"{lines}KeyError: 'a'\n") == "", "a fault of ours is shown whole"


def test_a_list_of_addresses_that_cannot_be_written_is_said_with_what_to_do(
    built: Built, monkeypatch: pytest.MonkeyPatch, run_guide: Callable[..., tuple[int, str, str]]
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "policies/tmp1")

    built()
    monkeypatch.setattr(addressing, "write_whole", refused)
    code, out, err = run_guide("build", "--quick")
    assert code == 1
    assert err.splitlines() == [
        "The new site stands in site/, but policies/addresses.txt could not be written: Permission denied.",
        "That file holds the addresses that must never vanish. Let it be written, then build again.",
    ]
    assert "pages in site/" not in out


def test_what_cannot_be_written_whole_leaves_nothing_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, FULL)

    write(tmp_path, {"list.txt": "before"})
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match=FULL):
        cache.write_whole(tmp_path / "list.txt", b"after")
    assert site_of(tmp_path) == {"list.txt": b"before"}


def test_no_command_ends_in_a_traceback_for_what_the_system_refuses(
    run_guide: Callable[..., tuple[int, str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "policies").write_text("no folder")
    code, _, err = run_guide("new", "north-town")
    assert (code, err) == (1, "File exists: policies\n")


@pytest.mark.skipif(sys.platform != "linux", reason="one step takes Linux; elsewhere it is two")
def test_at_no_moment_of_a_swap_is_there_no_site(tmp_path: Path) -> None:
    site, there, done = tmp_path / "site", list[bool](), threading.Event()
    write(site, {"index.html": "0"})

    def look() -> None:
        while not done.is_set():
            there.append(site.exists())

    looking = threading.Thread(target=look)
    looking.start()
    for turn in range(300):
        write(tmp_path / "new", {"index.html": str(turn)})
        swap(tmp_path / "new", site)
    done.set()
    looking.join()
    assert len(there) > 300
    assert all(there)
    assert (site / "index.html").read_text() == "299"


# What follows runs the real command, and takes its time.


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """A project with a finished site of one made-up policy."""
    folder = project(tmp_path, MADE_UP / "plainshire.yaml")
    done = guide(folder)
    assert done.returncode == 0, done.stderr
    return folder


def guide(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(*words), cwd=folder, capture_output=True, text=True, check=False)


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "macros.command", "build", *(words or ("--quick",))]


@pytest.mark.thorough
def test_a_build_killed_at_any_moment_leaves_the_last_site_whole(whole: Path) -> None:
    """The build gives the same bytes each time, so the site never changes, whenever it is killed."""
    good, began = site_of(whole / "site"), time.monotonic()
    assert guide(whole).returncode == 0
    takes, dice = time.monotonic() - began, random.Random(20261122)
    late = [takes * part for part in (0.9, 0.95, 0.98, 1.0)]
    for wait in [*(dice.uniform(0, takes) for _ in range(12)), *late]:
        process = subprocess.Popen(command(), cwd=whole, stdout=subprocess.DEVNULL, start_new_session=True)
        time.sleep(wait)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert site_of(whole / "site") == good, f"killed after {wait:.2f} s"
    assert guide(whole).returncode == 0
    assert site_of(whole / "site") == good
    assert sorted(each.name for each in whole.glob("site*")) == ["site", "site.build.lock", "site.publish"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 6 MB, which takes root to make."""
    if sys.platform != "linux" or os.geteuid():
        pytest.skip("a small disk can be made only by root on Linux: run this test as root")
    disk = tmp_path / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "guide-test", str(disk)], check=True)
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.thorough
def test_a_full_disk_leaves_the_last_site_whole(small_disk: Path) -> None:
    folder = project(small_disk, MADE_UP / "plainshire.yaml")
    write(folder / "site", {"index.html": "the last good site"})
    done = guide(folder)
    assert done.returncode == 1
    said = [line for line in done.stderr.splitlines() if not line.endswith(" …")]
    assert said == [f"The site builder stopped: {FULL}", "The site of before stands as it was."]
    assert site_of(folder / "site") == {"index.html": b"the last good site"}
    assert shutil.disk_usage(folder).free > 5_000_000, "the half of a new site is taken away"


@pytest.mark.thorough
def test_a_folder_that_cannot_be_written_is_said_in_one_line(small_disk: Path) -> None:
    folder = project(small_disk, MADE_UP / "plainshire.yaml")
    write(folder / "site", {"index.html": "the last good site"})
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    done = guide(folder)
    assert done.returncode == 1
    assert "Read-only file system" in done.stderr
    assert "Traceback" not in done.stderr
    assert site_of(folder / "site") == {"index.html": b"the last good site"}


def nothing_kept(folder: Path) -> Path:
    """A cache without pages, proofs and indexes; with what takes minutes and has tests of its own."""
    for kind in ("brotli", "byte-code", "dates", "gz", "program"):
        folder.mkdir(exist_ok=True)
        (folder / kind).symlink_to(cache.folder(kind))
    return folder


@pytest.mark.thorough
def test_the_same_input_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Compressed copies and the files for hosts too: another order of files, time zone and hash seed."""
    files, found = sorted(MADE_UP.glob("*.yaml")), []
    for turn, order in enumerate((files, files[::-1])):
        (tmp_path / str(turn)).mkdir()
        folder = project(tmp_path / str(turn), *order)
        monkeypatch.setenv("PYTHONHASHSEED", str(turn))
        monkeypatch.setenv("TZ", ("Europe/London", "Asia/Tokyo")[turn])
        monkeypatch.setenv("GUIDE_CACHE", str(nothing_kept(tmp_path / f"cache-{turn}")))
        done = guide(folder, "--url", "https://guide.example/x/")
        assert done.returncode == 0, done.stderr
        digests = {name: hashlib.sha256(text).hexdigest() for name, text in site_of(folder / "site").items()}
        found.append((digests, site_of(folder / "site.publish")))
    assert len([name for name in found[0][0] if name.endswith((".br", ".gz"))]) > 100
    assert found[0] == found[1]
