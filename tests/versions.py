"""A made-up policy with two earlier versions."""

from pathlib import Path

from tests.conftest import MADE_UP
from tests.project import project

NOW = (MADE_UP / "plainshire.yaml").read_text("utf-8")
LEADS = NOW[NOW.index("  - id: leads") : NOW.index("budgets:")]
BOARD = (
    LEADS.replace("id: leads", "id: board").replace("Formal level", "Board level").replace("Leads", "Board")
)
ASKED_THE_BOARD = """\
  - name: The board agrees that the child has to be seen
    today: 2027-03-25
    answers: {immediate_danger: no, route: none, stage: board, result: agreed}
    expect: {state: board-agreed}
"""
SECOND = NOW.replace(LEADS, LEADS + BOARD) + ASKED_THE_BOARD
FIRST = (
    SECOND.replace("id: leads", "id: chiefs")
    .replace("- leads", "- chiefs")
    .replace("taken: 2026-11-21", "taken: 2026-11-02")
)


def with_versions(folder: Path) -> Path:
    """Plainshire: once with another id for its second stage; until October 2027 with a third stage."""
    found = project(folder, MADE_UP / "plainshire.yaml")
    held = found / "policies" / "earlier" / "plainshire"
    held.mkdir(parents=True)
    (held / "2027-03-01.yaml").write_text(FIRST, "utf-8")
    (held / "2027-10-04.yaml").write_text(SECOND, "utf-8")
    return found
