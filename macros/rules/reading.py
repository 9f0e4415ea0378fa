"""What is wrong with a file before its facts can be looked at; found while it is read."""

from dataclasses import replace

from helper.faults import Fault
from macros.rules.rule import Kind, Rule


def reading_rule(found: str) -> str:
    """The name of the rule for what the reader found in a value or a field."""
    return next((name for words, name in WITHIN if words in found), "not-a-value")


def unreadable_rule(said: str) -> str:
    """The name of the rule for a file that could not be read at all."""
    return next((name for words, name in WITHIN if words in said), "unreadable")


def with_reason(fault: Fault) -> Fault:
    """A fault of reading with why it is one: what an area changes is no field of an overlay."""
    of_overlay = fault.path[:1] == ("overlays",) and len(fault.path) == OF_OVERLAY
    if of_overlay and reading_rule(fault.found) == "unknown-field":
        return replace(fault, write=f"{fault.write} {ONLY_ADDS}")
    return fault


OF_OVERLAY = 3  # overlays[0].changes
ONLY_ADDS = (
    "An overlay adds and changes nothing: where an area replaces a stage or has another limit, write a file "
    "of its own for it."
)
OWN_ID = "own-id"
WITHIN = (
    ("a hidden character", "hidden-character"),
    ("nested too deep", "too-deep"),
    ("stands here again", "twice"),
    ("is an alias", "alias"),
    ("begins with &", "mark"),
    ("is cut off at #", "cut-off"),
    ("is not filled in yet", "not-filled-in"),
    ("has over 100 faults", "too-many"),
    ("is missing", "missing-field"),
    ("is not a field here", "unknown-field"),
    ("is an empty list", "empty-list"),
)

READING = (
    Rule(
        name="unreadable",
        kind=Kind.FAULT,
        says="The file has to be plain text in UTF-8 and in the form that YAML asks for, and not too large.",
        why="One bracket or indent in the wrong place can move a fact to where it does not belong.",
        wrong="name: North Town: escalation",
        right='name: "North Town: escalation"',
    ),
    Rule(
        name="twice",
        kind=Kind.FAULT,
        says="A field stands once in its part of the file.",
        why="Of two values one would be lost, and nobody could see which.",
        wrong="name: Managers\nname: Line managers",
        right="name: Line managers",
    ),
    Rule(
        name="alias",
        kind=Kind.FAULT,
        says="A value is written out, never pointed to with an asterisk.",
        why="Whoever reads the file beside the policy should see each fact where it stands.",
        wrong="name: *managers",
        right="name: Line managers",
    ),
    Rule(
        name="mark",
        kind=Kind.FAULT,
        says="A text that begins with & or ! stands in double quotes.",
        why="YAML takes the mark and the word behind it away, so part of the text would be lost.",
        wrong="name: &Partners in care",
        right='name: "&Partners in care"',
    ),
    Rule(
        name="cut-off",
        kind=Kind.FAULT,
        says="A text with a space and # in it stands in double quotes.",
        why="YAML takes the rest of the line for a remark, so part of the text would be lost.",
        wrong="name: Talk to unit #4",
        right='name: "Talk to unit #4"',
    ),
    Rule(
        name="too-deep",
        kind=Kind.FAULT,
        says="Nothing is nested deeper than a policy can be.",
        why="Such a file is a slip or a trick, never a policy.",
        wrong="name: [[[[[[[[[[[[[North Town]]]]]]]]]]]]]",
        right="name: North Town",
    ),
    Rule(
        name="hidden-character",
        kind=Kind.FAULT,
        says="A text has no characters that nobody can see.",
        why="Some of them turn the text around, so that a page shows something else than the file says.",
        wrong='name: "Talk\\u202e"',
        right="name: Talk",
    ),
    Rule(
        name="too-many",
        kind=Kind.FAULT,
        says="The check stops after very many faults in one file.",
        why="Often one slip near the top causes them all. Mend that and the rest is gone.",
        wrong="names: North Town   # and hundreds of lines like this",
        right="name: North Town",
    ),
    Rule(
        name="not-filled-in",
        kind=Kind.FAULT,
        says="No blank of the starting file is left.",
        why="A blank is a fact that nobody has looked up yet. “not stated” is for where somebody looked.",
        wrong="division: FILL IN",
        right="division: england-and-wales",
    ),
    Rule(
        name="missing-field",
        kind=Kind.FAULT,
        says="Every field that the tables call for is there.",
        why="A fact that is left out may have been forgotten. “not stated” shows that somebody looked.",
        wrong="silence:",
        right="silence: not stated",
    ),
    Rule(
        name="unknown-field",
        kind=Kind.FAULT,
        says="Every field is one that the tables have.",
        why="A field with a slip in its name would be read by nobody, and its fact would be on no page.",
        wrong="their: the other worker",
        right="theirs: the other worker",
    ),
    Rule(
        name="not-a-value",
        kind=Kind.FAULT,
        says="Every value is of its kind: text, a whole number, a day, yes or no, or a fixed word.",
        why="A day or a number that is misread becomes a wrong date on somebody’s screen.",
        wrong="issued: 2 March 2026",
        right="issued: 2026-03-02",
    ),
    Rule(
        name="empty-list",
        kind=Kind.FAULT,
        says="A list has at least one item. A stage has time limits or says that none is stated.",
        why="An empty list does not say whether the policy is silent or the work is unfinished.",
        wrong="timescales: []",
        right="timescales: not stated",
    ),
    Rule(
        name=OWN_ID,
        kind=Kind.FAULT,
        says="The file holds no id of its own.",
        why="The name of the file is the address of its pages; a second one could differ from it.",
        wrong="id: north-town",
        right="name: North Town",
    ),
    Rule(
        name="scenario",
        kind=Kind.FAULT,
        says="The helper answers every scenario as it expects.",
        why=(
            "A scenario is a situation that your designated safeguarding lead signed. If the answer "
            "is another one, the file or the scenario is wrong."
        ),
        wrong="expect: {state: talk-waiting, stage: talk, last_day: 2027-03-31}",
        right="expect: {state: talk-waiting, stage: talk, last_day: 2027-03-30}",
    ),
    Rule(
        name="answer-not-asked",
        kind=Kind.WARNING,
        says="A scenario answers only what the helper asks in its situation.",
        why=(
            "Any other answer changes nothing, though whoever signs the scenario takes it for a part of "
            "what was tried."
        ),
        wrong="answers: {immediate_danger: yes, stage: talk}",
        right="answers: {immediate_danger: yes}",
    ),
    Rule(
        name="scenario-coverage",
        kind=Kind.WARNING,
        says="Each stage, route and kind of ending is tried by a scenario.",
        why=(
            "What no scenario tries, nobody has worked out by hand. The warning has one to copy; "
            "work its day out with a calendar."
        ),
        wrong="# no scenario acts in Stage 3",
        right="expect: {state: managers-not_agreed, stage: panel, last_day: 2026-12-01}",
    ),
    Rule(
        name="no-dead-end",
        kind=Kind.FAULT,
        says=(
            "From every question and by every answer the helper comes to a next step that says who, by when "
            "and where it is written."
        ),
        why=(
            "Nobody who is worried about a child may be left without an answer. This is what the proof shows."
        ),
        wrong="# a stage that no answer leads to",
        right="# every stage is reached",
    ),
)
