"""One row of a comparison, as one policy fills it."""

from collections.abc import Iterable
from dataclasses import dataclass

from helper.vocabulary import upper_first
from macros.render import printed
from macros.texts import OWN_WORDS, Text


@dataclass(frozen=True, kw_only=True)
class Row:
    """What one policy says about one thing.

    lines: as they are printed; none where the policy is silent. silent: what is printed then. rare:
    the row is left out where neither policy has it.
    """

    term: str
    lines: tuple[str, ...]
    silent: str
    rare: bool


def row(term: str, lines: Iterable[str], *, silent: str = "Not stated", rare: bool = False) -> Row:
    """A row from lines as they stand in the policy, without the empty ones."""
    shown = tuple(str(printed(upper_first(each.strip()))) for each in lines if each.strip())
    return Row(term=term, lines=shown, silent=silent, rare=rare)


def line(text: Text) -> str:
    """A paragraph of the procedure in one line, without its place in the source."""
    own = text.limit == OWN_WORDS or not text.text
    limit = f": {text.limit}" if text.limit and not own else ""
    says = f"“{text.says}”" if own else ""
    joined = f"{text.text}: {says}" if text.text and says else f"{text.text}{says}"
    return f"{joined}{limit} {text.link}".strip()
