"""Trees as a table holds them: a control tree for each set of choices, and one tree for each field.

The control tree says which day is asked for next, which answer is refused, and whether the way is
known. A field's tree holds only what this field depends on: a question of the tree after which the
field is the same whatever comes is left out. It may do so for outcomes that were never met, since
the control tree has been asked first.
"""

from collections.abc import Mapping
from typing import Any

from helper.plain import to_plain
from macros.date_table.fields import Tree, ends, field_tree
from macros.date_table.pool import Pool
from macros.date_table.replies import fields
from macros.date_table.traced import Asked, Names
from macros.date_table.tree import Node
from macros.proof.graph import Graph

OUTCOMES = {"order": ("-1", "0", "1"), "rest": ("working", "weekend", "holiday")}
KNOWN_WAY: dict[str, Any] = {"ok": True}
NOTHING: dict[str, Any] = {}
"""The end of a field that is as the page has it; of a control tree, that the engine has to be asked."""


class Held:
    """The trees of a table, and what they say."""

    def __init__(self, graph: Graph, names: Names) -> None:
        self.graph, self.names = graph, names
        self.pool = Pool()
        self.undated: dict[str, Any] = {}

    def root(self, tree: Node) -> dict[str, int]:
        """The number of the control tree, under an empty name, and of the tree of each field."""
        steps = [(way, self.fields(end.reply)) for way, end in ends(tree) if _is_step(end.reply)]
        names = dict.fromkeys(name for _, changed in steps for name in changed)
        found = {
            name: field_tree([(way, self.value(changed, name)) for way, changed in steps]) for name in names
        }
        return {"": self.control(tree), **{name: self.number(each) for name, each in found.items()}}

    def control(self, node: Node) -> int:
        """The number of a control tree."""
        if node.asked is None:
            return self.pool.add(KNOWN_WAY if _is_step(node.reply) else self.said(node.reply))
        after = {outcome: self.control(each) for outcome, each in node.after.items()}
        possible = self.possible(node.asked)
        same = set(after.values())
        return same.pop() if possible <= set(after) and len(same) == 1 else self.add(node.asked, after)

    def number(self, tree: Tree) -> int:
        """The number of a tree whose ends are numbers."""
        if isinstance(tree, int):
            return tree
        return self.add(tree.asked, {outcome: self.number(each) for outcome, each in tree.after.items()})

    def value(self, changed: Mapping[str, Any], name: str) -> int:
        """The number of the end that says a field."""
        return self.pool.add({"say": self.pool.pack(changed[name])} if name in changed else NOTHING)

    def said(self, reply: Mapping[str, Any]) -> dict[str, Any]:
        """An end of a control tree that is no next step."""
        return {} if reply["type"] == "engine" else {"say": self.pool.pack(reply)}

    def add(self, asked: Asked, after: Mapping[str, int]) -> int:
        """The number of a node: a question's outcomes by name, the others in their order."""
        kind, *of = asked
        if kind == "ask":
            return self.pool.add([*of, self.pool.add(dict(sorted(after.items())))])
        return self.pool.add([of, *(after.get(each) for each in OUTCOMES[str(kind)])])

    def possible(self, asked: Asked) -> frozenset[str]:
        """The outcomes that can come up, on whatever way."""
        if asked[0] == "order":
            return self.names.possible(asked)
        return frozenset(OUTCOMES.get(str(asked[0]), ["?"]))

    def fields(self, reply: Mapping[str, Any]) -> dict[str, Any]:
        """What of a next step its own section of the page does not say, by field."""
        return fields(reply, self.without_dates(reply["state"]))

    def without_dates(self, state: str) -> Any:
        """The next step of a state as the page has it."""
        if state not in self.undated:
            self.undated[state] = to_plain(self.graph.nodes[state].shown)
        return self.undated[state]


def _is_step(reply: Mapping[str, Any]) -> bool:
    return bool(reply["type"] == "next_step")
