"""Anything may stand in a policy file; none of it becomes markup, a template, Markdown or a formula."""

import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from io import StringIO
from pathlib import Path
from typing import Any

import html5lib
import pytest

from helper.facts import Channel
from helper.faults import Faults
from helper.fixed_words import Every, Silent, stated
from helper.hidden import JOINERS, TURNING, first_hidden, made_visible
from helper.plain import hints, read, to_plain
from helper.policy import Policy, Scenario
from macros.api import api_files
from macros.command import main
from macros.csv_text import plain_cell
from macros.pages import pages
from macros.policies import PolicyFaults, read_policy
from macros.proof.sign_off import paths_csv
from tests.conftest import ALL_POLICIES, MADE_UP, policy
from tests.project import project

GOOD = (MADE_UP / "plainshire.yaml").read_text("utf-8")
SCRIPT = "<script>alert(1)</script>"
NASTY = f"{SCRIPT} {{{{ 8191 * 8191 }}}} {{% raw %}} **bold** [a](b) \"'><img src=x onerror=alert(1)> &amp; </div> <!-- -->"
TURNED = "\u202eabc\u2066"
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("https://example.org")', " =1", "＝1+1")
BUILT = [("glenmore", "plainshire"), pytest.param(("barnet", "oldharbour"), marks=pytest.mark.thorough)]
KEPT = {
    *("id", "form", "link", "phone", "email", "stages", "covers", "agency", "after", "stage"),
    *("counts_from", "or_from", "met_by", "priority", "clock"),
}

with_policies = pytest.mark.parametrize("asked", ALL_POLICIES, ids=lambda asked: asked.id)


def spoilt(value: Any, spoil: Callable[[str], str]) -> Any:
    """The value with every field changed that holds free text."""
    if isinstance(value, (Every, Scenario)):
        return value
    if isinstance(value, tuple):
        return tuple(spoilt(item, spoil) for item in value)
    if not is_dataclass(value):
        return spoil(value) if isinstance(value, str) else value
    kept = KEPT - ({"stages"} if isinstance(value, Policy) else set())
    names = [field.name for field in fields(value) if field.name not in kept]
    return replace(value, **{name: spoilt(getattr(value, name), spoil) for name in names})  # type: ignore[type-var]


def nasty(value: Policy) -> Policy:
    found: Policy = spoilt(value, lambda text: f"{text} {NASTY}")
    return found


def nasty_in_brief(value: Policy) -> Policy:
    """The same in parts, and short, as a briefing has to be one page; "Stage 1" and "Stage 2" still differ."""
    parts = (f"{SCRIPT} {{{{ 8191 * 8191 }}}}", *NASTY.partition("<img")[::2])
    found: Policy = spoilt(value, lambda text: f"{text[:2]}{text[-2:]} {parts[len(text) % 3]}")
    return replace(found, channels=tuple(map(_not_to_be_used, stated(found.channels))) or found.channels)


def _not_to_be_used(channel: Channel) -> Channel:
    """A way to avoid has to say so."""
    return channel if isinstance(channel.avoid, Silent) else replace(channel, avoid=f"Never {channel.avoid}")


def written(asked: Policy) -> str:
    """The policy as a file: JSON is YAML, but for what is absent."""
    tree = without_absent(to_plain(asked))
    del tree["id"]
    return json.dumps(tree)


def without_absent(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {name: without_absent(item) for name, item in tree.items() if item is not None}
    if isinstance(tree, list):
        return [without_absent(item) for item in tree]
    return {True: "yes", False: "no"}[tree] if isinstance(tree, bool) else tree


def texts(tree: Any) -> Iterator[str]:
    """Every text in a JSON tree."""
    if isinstance(tree, str):
        yield tree
    for item in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from texts(item)


def test_no_field_is_spared() -> None:
    """Every free text of the class tree is reached by the hostile text."""
    changed = json.dumps(to_plain(nasty(policy("plainshire"))))
    assert changed.count("<script>") > 60
    assert set(hints(Policy)) > {"name", "summary"}


@pytest.fixture(scope="module", params=BUILT, ids="-".join)
def hostile_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One site of policies with hostile text in every field."""
    folder = project(tmp_path_factory.mktemp("hostile"))
    for id_ in request.param:
        (folder / "policies" / f"{id_}.yaml").write_text(written(nasty_in_brief(policy(id_))), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["build", "--quick"]) == 0
    return folder / "site"


def test_hostile_text_comes_out_as_text_on_every_page(hostile_site: Path) -> None:
    files = sorted(hostile_site.rglob("*.html"))
    spoilt_ones = {file.stem for file in (hostile_site.parent / "policies").iterdir()}
    assert len(files) > 5 * len(spoilt_ones)
    for file in files:
        seen = seen_on(file.read_text("utf-8"))
        if set(file.parts) & spoilt_ones:
            assert "{{ 8191 * 8191 }}" in seen, file
            assert SCRIPT in seen, file
            assert "67092481" not in seen, file


def seen_on(page: str) -> str:
    """The text of a page that is sound HTML and holds nothing of the hostile text as markup."""
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "<strong>bold" not in page
    parser = html5lib.HTMLParser(strict=False)
    tree = parser.parse(page)
    assert [error for _, error, _ in parser.errors] == []
    return "".join(tree.itertext())


@with_policies
def test_hostile_text_comes_out_as_text_in_json(asked: Policy) -> None:
    spoilt_one = nasty(asked)
    for path, content in api_files((spoilt_one,)):
        if path.endswith(f"{asked.id}.json"):
            assert read(Policy, json.loads(content)) == spoilt_one
            assert sum(text.endswith("<!-- -->") for text in texts(json.loads(content))) > 20


@with_policies
def test_no_cell_of_a_table_is_a_formula(asked: Policy) -> None:
    for formula in ("=1+1 ", "@SUM(A1) "):
        rows = cells(spoilt(asked, lambda text, formula=formula: f"{formula}{text}"))  # type: ignore[misc]
        assert any(formula.strip() in cell for cell in rows)
        assert [cell for cell in rows if cell.lstrip().startswith(("=", "+", "-", "@"))] == []


@pytest.mark.parametrize("text", FORMULAS)
def test_a_cell_that_a_spreadsheet_would_run_is_marked_as_text(text: str) -> None:
    assert plain_cell(text) == f"'{text.strip()}"
    assert plain_cell(f"See{text}") == f"See{text}"


def cells(asked: Policy) -> list[str]:
    table = csv.reader(StringIO(paths_csv(asked).decode("utf-8-sig"), newline=""))
    return [cell for row in table for cell in row]


@pytest.mark.parametrize("sign", TURNING, ids=ascii)
@pytest.mark.parametrize("escaped", [False, True])
def test_a_character_that_turns_text_around_is_refused_in_a_file(
    tmp_path: Path, sign: str, escaped: bool
) -> None:
    file = tmp_path / "town.yaml"
    code = f"U+{ord(sign):04X}"
    shown = f"\\u{ord(sign):04x}" if escaped else sign
    file.write_text(GOOD.replace("name: Plainshire", f'name: "Plain{shown}shire"', 1), "utf-8")
    row = GOOD[: GOOD.index("name: Plainshire")].count("\n") + 1
    where, said = (7, "name has") if escaped else (13, "there is")
    with pytest.raises(PolicyFaults) as caught:
        read_policy(file)
    (line,) = caught.value.lines
    assert line.startswith(
        f"{file}:{row}:{where}: {said} a hidden character that turns text around ({code}). Delete it."
    )


HIDDEN = [  # content, the fault
    ("name: a\u00adb", "1:8: there is a hidden character (U+00AD). Delete it."),
    ("# \u202e\nname: a", "1:3: there is a hidden character that turns text around (U+202E). Delete it."),
    ("name: a\n\ufeffareas: b", "2:1: there is a hidden character (U+FEFF). Delete it."),
    ("name: a\u2028areas: b", "1:8: there is a hidden character (U+2028). Delete it."),
    ("name: a\u0085areas: b", "1:8: there is a hidden character (U+0085). Delete it."),
    ("name: a\x1b[2J", "1:8: there is a hidden character (U+001B). Delete it."),
    ("name: \U000e0041", "1:7: there is a hidden character (U+E0041). Delete it."),
    ("name: a\n  b\u200bc\u200b", "2:4: there is a hidden character (U+200B), the first of 2. Delete it."),
    ("name: a\tb\tc", "1:8: there is a tab, the first of 2. Write spaces in its place."),
    ("name: a\r\nareas: \0", "2:8: there is a NUL byte. Save the file as plain text."),
]


@pytest.mark.parametrize(("content", "said"), HIDDEN, ids=lambda text: ascii(text)[:30])
def test_a_hidden_character_is_refused_where_it_stands(tmp_path: Path, content: str, said: str) -> None:
    file = tmp_path / "town.yaml"
    file.write_bytes(content.encode())
    with pytest.raises(PolicyFaults) as caught:
        read_policy(file)
    assert caught.value.lines[0].removeprefix(f"{file}:").startswith(said)


def test_what_some_languages_need_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "town.yaml"
    name = f"Plain\xa0shire {JOINERS[1].join('नय')}"
    file.write_text(GOOD.replace("name: Plainshire", f"name: {name}", 1), "utf-8")
    assert read_policy(file).name == name.replace("\xa0", " ")


def test_json_with_a_hidden_character_is_refused() -> None:
    tree = to_plain(policy("plainshire"))
    tree["stages"][0]["name"] = "a\u202eb"
    tree["scenarios"][0]["answers"] = {"a\u200bb": "yes"}
    with pytest.raises(Faults) as caught:
        read(Policy, tree)
    assert [str(fault) for fault in caught.value.faults] == [
        "stages[0].name has a hidden character that turns text around (U+202E). Delete it.",
        "scenarios[0].answers has a hidden character (U+200B). Delete it.",
    ]


@with_policies
def test_a_page_turns_nothing_around_even_if_no_reader_looked(
    asked: Policy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("macros.policy_pages.briefing_pdf", lambda *_: b"")  # too long for a page
    for page in pages((spoilt(asked, lambda text: f"{text}{TURNED}"),)):
        assert not set(page.body) & set(TURNING), page.path
        if page.policy:
            assert made_visible(TURNED) in page.body


def test_codes_stand_in_place_of_hidden_characters() -> None:
    assert made_visible("a\u202eb\u00ad") == "a(U+202E)b(U+00AD)"
    assert made_visible("a\u200db") == "a\u200db"
    assert first_hidden("a\u200db \xa0c") == ""
