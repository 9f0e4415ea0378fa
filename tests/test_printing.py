"""Sheets are printed by a process of their own, which the others begin, ask and end."""

import subprocess
import sys

import pytest

from macros.briefing_pdf import BriefingError, briefing_pdf
from macros.printing import Press, PrintError, press
from macros.processes import FEW, shared_out
from tests.conftest import policy

BODY = "<h1>A briefing</h1><p>One line.</p>"


def printed() -> bytes:
    return briefing_pdf(policy("sefton"), "A briefing", BODY)


@pytest.mark.parametrize("long_ago", [True, False])
def test_the_next_sheet_is_printed_after_the_printing_program_was_killed(long_ago: bool) -> None:
    before = printed()
    process = press()._process
    assert process
    process.kill()
    if long_ago:
        process.wait()
    with pytest.raises(BriefingError, match=r"sefton: .*the program that prints was stopped\. Try again\."):
        printed()
    assert printed() == before


def test_what_cannot_be_printed_is_said_and_the_program_goes_on() -> None:
    own = Press()
    with pytest.raises(PrintError, match="title"):
        own.print({"size": 9})
    assert own._process
    assert own._process.poll() is None
    own.end()
    own.end()


def test_processes_that_share_a_build_do_not_share_a_press() -> None:
    before = printed()
    shares = shared_out(lambda share: [printed() for _ in share], range(FEW + 2))
    assert {each for share in shares for each in share} == {before}


def test_a_process_that_builds_does_not_hold_the_printing_program() -> None:
    held = "import sys, macros.adapter_mkdocs, macros.command; print('typst' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", held], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
