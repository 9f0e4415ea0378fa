"""The table that people sign: every way from the first question to a next step, by next step; also as CSV."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from helper.asking import Option
from helper.decide import Question
from helper.policy import Policy
from macros.csv_text import csv_text
from macros.proof.graph import Graph, states_of
from macros.proof.order import last_first
from macros.proof.step_words import Words, in_few_words

MOST = 300
COLUMNS = ("State", "Answers", "Next step", "Who", "By when", "Source", "Agreed (yes/no)", "Remark")


@dataclass(frozen=True, kw_only=True)
class Said:
    """One answer on the way: the question's short form and the words of the answer.

    Answers that lead to the same place stand together: "Eastford, Southford or I do not know".
    """

    name: str
    text: str


Way = tuple[Said, ...]


@dataclass(frozen=True, kw_only=True)
class Row:
    """One way to a next step. number: "4.2", the second way to the fourth next step."""

    number: str
    way: Way


@dataclass(frozen=True, kw_only=True)
class Group:
    """A next step in few words, and the ways that lead to it."""

    number: int
    state: str
    words: Words
    rows: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True)
class SignOff:
    """The whole table. every_way: each way has its row; otherwise each last answer before a next step."""

    groups: tuple[Group, ...]
    every_way: bool

    @property
    def rows(self) -> int:
        """How many rows there are to sign."""
        return sum(len(group.rows) for group in self.groups)


def sign_off(policy: Policy, found: Graph) -> SignOff:
    """Every way to every next step; where that is over three hundred, every last answer, by one way each."""
    every_way = _count(found) <= MOST
    ways: dict[str, list[Way]] = {state: [] for state in found.steps}
    for state, way in _every_way(found) if every_way else _last_answers(found):
        ways[state].append(way)
    groups = (_group(policy, found, number, *each) for number, each in enumerate(ways.items(), 1))
    return SignOff(groups=tuple(groups), every_way=every_way)


def paths_csv(policy: Policy) -> bytes:
    """The table for a spreadsheet.

    It begins with a byte order mark, because Excel takes a file without one for a Western European
    code page and spoils dashes and quotation marks; every other spreadsheet skips it.
    """
    table = sign_off(policy, states_of(policy))
    cells = [list(COLUMNS), *(_cells(group, row) for group in table.groups for row in group.rows)]
    return f"\ufeff{csv_text(cells)}".encode()


def _group(policy: Policy, found: Graph, number: int, state: str, ways: list[Way]) -> Group:
    rows = (Row(number=f"{number}.{count}", way=way) for count, way in enumerate(ways, 1))
    words = in_few_words(policy, found.steps[state])
    return Group(number=number, state=state, words=words, rows=tuple(rows))


def _every_way(found: Graph) -> Iterator[tuple[str, Way]]:
    """Each next step with each way to it, in the order in which a reader meets them."""
    ahead: list[tuple[str, Way]] = [(next(iter(found.nodes)), ())]
    while ahead:
        state, way = ahead.pop()
        if state in found.steps:
            yield state, way
        else:
            ahead += reversed([(after, (*way, said)) for after, said in _answers(found, state)])


def _last_answers(found: Graph) -> Iterator[tuple[str, Way]]:
    """Each next step with each question that leads to it, by the way on which that was found first."""
    for state in found.questions:
        for after, said in _answers(found, state):
            if after in found.steps:
                yield after, (*_first_way(found, state), said)


def _first_way(found: Graph, state: str) -> Way:
    asked = [before for before, _ in found.nodes[state].way]
    return tuple(
        next(said for each, said in _answers(found, before) if each == after)
        for before, after in pairwise([*asked, state])
    )


def _answers(found: Graph, state: str) -> list[tuple[str, Said]]:
    """What a question leads to, each once, with every answer that leads there."""
    question = found.questions[state]
    leads_to = found.nodes[state].leads_to
    together: dict[str, list[Option]] = {}
    for option in question.options:
        together.setdefault(leads_to[option.value], []).append(option)
    return [(after, _said(question, chosen)) for after, chosen in together.items()]


def _said(question: Question, chosen: list[Option]) -> Said:
    *others, last = (option.text for option in chosen)
    return Said(name=question.name, text=f"{', '.join(others)} or {last}" if others else last)


def _count(found: Graph) -> int:
    """How many ways there are, with answers that lead to the same place taken together."""
    number: dict[str, int] = {}
    order, _ = last_first(found)
    for state in order:
        number[state] = sum(number[after] for after in set(found.nodes[state].leads_to.values())) or 1
    return number[order[-1]]


def _cells(group: Group, row: Row) -> list[str]:
    way = "; ".join(f"{said.name}: {said.text}" for said in row.way)
    words = group.words
    return [group.state, way, words.what, words.who, words.by_when, words.source, "", ""]
