"""The sheet of components: every part once, as a page has it."""

import re

from macros.components.component import Component
from macros.components.registry import COMPONENTS
from macros.render import render_part

HEADING = re.compile(r"<h([1-6])")


def sheet_values() -> dict[str, object]:
    """What the page prints: each part with its example."""
    return {"shown": [(each, example_of(each)) for each in COMPONENTS]}


def example_of(component: Component) -> str:
    """The part with its made-up values, its headings below that of the part's own section."""
    values = component.values()
    return below(render_part(component.template, component.macro, *values), 2)


def below(html: str, level: int) -> str:
    """The HTML with its headings told as below a level; they look as they did.

    A part brings the heading that it has on its page: h1 for a question.
    """
    deeper = level + 1 - min(map(int, HEADING.findall(html)), default=level + 1)
    return HEADING.sub(lambda found: f'{found[0]} aria-level="{int(found[1]) + deeper}"', html)
