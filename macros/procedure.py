"""The policy in full as numbered paragraphs. The sections are always in the same order."""

from collections.abc import Iterator
from dataclasses import dataclass

from helper.policy import Policy
from helper.vocabulary import lower_first, teller
from macros.paragraphs import headed_texts
from macros.texts import Text


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A numbered paragraph and its id on the page: 2.3 and p-2-3.

    to: the number of the section that says more; absent where none does.
    """

    number: str
    id: str
    body: Text
    to: int | None


@dataclass(frozen=True, kw_only=True)
class Section:
    """A numbered section."""

    number: int
    id: str
    title: str
    paragraphs: tuple[Paragraph, ...]


def sections(policy: Policy) -> tuple[Section, ...]:
    """Every section with its paragraphs numbered; a section that the policy is silent about says so."""
    silent = Text(text=f"Not stated in {lower_first(teller(policy))}.")
    stated = [(heading, texts or [silent]) for heading, texts in headed_texts(policy)]
    places = {heading: number for number, (heading, _) in enumerate(stated, 1)}
    return tuple(
        Section(
            number=number,
            id=f"s-{number}",
            title=heading,
            paragraphs=tuple(_numbered(number, texts, places)),
        )
        for number, (heading, texts) in enumerate(stated, 1)
    )


def _numbered(section: int, texts: list[Text], places: dict[str, int]) -> Iterator[Paragraph]:
    for number, text in enumerate(texts, 1):
        yield Paragraph(
            number=f"{section}.{number}", id=f"p-{section}-{number}", body=text, to=places.get(text.to)
        )
