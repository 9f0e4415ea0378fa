"""The engine for a program that asks it many thousand times: it remembers the situations it was in last."""

from functools import lru_cache

from helper.asking import Known
from helper.decide import Decider
from helper.policy import Policy
from helper.situation import Situation

REMEMBERED = 500


class OftenAsked(Decider):
    """As Decider. Each way through the helper begins as many others do.

    Only for builds: a reader's own answers are remembered nowhere.
    """

    def __init__(self, policy: Policy) -> None:
        super().__init__(policy)
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._situation)

    def situation(self, known: Known) -> Situation:
        """As Decider."""
        return self._remembered(tuple(known.items()))

    def _situation(self, answers: tuple[tuple[str, str], ...]) -> Situation:
        return super().situation(dict(answers))
