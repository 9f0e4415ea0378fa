"""The parts of the pages that set out a policy."""

from helper.vocabulary import child, lead
from macros.components import example
from macros.components.component import Component
from macros.components.example import policy
from macros.contacts import contact_groups
from macros.exits import all_exits
from macros.limits import rungs
from macros.procedure import sections

POLICY_PAGES = (
    Component(
        id="harm",
        name="Risk of immediate harm",
        when="At a glance: what the policy says about an emergency.",
        template="harm.html.j2",
        macro="harm",
        block="eg-harm",
        values=lambda: (policy(), child(policy()), lead(policy())),
    ),
    Component(
        id="stages",
        name="Stages",
        when="At a glance: who speaks to whom, by when, and how it ends.",
        template="stages.html.j2",
        macro="stage_list",
        block="eg-stage",
        values=lambda: (rungs(policy()), policy()),
    ),
    Component(
        id="stage-card",
        name="Stage card",
        when="In the flowchart: a stage with its time, the way out and the way down.",
        template="flow.html.j2",
        macro="flow",
        block="eg-flow__stage",
        values=lambda: (policy(), child(policy()), rungs(policy()), (), all_exits(policy())),
    ),
    Component(
        id="contact",
        name="Contact",
        when="Wherever somebody has to be reached; what is not published is said.",
        template="contact_lines.html.j2",
        macro="contact_table",
        block="eg-table--pairs",
        values=lambda: (contact_groups(policy()), policy()),
    ),
    Component(
        id="facts",
        name="Facts and duties",
        when="For what is stated once: a term, and what the policy says of it.",
        template="facts.html.j2",
        macro="duties",
        block="eg-facts",
        values=lambda: (policy().always,),
    ),
    Component(
        id="paragraph",
        name="Numbered paragraph",
        when="In the procedure in full, so that people can cite it.",
        template="paragraph.html.j2",
        macro="paragraph",
        block="eg-paragraph",
        values=lambda: (sections(policy())[0].paragraphs[0],),
    ),
    Component(
        id="briefing-panel",
        name="Briefing panel",
        when="In the seven-minute briefing: the stages side by side.",
        template="briefing_points.html.j2",
        macro="panels",
        block="eg-panel",
        values=lambda: (rungs(policy()),),
    ),
    Component(
        id="dates-table",
        name="Dates table",
        when="On the facilitator’s sheet: the situations and their dates.",
        template="dates_table.html.j2",
        macro="dates_table",
        block="eg-dates",
        values=lambda: (example.situations("dates-table"),),
    ),
)
