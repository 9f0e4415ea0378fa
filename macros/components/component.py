"""What a part of a page is, for the sheet that shows it and the tests that hold it."""

from collections.abc import Callable
from dataclasses import dataclass

Values = tuple[object, ...]


@dataclass(frozen=True, kw_only=True)
class Component:
    """One part.

    id: its place on the sheet. when: when to use it, one sentence. template, macro: where it is
    written, with the folder of the frame before a part of that. block: its class in the stylesheet.
    values: what its macro is called with on the sheet.
    """

    id: str
    name: str
    when: str
    template: str
    macro: str
    block: str
    values: Callable[[], Values]
