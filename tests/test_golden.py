"""The pages of a made-up policy as they were last looked at.

A change of words or markup shows here as a difference. Look at the pages, then write them anew with
`GUIDE_GOLDEN=write ./dev test tests/test_golden.py`.
"""

import os
import re
from pathlib import Path

import pytest

from macros.page import Page
from macros.pages import pages
from tests.conftest import policy

GOLDEN = Path(__file__).parent / "golden"
PAGES = [page for page in pages((policy("plainshire"),)) if page.policy == "plainshire"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.kind)
def test_the_page_is_as_it_was_last_looked_at(page: Page) -> None:
    file = GOLDEN / f"{page.kind}.html"
    if os.environ.get("GUIDE_GOLDEN") == "write":
        file.parent.mkdir(exist_ok=True)
        file.write_text(text_of(page), "utf-8")
    assert text_of(page).splitlines() == file.read_text("utf-8").splitlines()


def text_of(page: Page) -> str:
    """The page without the hash in the name of its date table, which every change of the engine changes."""
    return re.sub(r"(assets/dates/plainshire-)[0-9a-f]{12}", r"\g<1>HASH", page.markdown())


def test_there_is_one_for_each_kind_of_page() -> None:
    assert sorted(file.stem for file in GOLDEN.iterdir()) == sorted(page.kind for page in PAGES)
