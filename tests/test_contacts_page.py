"""The page of contacts: everybody whom the policy names, under their agency, with what is not published."""

import re

import pytest
from playwright.sync_api import Browser, expect

from helper.dates import words
from helper.facts import Contact
from helper.fixed_words import Silent
from helper.narrow import contacts
from helper.policy import Policy
from macros.kinds import KINDS
from macros.policy_pages import page_of
from tests.conftest import ALL_POLICIES, policy
from tests.site import reader
from tests.test_pages import stated

KIND = next(each for each in KINDS if each.name == "contacts")
BY_POLICY = pytest.mark.parametrize("asked", ALL_POLICIES, ids=lambda asked: asked.id)
WITHOUT = [asked for asked in ALL_POLICIES if asked.id in ("barnet", "sefton", "general-guide", "oldharbour")]


def text(html: str) -> str:
    return " ".join(re.sub("<[^>]+>", " ", html).split()).replace("’", "'")


def body(asked: Policy) -> str:
    return page_of(asked, KIND).body


def every_contact(asked: Policy) -> list[Contact]:
    """Those of the policy, of its stages and of its other routes."""
    return [*contacts(asked), *(each for route in stated(asked.other_routes) for each in route.contacts)]


def agency(html: str, name: str) -> str:
    """The part of the page below the heading of an agency."""
    [found] = re.findall(rf'<section class="eg-agency" id="[^"]+">\n<h2>{name}</h2>.*?</section>', html, re.S)
    return str(found)


def row(html: str, contact: Contact) -> str:
    """The one line of a contact."""
    rows = re.findall(r'<div class="eg-facts__row" id="contact.*?</dd>\n</div>', html, re.S)
    [found] = [
        each for each in rows if f"<dt>{contact.role}".replace("'", "’") in each and contact.source in each
    ]
    return str(found)


@BY_POLICY
def test_every_contact_has_one_line_under_its_agency(asked: Policy) -> None:
    html, names = body(asked), {each.id: each.name for each in asked.agencies}
    for each in set(every_contact(asked)):
        line = row(agency(html, names.get(each.agency or "", "For all agencies")), each)
        for way, link in ((each.phone, "tel:"), (each.email, "mailto:"), (each.link, "https:")):
            assert isinstance(way, Silent) or (way in line and f'href="{link}' in line), each
        assert isinstance(each.hours, Silent) or f"Hours: {each.hours}" in line
        assert f"Checked on {words(each.checked)}" in line
        assert f"Only for {each.area}" in line if each.area else "Only for" not in line


@BY_POLICY
def test_what_is_not_published_is_said(asked: Policy) -> None:
    html = body(asked)
    for each in every_contact(asked):
        silent = {"phone": each.phone, "e-mail": each.email, "web page": each.link, "hours": each.hours}
        wanted = ", ".join(name for name, way in silent.items() if isinstance(way, Silent))
        assert not wanted or f"Not published: {wanted}." in row(html, each)


@pytest.mark.parametrize("asked", WITHOUT, ids=lambda asked: asked.id)
def test_a_policy_without_contacts_names_the_role_to_ask(asked: Policy) -> None:
    found = text(body(asked))
    assert "The source publishes no phone number and no address for this policy." in found
    assert found.count("Not published: ask your designated safeguarding lead.") > len(asked.ladder)
    assert re.findall("tel:[0-9]+", body(asked)) == ["tel:999"]


def test_an_agency_has_its_number_its_posts_and_their_stand_ins() -> None:
    """Manyford's police have a desk for two areas, a detective sergeant, and who acts without one."""
    police = text(agency(body(policy("manyford")), "Police"))
    assert "Eastford police safeguarding desk Only for Eastford Phone: 01632 960540" in police
    assert "Hours: Every day, 8am to 8pm" in police
    assert "For: Tier 2: Managers." in police
    assert "The detective sergeant (if there is none: the duty inspector)" in police


def test_an_agency_without_a_number_says_whom_to_ask() -> None:
    html = body(policy("manyford"))
    assert "Not published: ask your designated safeguarding lead." in text(agency(html, "Housing"))


def test_an_area_leads_to_its_own_lines_and_to_no_others() -> None:
    html = body(policy("manyford"))
    [areas] = re.findall(r'<section id="by-area">.*?</section>', html, re.S)
    [eastford] = re.findall(r"<dt>Eastford</dt>.*?</dd>", areas, re.S)
    assert re.findall('href="#([^"]+)"', eastford) == [
        "contact-eastford-partnership-office",
        "contact-eastford-police-safeguarding-desk",
    ]
    assert "This policy does not apply here." in text(areas.split("<dt>Northford</dt>")[1].split("</dd>")[0])


@BY_POLICY
def test_every_link_on_the_page_has_its_line(asked: Policy) -> None:
    html = body(asked)
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall('href="#([^"]+)"', html)) <= set(ids)


def test_the_number_for_the_night_can_be_pressed() -> None:
    assert '<a href="tel:01632960611">01632 960611</a>' in body(policy("glenmore"))


def test_on_a_phone_a_number_is_wide_enough_for_a_thumb(browser: Browser, site: str) -> None:
    with reader(browser, site, engine=False, viewport={"width": 320, "height": 640}) as someone:
        someone.open("/bedfordshire/")
        someone.page.get_by_role("link", name="Contacts by agency").click()
        line = someone.page.get_by_role("link", name="0800 028 0285").first
        expect(line).to_be_visible()
        box = line.bounding_box()
        assert box
        assert box["height"] >= 44
        assert someone.page.evaluate("document.documentElement.scrollWidth") == 320
