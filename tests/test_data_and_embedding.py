"""The data for programs, the card for other sites, and what search engines find."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from openapi_spec_validator import validate
from playwright.sync_api import Browser, expect

from helper.fixed_words import Silent
from helper.narrow import area_names
from macros.api import api_files, api_lists
from macros.openapi import LARGEST
from macros.publish.found import for_search_engines
from macros.publish.nginx_here import served_by_nginx
from macros.rules.ids import ADDRESS, TAKEN
from tests.conftest import ALL_POLICIES, policy
from tests.site import reader, served

FILES = dict(api_files(ALL_POLICIES))
API: dict[str, Any] = json.loads(FILES["api/v1/openapi.json"])


def test_the_description_of_the_data_is_valid_openapi() -> None:
    validate(API)


def test_every_file_is_described_and_is_as_described() -> None:
    described = API["paths"]
    for name in set(FILES) - {"api/v1/openapi.json"}:
        path = f"/{name}" if f"/{name}" in described else "/api/v1/{policy}.json"  # the exact one comes first
        answer = described[path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        jsonschema.validate(json.loads(FILES[name]), {**answer, "components": API["components"]})
    assert [path for path in described if "{" not in path and path[1:] not in FILES] == []


def test_a_policy_that_does_not_state_its_stages_is_not_listed_with_none_of_them() -> None:
    stages = {each["id"]: each["stages"] for each in json.loads(FILES["api/v1/policies.json"])["policies"]}
    silent = [each.id for each in ALL_POLICIES if isinstance(each.stages, Silent)]
    assert silent
    assert {stages[id_] for id_ in silent} == {None}
    assert stages["sefton"] == len(policy("sefton").ladder) > 0
    described = API["components"]["schemas"]["PolicyList"]["properties"]["policies"]["items"]["properties"]
    assert "does not state" in described["stages"]["description"]


def test_no_policy_can_be_called_like_a_file_or_a_page_of_the_site(site_folder: Path) -> None:
    lists = {Path(name).stem for name, _ in api_lists(ALL_POLICIES)}
    folders = {each.name for each in site_folder.iterdir() if each.is_dir()} - {
        each.id for each in ALL_POLICIES
    }
    assert [name for name in lists | folders if ADDRESS.fullmatch(name) and name not in TAKEN] == []
    assert {"policies", "openapi", "bank-holidays", "about"} <= {*TAKEN}


def test_no_file_of_the_data_is_large() -> None:
    assert [name for name, text in FILES.items() if len(text.encode()) > LARGEST] == []


def test_a_long_list_comes_in_parts_and_each_names_the_next() -> None:
    widest = max(ALL_POLICIES, key=lambda each: len(json.dumps(area_names(each))))
    many = tuple(replace(widest, id=f"partnership-{number:04}") for number in range(501))
    files = {name: text for name, text in api_lists(many) if "policies" in name}
    assert [*files] == ["api/v1/policies.json", "api/v1/policies/2.json", "api/v1/policies/3.json"]
    assert max(len(text.encode()) for text in files.values()) < LARGEST
    found, address = list[str](), "/api/v1/policies.json"
    while address:
        part = json.loads(files[address[1:]])
        jsonschema.validate(part, {**API["components"]["schemas"]["PolicyList"]})
        found += [each["id"] for each in part["policies"]]
        address = part.get("next", "")
    assert found == [each.id for each in many]


def test_the_same_data_is_described_the_same_for_one_policy_or_none() -> None:
    for held in ((), (policy("sefton"),)):
        validate(json.loads(dict(api_files(held))["api/v1/openapi.json"]))


def sitemap(site: Path, url: str) -> str:
    for name in ("index.html", "sefton/index.html", "sefton/what-now/index.html", "sefton/embed/index.html"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).touch()
    for name in ("old/index.html", "offline/index.html"):
        (site / name).parent.mkdir()
        (site / name).touch()
    (site / "sitemap.xml.gz").touch()
    for_search_engines(site, url, {"/old/"})
    assert not (site / "sitemap.xml.gz").exists()
    return (site / "sitemap.xml").read_text() if url else ""


def test_search_engines_find_every_page_but_cards_and_what_has_moved(tmp_path: Path) -> None:
    text = sitemap(tmp_path, "https://guide.example.org/x")
    found = re.findall(r"<loc>https://guide\.example\.org/x/(.*?)</loc>", text)
    assert found == ["", "sefton/", "sefton/what-now/"]
    assert "#" not in text
    robots = (tmp_path / "robots.txt").read_text()
    assert robots == "User-agent: *\nAllow: /\nSitemap: https://guide.example.org/x/sitemap.xml\n"


def test_without_its_address_a_site_names_no_wrong_ones(tmp_path: Path, site_folder: Path) -> None:
    sitemap(tmp_path, "")
    for site in (tmp_path, site_folder):
        assert not (site / "sitemap.xml").exists()
        assert (site / "robots.txt").read_text() == "User-agent: *\nAllow: /\n"
        assert not (site / "llms.txt").exists()


def test_a_card_has_no_script_and_every_other_page_is_marked_for_search(site_folder: Path) -> None:
    card = (site_folder / "sefton/embed/index.html").read_text("utf-8")
    assert "<script" not in card
    assert '<meta name="robots" content="noindex">' in card
    assert '<base target="_blank">' in card
    others = [file for file in site_folder.rglob("*.html") if file.parent.name != "embed"]
    assert [str(file) for file in others if 'content="noindex"' in file.read_text("utf-8")] == []


@contextmanager
def partnership(folder: Path, guide: str) -> Iterator[str]:
    """A partnership's own website, which shows two pages of the guide in frames."""
    frames = [
        f'<iframe title="{name}" src="{guide}{name}" width="400" height="400"></iframe>' for name in SHOWN
    ]
    page = ["<!doctype html><title>Ours</title>", '<link rel="icon" href="data:,"><h1>Ours</h1>', *frames]
    (folder / "index.html").write_text("".join(page))
    with served(folder) as address:
        yield address.replace("127.0.0.1", "localhost")


SHOWN = ("sefton/embed/", "sefton/")


@pytest.mark.parametrize("width", [320, pytest.param(1280, marks=pytest.mark.thorough)])
def test_a_partnerships_site_shows_the_card_and_no_other_page(
    browser: Browser, published: Path, tmp_path: Path, width: int
) -> None:
    screen = {"width": width, "height": 900}
    with (
        served_by_nginx(published) as guide,
        partnership(tmp_path, guide) as site,
        reader(browser, site, viewport=screen) as someone,
    ):
        someone.open("/")
        card, page = (someone.page.frame_locator(f'iframe[title="{name}"]') for name in SHOWN)
        expect(card.locator("h1")).to_have_text("Worried by another agency’s decision?")
        expect(card.get_by_role("link", name="Call 999 now")).to_be_visible()
        assert page.locator(".eg-content").count() == 0
        assert [each for each in someone.problems if "frame-ancestors 'none'" not in each] == []
        assert someone.problems, "Chromium says which page it did not show"
        with someone.page.expect_popup() as opened:
            card.get_by_role("link", name="What do I do now?").click()
        expect(opened.value).to_have_url(f"{guide}sefton/what-now/")
        expect(opened.value.locator("h1:visible")).to_have_text("Is a child in immediate danger?")
