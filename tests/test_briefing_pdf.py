"""The briefing as a PDF: one page, tagged, in the order of the HTML page, the same bytes each time."""

from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import Files
from pypdf import PdfReader

from helper.policy import Policy
from macros.adapter_mkdocs import on_config, on_files
from macros.briefing_pdf import BriefingError
from macros.kinds import KINDS
from macros.outputs import Made
from macros.page import Page
from macros.policy_pages import page_of
from macros.tree import tree, words_of
from tests.conftest import ALL_POLICIES, ROOT, policy

BRIEFING = next(each for each in KINDS if each.name == "briefing")
ADDRESS = "https://escalation.example/guide/"
HOSTILE = '#panic("x") *b* _i_ $x$ `c` <em>t</em> \\ // @see = H #include "/etc/passwd" ]] {{ 7*7 }} \\") #p'


def page(asked: Policy, address: str = "") -> Page:
    return page_of(asked, BRIEFING, address)


@cache
def pdf(id_: str, address: str = "") -> PdfReader:
    ((_, content),) = page(policy(id_), address).beside
    return PdfReader(BytesIO(content))


def plain(text: str) -> str:
    """The letters alone: where a line breaks, and the dashes of lists, are the paper's own."""
    return "".join(text.replace("–", "").split())


def tags(node: object) -> list[str]:
    """The structure of the document, in the order in which a screen reader reads it."""
    node = node.get_object()  # type: ignore[attr-defined]
    if isinstance(node, list):
        return [tag for each in node for tag in tags(each)]
    if not isinstance(node, dict):
        return []
    own = [str(node["/S"])] if "/S" in node else []
    return [*own, *(tags(node["/K"]) if "/K" in node and not isinstance(node["/K"], int) else [])]


@pytest.mark.parametrize("address", ["", ADDRESS])
@pytest.mark.parametrize("id_", [each.id for each in ALL_POLICIES])
def test_it_is_one_tagged_page_with_language_and_title(id_: str, address: str) -> None:
    found = pdf(id_, address)
    root = found.trailer["/Root"]
    assert len(found.pages) == 1
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert found.metadata.title == page(policy(id_)).title  # type: ignore[union-attr]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert tags(root["/StructTreeRoot"]["/K"]).count("/H1") == 1


@pytest.mark.parametrize("id_", [each.id for each in ALL_POLICIES])
def test_it_says_what_the_page_says_in_the_same_order(id_: str) -> None:
    """Also the notice that a guide is no area's policy, and that a policy was replaced or due for review."""
    said = plain(pdf(id_).pages[0].extract_text())
    html = tree(page(policy(id_)).body, "")
    download = next(text for text in texts(html) if text.startswith(" (A4"))
    expected = plain(words_of(html)).replace(plain(f"Download as PDF{download}"), "")
    assert said.startswith("EscalationGuide")
    assert "inimmediatedanger?Call999now" in said
    assert without_links(said).endswith(expected)


def texts(node: object) -> list[str]:
    if isinstance(node, str):
        return [node]
    assert isinstance(node, dict)
    return [text for each in node["of"] for text in texts(each)]


def without_links(said: str) -> str:
    """Paper writes out in brackets where a link leads."""
    head, *rest = said.split("(http")
    return head + "".join(part.partition(")")[2] for part in rest)


def test_headings_lists_and_tables_are_marked_as_such() -> None:
    found = tags(pdf("sefton").trailer["/Root"]["/StructTreeRoot"]["/K"])
    assert [tag for tag in found if tag.startswith("/H")] == [
        *["/H1", "/H2", "/H2", "/H2", "/H2"],
        *["/H3", "/H3", "/H3", "/H3"],
        *["/H2", "/H2", "/H2", "/H2", "/H2"],
    ]
    assert {"/L", "/LI", "/Table", "/TH"} <= set(found)


def test_the_bytes_are_the_same_each_time() -> None:
    assert page(policy("sefton")).beside == page(policy("sefton")).beside


def test_the_font_is_in_the_file() -> None:
    fonts = pdf("sefton").pages[0]["/Resources"]["/Font"].values()
    names = {str(each["/BaseFont"]).partition("+")[2] for each in fonts}
    assert {"Roboto-Regular", "Roboto-Bold", "Roboto-Light"} == names


def test_where_the_site_knows_its_address_paper_leads_back_to_it() -> None:
    known, unknown = pdf("sefton", ADDRESS), pdf("sefton")
    live = f"{ADDRESS}sefton/briefing/"
    assert plain(f"This briefing, live {live}") in plain(known.pages[0].extract_text())
    assert "/Figure" in tags(known.trailer["/Root"]["/StructTreeRoot"]["/K"])
    assert "/Figure" not in tags(unknown.trailer["/Root"]["/StructTreeRoot"]["/K"])
    assert "live:" not in unknown.pages[0].extract_text()
    assert "Checkthelivepagebeforeyouact:…/sefton/briefing/" in plain(unknown.pages[0].extract_text())


def test_text_that_looks_like_markup_comes_out_as_text() -> None:
    sefton = policy("sefton")
    spoilt = replace(sefton, briefing=replace(sefton.briefing, do_now=(HOSTILE,)))
    ((_, content),) = page(spoilt).beside
    assert plain(HOSTILE) in plain(PdfReader(BytesIO(content)).pages[0].extract_text())


def test_a_briefing_that_is_too_long_stops_the_build_and_says_what_to_shorten() -> None:
    sefton = policy("sefton")
    long = replace(sefton, briefing=replace(sefton.briefing, do_now=("Speak to somebody. " * 300,)))
    with pytest.raises(BriefingError, match=r"policies/sefton\.yaml.*briefing\.do_now \(900 words\)"):
        page(long)


def test_the_page_offers_it_with_its_size(site_folder: Path) -> None:
    html = (site_folder / "sefton" / "briefing" / "index.html").read_text("utf-8")
    size = round((site_folder / "sefton" / "briefing" / "briefing.pdf").stat().st_size / 1000)
    assert f'<a href="briefing.pdf">Download as PDF</a> (A4, one page, {size} KB)' in html
    assert size < 100


def test_the_address_comes_from_the_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDE_URL", ADDRESS)
    given: list[str] = []
    monkeypatch.setattr(
        "macros.adapter_mkdocs.write_kept", lambda _, site: given.append(site.address) or Made()
    )
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(tmp_path))
    monkeypatch.setattr(config.plugins, "_current_plugin", "ours", raising=False)  # MkDocs does while it runs
    on_config(config)
    config.extra["held"] = (policy("sefton"),)
    on_files(Files([]), config)
    assert given == [ADDRESS]
