"""How long printing a briefing takes, with words that nothing can have kept from the time before."""

import time
from collections.abc import Iterable
from statistics import median

from helper.policy import Policy
from macros.briefing_pdf import briefing_pdf
from macros.kinds import KINDS
from macros.policy_pages import on_paper, page_values
from macros.progress import told

ROUNDS = 20
LIMIT = 15
"""Milliseconds that each should take at the most."""
[KIND] = [kind for kind in KINDS if kind.pdf]


def bench_briefing(policies: Iterable[Policy], rounds: int = ROUNDS) -> list[str]:
    """A line for each policy: the median in milliseconds, each round with another title."""
    found = {policy.id: _median(policy, rounds) for policy in told([*policies], "briefings measured")}
    lines = [f"{id_:<24}{took:>8.1f} ms" for id_, took in found.items()]
    return [*lines, f"{'median, at most ' + str(LIMIT):<24}{median(found.values()):>8.1f} ms"]


def _median(policy: Policy, rounds: int) -> float:
    values = page_values(policy, KIND)
    body = on_paper(values)
    return median(_time(policy, f"{values['title']} {each}", body) for each in range(rounds)) * 1000


def _time(policy: Policy, title: str, body: str) -> float:
    began = time.perf_counter()
    briefing_pdf(policy, title, body)
    return time.perf_counter() - began
