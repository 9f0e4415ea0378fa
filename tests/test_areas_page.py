"""Finding one's partnership by area, on the page for it, on the home page and before the questions."""

import re
from dataclasses import replace

import html5lib
import pytest

from helper.policy import Policy
from macros.areas import areas, by_letter
from macros.common_pages import common_pages
from tests.conftest import ALL_POLICIES, policy
from tests.test_pages import words

PAGES = {page.path: page.body for page in common_pages(ALL_POLICIES, 0)}
MANY = tuple(f"{letter}{name}" for letter in "ABCDEFGHIJKL" for name in ("mouth", "ton"))


def rows(body: str) -> dict[str, str]:
    """Each row of the page of areas, by the name of its area."""
    tree = html5lib.parse(body, namespaceHTMLElements=False)
    found = [each for each in tree.iter("li") if each.get("class") == "eg-area"]
    texts = [" ".join("".join(each.itertext()).split()).replace("’", "'") for each in found]
    names = ["".join(next(each.iter("h2")).itertext()) for each in found]
    return dict(zip(names, texts, strict=True))


def links(body: str) -> list[str]:
    tree = html5lib.parse(body, namespaceHTMLElements=False)
    return [each.get("href") for each in tree.iter("a")]


def test_every_area_is_there_in_alphabetical_order_with_its_partnership() -> None:
    real = [
        each for each in ALL_POLICIES if each.id in ("barnet", "bedfordshire", "berkshire-west", "sefton")
    ]
    body = next(page.body for page in common_pages(real, 0) if page.path == "areas/index.md")
    assert list(rows(body)) == [
        *("Barnet", "Bedford Borough", "Central Bedfordshire", "Luton", "Reading", "Sefton"),
        *("West Berkshire", "Wokingham"),
    ]
    assert rows(body)["Luton"] == (
        "Luton The three Safeguarding Children Partnerships of Bedfordshire Children and adults "
        "Shares the policy of Bedfordshire with Bedford Borough and Central Bedfordshire. "
        "What do I do now? Luton, children and adults At a glance: Luton, children and adults"
    )
    assert "Shares" not in rows(body)["Sefton"]


def test_the_links_lead_to_the_questions_and_to_at_a_glance() -> None:
    found = links(PAGES["areas/index.md"])
    for asked in (each for each in ALL_POLICIES if each.id != "general-guide"):
        assert f"../{asked.id}/" in found
        assert f"../{asked.id}/what-now/" in found


def test_an_area_that_has_opted_out_says_so_and_has_no_questions() -> None:
    row = rows(PAGES["areas/index.md"])["Northford"]
    assert "The shared policy of Manyford does not apply here. At a glance says what to use." in row
    assert "What do I do now?" not in row


def test_many_areas_stand_under_their_letters() -> None:
    found = areas([replace(policy("sefton"), areas=MANY)])
    assert [letter for letter, _ in by_letter(found)] == list("ABCDEFGHIJKL")
    assert by_letter(found[:20]) == (("", found[:20]),)
    body = next(
        page.body
        for page in common_pages([replace(policy("sefton"), areas=MANY)], 0)
        if page.path == "areas/index.md"
    )
    assert body.count('<h2 class="eg-areas__letter">') == 12
    assert body.count('<h3 class="eg-area__name">') == 24


@pytest.mark.parametrize("path", ["index.md", "what-now/index.md", "areas/index.md"])
def test_the_general_guide_stands_apart_after_every_area(path: str) -> None:
    found = [link for link in links(PAGES[path]) if link and "general-guide" in link]
    assert found
    last = max(index for index, link in enumerate(links(PAGES[path])) if link in _of_areas(path))
    assert links(PAGES[path]).index(found[0]) > last
    assert "no area's policy" in words(PAGES[path])


def test_the_home_page_leads_there() -> None:
    assert "areas/" in links(PAGES["index.md"])


def _of_areas(path: str) -> list[str]:
    """The links to an area's policy on a page; on the home page only those of the list of areas."""
    up, down = {"index.md": ("", ""), "what-now/index.md": ("../", "what-now/")}.get(path, ("../", ""))
    covered: list[Policy] = [each for each in ALL_POLICIES if each.id != "general-guide"]
    return [f"{up}{each.id}/{down}" for each in covered]


def test_with_sixty_areas_the_lists_fold_and_the_home_page_stays_short() -> None:
    """Every area is still in the page, so that it can be opened without script and found by typing."""
    many = [
        replace(policy("plainshire"), id=f"area-{number}", areas=(f"{chr(65 + number % 26)}town {number}",))
        for number in range(60)
    ]
    bodies = {page.path: page.body for page in common_pages([*many, policy("general-guide")], 0)}
    for path in ("index.md", "areas/index.md", "what-now/index.md"):
        body = bodies[path]
        outside = re.sub(r"<details.*?</details>", "", body, flags=re.S)
        assert body.count("data-area=") == 60
        assert "data-area=" not in outside
        assert outside.count("<li") < 10
    assert "<summary>All 60 areas</summary>" in bodies["index.md"]
    assert "<summary>All 61 briefings</summary>" in bodies["index.md"]
