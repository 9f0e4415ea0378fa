"""What stands on every page, read from the built files."""

import re
from functools import cache
from pathlib import Path
from typing import TypeVar
from urllib.parse import urldefrag, urljoin

import html5lib
import pytest

from helper.fixed_words import NOT_STATED, Silent
from macros.assets import page_policy
from macros.content_policy import named
from macros.policies import policy_files
from macros.rules.ids import PAGES, TAKEN
from tests.conftest import ROOT, policy

T = TypeVar("T")
POLICIES = ("barnet", "bedfordshire", "berkshire-west", "general-guide", "sefton")
KINDS = (
    "",
    "procedure/",
    "flowchart/",
    "briefing/",
    "pocket-card/",
    "contacts/",
    "record-form/",
    "what-now/",
    "changes/",
    "proof/",
)
POLICY_PAGES = [f"{id_}/{kind}" for id_ in POLICIES for kind in KINDS]


def html(folder: Path, address: str) -> str:
    file = folder / address
    return (file / "index.html" if file.is_dir() else file).read_text("utf-8")


@cache
def words(text: str) -> str:
    """The words of a page, without markup, on one line."""
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    body = tree.find("body")
    for unseen in ("script", "style", "template"):
        for element in body.iter(unseen):
            element.clear()
    return " ".join("".join(body.itertext()).split()).replace("’", "'")


def stated(items: tuple[T, ...] | Silent) -> tuple[T, ...]:
    return () if isinstance(items, Silent) else items


LINKED = (".json", ".pdf", ".svg", ".csv")
"""What people link to beside the pages."""


@pytest.fixture(scope="session")
def addresses(site_folder: Path) -> list[str]:
    return sorted(str(file.relative_to(site_folder)) for file in site_folder.rglob("*.html"))


def test_the_pages_and_addresses_are_these(site_folder: Path, addresses: list[str]) -> None:
    """A page that vanishes breaks a link that somebody keeps: take none out of this list."""
    published = (ROOT / "policies" / "addresses.txt").read_text("utf-8").split()
    found = [f"/{address.removesuffix('index.html')}" for address in addresses]
    files = (file.relative_to(site_folder) for file in site_folder.rglob("*") if file.suffix in LINKED)
    found += [f"/{file}" for file in files if file.parts[0] != "assets"]
    assert sorted(found) == sorted(published)


def test_no_policy_can_take_an_address_of_the_sites_own(site_folder: Path) -> None:
    folders = {each.name for each in site_folder.iterdir() if each.is_dir()}
    assert folders - {file.stem for file in policy_files(ROOT / "policies")} == set(PAGES)
    told = (ROOT / "policies/README.md").read_text("utf-8")
    assert ", ".join(f"`{each}`" for each in TAKEN) in told


def test_999_is_on_every_page(site_folder: Path, addresses: list[str]) -> None:
    for address in addresses:
        text = html(site_folder, address)
        assert 'href="tel:999"' in text, address
        assert "Call 999 now" in words(text), address


def test_every_page_has_the_strict_content_policy_first(site_folder: Path, addresses: list[str]) -> None:
    for address in addresses:
        text = html(site_folder, address)
        policy_line = f'<meta http-equiv="Content-Security-Policy" content="{page_policy()}">'
        assert policy_line in text.partition("<style")[0].partition("<script")[0], address
        assert not re.search(r"<[^>]+\sstyle=", text), f"{address}: a style in the page"
        assert not re.search(r"<[^>]+\son[a-z]+=", text), f"{address}: a handler in the page"


def test_the_policy_lets_in_the_site_itself_and_two_parts_by_their_hashes() -> None:
    assert "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-" in page_policy()
    assert "; style-src 'self' 'sha256-" in page_policy()
    assert "unsafe-inline" not in page_policy()
    assert "'unsafe-eval'" not in page_policy()
    assert page_policy().count("sha256-") == 2


def test_only_the_helpers_page_carries_a_script_or_a_style(site_folder: Path, addresses: list[str]) -> None:
    """They are named by their hashes: a browser takes no others."""
    for address in addresses:
        text = html(site_folder, address)
        found = [*re.findall(r"<style>(.*?)</style>", text, re.S)[:1]]
        found += re.findall(r'<script type="module">(.*?)</script>', text, re.S)
        assert len(found) == (2 if address.endswith("/what-now/index.html") else 0), address
        assert all(named(each) in page_policy() for each in found), address


PREVAILS = [  # which policy prevails is one plain sentence
    ("sefton/index.html", "SSCP's own current policy prevails. This is not"),
    (
        "barnet/index.html",
        "The partnership's own current policy prevails: ask your designated safeguarding lead for it, "
        "as the source gives no address. This is not",
    ),
]


@pytest.mark.parametrize(("address", "says"), PREVAILS)
def test_what_prevails_is_said_in_one_sentence(site_folder: Path, address: str, says: str) -> None:
    assert says in words(html(site_folder, address))


@pytest.mark.parametrize("address", POLICY_PAGES)
def test_a_policy_page_names_its_source_and_what_prevails(site_folder: Path, address: str) -> None:
    asked = policy(address.split("/", maxsplit=1)[0])
    text = words(html(site_folder, address))
    assert asked.document.title.replace("’", "'") in text
    assert ("undated" if asked.document.issued is NOT_STATED else "2 May 2024") in text
    assert "21 November 2026" in text
    assert "own current policy prevails" in text
    assert "not the partnership's own site" in text
    if asked.document.link is not NOT_STATED:
        assert f'href="{asked.document.link}"' in html(site_folder, address)


@pytest.mark.parametrize("address", POLICY_PAGES)
def test_the_general_guide_says_that_it_is_no_areas_policy(site_folder: Path, address: str) -> None:
    """On every page of it, with the way to one's own area, and on no other."""
    text = html(site_folder, address)
    marked = "General guide: no area's policy. It sets no dates. Find your own area's policy first" in words(
        text
    )
    assert marked == address.startswith("general-guide/")
    if marked:
        assert re.search(r'href="(\.\./)+areas/">Find your own', text)


def test_every_link_leads_somewhere(site_folder: Path, addresses: list[str]) -> None:
    """Every link within the site, its fragment too; 404.html is served at any depth and uses the root."""
    ids = {address: set(re.findall(r'\sid="([^"]+)"', html(site_folder, address))) for address in addresses}
    broken = []
    for address in addresses:
        for link in re.findall(r'(?:href|src)="([^"]*)"', html(site_folder, address)):
            if re.match(r"[a-z]+:", link):
                continue
            target, fragment = urldefrag(urljoin(f"/{address}", link))
            page = target.lstrip("/") or "index.html"
            page = f"{page}index.html" if page.endswith("/") else page
            if not (site_folder / page).is_file() or (fragment and fragment not in ids.get(page, set())):
                broken.append(f"{address}: {link}")
    assert broken == []


def test_no_id_stands_twice_and_the_html_is_sound(site_folder: Path, addresses: list[str]) -> None:
    for address in addresses:
        text = html(site_folder, address)
        ids = re.findall(r'\sid="([^"]+)"', text)
        assert len(ids) == len(set(ids)), address
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(text)
        faults = [error for _, error, _ in parser.errors]
        assert faults == [], address


def test_nothing_on_a_page_comes_from_another_origin(site_folder: Path, addresses: list[str]) -> None:
    for address in addresses:
        text = html(site_folder, address)
        for tag in re.findall(r"<(?:script|link|img|iframe|source|video|audio)\b[^>]*>", text):
            if 'rel="canonical"' not in tag:
                assert not re.search(r'(?:src|href)="(?:https?:)?//', tag), f"{address}: {tag}"
