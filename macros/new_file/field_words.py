"""What to write in each field of a policy file: the tables of policies/README.md, where it stands once."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

README = Path(__file__).resolve().parents[2] / "policies" / "README.md"
SECTION = re.compile(r"^## (\w+)\b[^\n]*\n(.*?)(?=^## |\Z)", re.M | re.S)
ROW = re.compile(r"^\| `(\w+)` \| (.*?) \| ([^|]+?) \|$", re.M)
PARTS = re.compile(r"(?:: |^)(?:a list, each item an? \w+|[Tt]he fields of \w+)")
FIXED = re.compile(r": a fixed word, see \w+ above(?!,)")
OR_FIXED = re.compile(r"a fixed word, see \w+ above")
YES_OR_NO = re.compile(r"^(?:Yes|No)\b,? ?")
LINK = re.compile(r"\[([^\]]+)\]\(#[^)]*\)")
ELSEWHERE = r"“\1” in policies/README.md"
EXAMPLES = re.compile(r": (`[^`]+`(?:, `[^`]+`)*)")
CLOSED = (".", "?", "!", ".`", "?`")


@dataclass(frozen=True, kw_only=True)
class FieldWords:
    """One row of a table. write: what to write. when: whether it must be there."""

    write: str
    when: str

    @property
    def remark(self) -> str:
        """Both in a line: "The version. Or `not stated`"; without the names of other tables."""
        write = PARTS.sub("", LINK.sub(ELSEWHERE, self.write))
        write = OR_FIXED.sub("one of the words for it", FIXED.sub("", write)).lstrip(" ,:;")
        when = YES_OR_NO.sub("", self.when)
        if when.removeprefix("or ") in write:
            when = ""
        return " ".join(sentence(part) for part in (write, when) if part)

    @property
    def is_allowed(self) -> bool:
        """Whether anything may be written there: a limit of several stages has a few fields for none."""
        return not self.write.startswith("Nothing")

    @property
    def examples(self) -> list[str]:
        """What stands in the row as an example, after a colon: `approved on`, `as printed on`."""
        found = EXAMPLES.search(self.write)
        return re.findall("`([^`]+)`", found[1]) if found else []


def field_words(kind: type, field: str) -> FieldWords | None:
    """What the table of a class says about a field; None where it has no row."""
    return _tables().get(kind.__name__, ("", {}))[1].get(field)


def introduction(kind: type) -> str:
    """The sentence above the table of a class: what the whole part is."""
    return _tables().get(kind.__name__, ("", {}))[0]


def sentence(text: str) -> str:
    """The text with its first letter large and a full stop."""
    return text[:1].upper() + text[1:] + ("" if text.endswith(CLOSED) else ".")


@cache
def _tables() -> dict[str, tuple[str, dict[str, FieldWords]]]:
    return {name: (_first(text), _rows(text)) for name, text in SECTION.findall(README.read_text("utf-8"))}


def _first(text: str) -> str:
    return text.strip().split("\n", maxsplit=1)[0] if not text.strip().startswith("|") else ""


def _rows(text: str) -> dict[str, FieldWords]:
    return {name: FieldWords(write=write, when=when) for name, write, when in ROW.findall(text)}
