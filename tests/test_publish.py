"""What the build writes for hosts: the same headers everywhere."""

from pathlib import Path

import pytest

from macros.arguments import made_parser
from macros.assets import page_policy
from macros.headers import LASTING, headers
from macros.publish.hosts import base, caddy, hashed_paths, host_files, netlify, nginx


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("index.html", "assets/engine/engine.json", "assets/engine/python-cd7670fa54.zip"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    for name in ("assets/dates/a-00b69fd3120a.json", "assets/engine/pyodide-cd9fc4a869/pyodide.mjs"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


def obeyed(text: str, path: str) -> dict[str, str]:
    """The headers of a path as Cloudflare reads the file: rules are joined, "!" takes a header off."""
    found: dict[str, list[str]] = {}
    holds = False
    for line in text.splitlines():
        if not line.startswith(" "):
            holds = matches(line, path)
        elif holds and line.strip().startswith("!"):
            found.pop(line.strip(" !"), None)
        elif holds:
            name, value = line.strip().split(": ", maxsplit=1)
            found.setdefault(name, []).append(value)
    return {name: ", ".join(values) for name, values in found.items()}


def matches(rule: str, path: str) -> bool:
    wanted, asked = rule.split("/"), path.split("/")
    if rule.endswith("*"):
        return path.startswith(rule[:-1])
    same = (one.startswith(":") or one == other for one, other in zip(wanted, asked, strict=False))
    return len(wanted) == len(asked) and all(same)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/sefton/",
        "/sefton/embed/",
        "/no-such-page",
        "/assets/engine/engine.json",
        "/assets/engine/python-cd7670fa54.zip",
        "/assets/engine/pyodide-cd9fc4a869/pyodide.mjs",
        "/assets/dates/a-00b69fd3120a.json",
    ],
)
def test_netlify_and_cloudflare_send_what_the_others_send(site: Path, path: str) -> None:
    assert obeyed(netlify(hashed_paths(site)), path) == headers(path)


def test_a_folder_is_named_once_if_all_in_it_may_be_kept(site: Path) -> None:
    assert hashed_paths(site) == [
        "/assets/dates/*",
        "/assets/engine/pyodide-cd9fc4a869/*",
        "/assets/engine/python-cd7670fa54.zip",
    ]


def test_every_host_is_told_every_header() -> None:
    for text in (nginx(), caddy(), netlify(["/assets/dates/*"])):
        for path in ("/", "/sefton/embed/"):
            for name, value in headers(path).items():
                assert name in text
                assert value in text, name
        assert LASTING in text


def test_each_header_says_what_the_page_says_of_itself() -> None:
    for path in ("/", "/sefton/embed/"):
        policy = headers(path)["Content-Security-Policy"]
        assert policy.startswith(f"{page_policy()}; frame-ancestors ")
        assert "unsafe-inline" not in policy
        assert "'unsafe-eval'" not in policy
        assert "http" not in policy


def test_only_the_page_to_be_framed_may_be() -> None:
    assert headers("/sefton/embed/")["Content-Security-Policy"].endswith("frame-ancestors *")
    assert "X-Frame-Options" not in headers("/sefton/embed/")
    for path in ("/", "/sefton/", "/embed/x/", "/sefton/embed/more/", "/404.html"):
        assert headers(path)["Content-Security-Policy"].endswith("frame-ancestors 'none'")
        assert headers(path)["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize(
    ("url", "below"),
    [
        ("", "/"),
        ("https://a.example", "/"),
        ("https://a.example/x/", "/x/"),
        ("https://a.example/x/y", "/x/y/"),
    ],
)
def test_the_path_of_the_address_is_where_the_site_is_served(url: str, below: str) -> None:
    assert base(url) == below
    assert f"location {below} {{" in dict(host_files(url))["nginx.conf"]


@pytest.mark.parametrize(
    "url",
    [
        "guide.example",
        "ftp://guide.example/",
        "https://",
        "https://x.org/a b/",
        " https://x.org/",
        "https://x.org/a%20b/",
        "https://x.org/a;b/",
        "https://x.org/{a}/",
        "https://x.org/a/../b/",
        "https://x.org//a/",
        'https://x.org/"/',
        "https://x.org/?a",
        "https://x.org/#a",
        "https://x.org/caf\u00e9/",
        "https://someone@x.org/",
    ],
)
def test_an_address_that_no_site_can_have_is_refused(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        made_parser().parse_args(["build", "--url", url])
    assert f"'{url}' is no address that a site can have. Write https://" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("url", "whole"),
    [
        ("", ""),
        ("https://guide.example", "https://guide.example/"),
        ("http://localhost:8000/", "http://localhost:8000/"),
        ("https://Some-Body.github.io/Escalation_Guide//", "https://Some-Body.github.io/Escalation_Guide/"),
        ("https://www.example.org/a/b.c/~d", "https://www.example.org/a/b.c/~d/"),
    ],
)
def test_an_address_of_a_site_gets_its_last_slash(url: str, whole: str) -> None:
    assert made_parser().parse_args(["build", "--url", url]).url == whole


def test_the_files_for_hosts_are_these_and_have_no_gap_left() -> None:
    files = dict(host_files("https://a.example/guide/"))
    assert set(files) == {"nginx.conf", "Caddyfile", "Containerfile", "container.conf", "pages.yml"}
    assert [name for name, text in files.items() if "@@" in text] == []
    assert "COPY site /srv/guide" in files["Containerfile"]
    assert "USER 33" in files["Containerfile"]
    assert "./dev build --url" in files["pages.yml"]
