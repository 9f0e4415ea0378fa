"""The policy in full as numbered paragraphs. Every policy has the same sections, so numbers stay put."""

from collections.abc import Iterator
from dataclasses import dataclass

from helper.policy import Policy
from macros.paragraphs import headed_texts
from macros.texts import Text

SILENT = "Not stated in the policy."


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A numbered paragraph and its id on the page: 2.3 and p-2-3."""

    number: str
    id: str
    body: Text


@dataclass(frozen=True, kw_only=True)
class Section:
    """A numbered section."""

    number: int
    id: str
    title: str
    paragraphs: tuple[Paragraph, ...]


def sections(policy: Policy) -> tuple[Section, ...]:
    """Every section with its paragraphs numbered; a section that the policy is silent about says so."""
    return tuple(
        Section(number=number, id=f"s-{number}", title=heading, paragraphs=tuple(_numbered(number, texts)))
        for number, (heading, texts) in enumerate(headed_texts(policy), 1)
    )


def _numbered(section: int, texts: list[Text]) -> Iterator[Paragraph]:
    for number, text in enumerate(texts or [Text(text=SILENT)], 1):
        yield Paragraph(number=f"{section}.{number}", id=f"p-{section}-{number}", body=text)
