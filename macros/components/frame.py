"""The parts around a page: what is on every one, and notices above it."""

from helper.vocabulary import child
from macros.components.component import Component
from macros.components.example import policy

FRAME = (
    Component(
        id="emergency-line",
        name="Emergency line",
        when="First on every page.",
        template="partials/emergency_line.html",
        macro="emergency_line",
        block="eg-emergency",
        values=lambda: (child(policy()),),
    ),
    Component(
        id="quick-exit",
        name="Quick exit",
        when="Last in the header of every page, unless a policy turns it off.",
        template="partials/quick_exit.html",
        macro="quick_exit",
        block="eg-exit",
        values=lambda: ("#quick-exit",),
    ),
    Component(
        id="saved-copy",
        name="Saved copy",
        when="Above a page that comes from the device itself, without a connection.",
        template="partials/saved.html",
        macro="saved_copy",
        block="eg-saved",
        values=lambda: ("", "", "2 November 2026", True),
    ),
    Component(
        id="general-guide",
        name="General guide",
        when="Above every page of a guide that is no area’s policy.",
        template="notices.html.j2",
        macro="general_guide",
        block="eg-notice",
        values=lambda: ("../../",),
    ),
    Component(
        id="past-review",
        name="Past review",
        when="Above every page of a policy whose day of review is over.",
        template="notices.html.j2",
        macro="review_due",
        block="eg-notice",
        values=lambda: (policy(),),
    ),
    Component(
        id="superseded",
        name="Superseded",
        when="Above every page of a policy that another one has replaced.",
        template="notices.html.j2",
        macro="replaced",
        block="eg-notice",
        values=lambda: (policy().document,),
    ),
    Component(
        id="source-note",
        name="Source note",
        when="At the foot of every page of a policy.",
        template="source.html.j2",
        macro="source_note",
        block="eg-source",
        values=lambda: (policy(),),
    ),
    Component(
        id="stamp",
        name="Stamp",
        when="On paper alone, last on the sheet.",
        template="stamp.html.j2",
        macro="stamp",
        block="eg-stamp",
        values=lambda: (policy(), ""),
    ),
)
