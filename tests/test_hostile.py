"""Anything may stand in a policy file; none of it becomes markup, a template or Markdown."""

import json
import re
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import html5lib
import pytest

from helper.plain import hints, to_plain
from helper.policy import Every, Policy, Scenario
from macros.command import main
from tests.conftest import policy
from tests.project import project

NASTY = "<script>alert(1)</script> {{ 7 * 7 }} {% raw %} **bold** [a](b) \"'><img src=x onerror=alert(1)> &amp; </div> <!-- --> \u202eabc"
KEPT = {"id", "form", "link", "phone", "email", "stages", "covers"}


def nasty(value: Any) -> Any:
    """The value with hostile text in every field that holds free text."""
    if isinstance(value, (Every, Scenario)):
        return value
    if isinstance(value, tuple):
        return tuple(nasty(item) for item in value)
    if not is_dataclass(value):
        return f"{value} {NASTY}" if isinstance(value, str) else value
    kept = KEPT - ({"stages"} if isinstance(value, Policy) else set())
    names = [field.name for field in fields(value) if field.name not in kept]
    return replace(value, **{name: nasty(getattr(value, name)) for name in names})  # type: ignore[type-var]


def written(asked: Policy) -> str:
    """The policy as a file: JSON is YAML, but for what is absent."""
    tree = to_plain(asked)
    del tree["id"], tree["scenarios"]
    return json.dumps({**without_absent(tree), "scenarios": scenarios(asked)}, ensure_ascii=True)


def without_absent(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {name: without_absent(item) for name, item in tree.items() if item is not None}
    if isinstance(tree, list):
        return [without_absent(item) for item in tree]
    return {True: "yes", False: "no"}[tree] if isinstance(tree, bool) else tree


def scenarios(asked: Policy) -> Any:
    return [without_absent(to_plain(scenario)) for scenario in asked.scenarios]


@pytest.mark.parametrize("id_", ["sefton", "barnet", "plainshire"])
def test_hostile_text_comes_out_as_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, id_: str) -> None:
    folder = project(tmp_path)
    (folder / "policies" / "hostile.yaml").write_text(written(nasty(policy(id_))), "utf-8")
    monkeypatch.chdir(folder)
    assert main(["build"]) == 0
    pages = sorted((folder / "site").rglob("*.html"))
    assert len(pages) > 5
    for file in pages:
        text = file.read_text("utf-8")
        assert "<script>alert" not in text, file
        assert "<img src=x" not in text, file
        assert "<strong>bold" not in text, file
        parser = html5lib.HTMLParser(strict=False)
        tree = parser.parse(text)
        assert [error for _, error, _ in parser.errors] == [], file
        if "hostile" in file.parts:
            seen = "".join(tree.itertext())
            assert "{{ 7 * 7 }}" in seen, file
            assert "<script>alert(1)</script>" in seen, file
            assert not re.search(r"(?<![0-9])49(?![0-9])", seen), file


def test_no_field_is_spared() -> None:
    """Every free text of the class tree is reached by the hostile text."""
    changed = json.dumps(to_plain(nasty(policy("plainshire"))))
    assert changed.count("<script>") > 60
    assert set(hints(Policy)) > {"name", "summary"}
