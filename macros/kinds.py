"""The kinds of page that every policy has."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of policy page: its template, its folder below the policy's, its title and description."""

    name: str
    folder: str
    title: str
    description: str


KINDS = (
    Kind(
        name="at_a_glance",
        folder="",
        title="{name} at a glance",
        description="The {name} escalation policy on one page: who speaks to whom, and by when.",
    ),
    Kind(
        name="procedure",
        folder="procedure/",
        title="{name} procedure in full",
        description="The {name} escalation policy in numbered paragraphs, each with its place in the source.",
    ),
    Kind(
        name="flowchart",
        folder="flowchart/",
        title="{name} escalation flowchart",
        description="The {word}s of the {name} escalation policy as a flowchart that is also text.",
    ),
    Kind(
        name="briefing",
        folder="briefing/",
        title="Seven-minute briefing: escalating a concern in {name}",
        description="One page to read out in a team meeting about the {name} escalation policy.",
    ),
    Kind(
        name="what_now",
        folder="what-now/",
        title="What do I do now? {name}",
        description="A few questions, then who contacts whom, how and by when under the {name} policy.",
    ),
)
