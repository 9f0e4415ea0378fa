"""The states in an order in which each comes after all that can follow it; and the loops that forbid one."""

from macros.proof.graph import Graph, Problem


def last_first(graph: Graph) -> tuple[list[str], list[Problem]]:
    """Every state behind all that can come after it, and every answer that leads back to a state before it.

    The order only means something where no answer leads back.
    """
    order: list[str] = []
    found: list[Problem] = []
    first = next(iter(graph.nodes))
    way = {first: iter(graph.nodes[first].leads_to.items())}
    while way:
        state = next(reversed(way))
        value, after = next(way[state], ("", ""))
        if not value:
            order.append(state)
            del way[state]
        elif after in way:
            says = f"The answer {value} leads back to {after}, so it need never end."
            found.append(Problem(says=says, state=state, answers=graph.nodes[state].answers))
        elif after in graph.nodes and after not in order:
            way[after] = iter(graph.nodes[after].leads_to.items())
    return order, found


def ways(graph: Graph, order: list[str]) -> tuple[int, int]:
    """How many ways lead from the first question to a next step, and the questions on the longest."""
    number: dict[str, int] = {}
    longest: dict[str, int] = {}
    for state in order:
        ahead = [after for after in graph.nodes[state].leads_to.values() if after in number]
        number[state] = sum(number[after] for after in ahead) if ahead else 1
        longest[state] = 1 + max(longest[after] for after in ahead) if ahead else 0
    return number[order[-1]], longest[order[-1]]
