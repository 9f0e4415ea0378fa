"""The house glossary: the terms that pages use and a reader may not know, in plain words."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Term:
    """One term.

    means: plain words; what holds in one nation alone says so. short: its short form in capitals,
    empty where it has none. also: other forms that pages use.
    """

    id: str
    name: str
    means: str
    short: str = ""
    also: tuple[str, ...] = ()


TERMS = (
    Term(
        id="bank-holiday",
        name="bank holiday",
        means="A public holiday. It is no working day. The days differ between the nations of the United Kingdom.",
    ),
    Term(
        id="binding",
        name="binding",
        means="Everybody has to keep to it, also those who disagree.",
    ),
    Term(
        id="critical-friend",
        name="critical friend",
        means="Somebody who is on your side and still asks hard questions.",
    ),
    Term(
        id="debrief",
        name="debrief",
        means="A talk afterwards: what happened, and what everybody can learn from it.",
    ),
    Term(
        id="dsl",
        name="designated safeguarding lead",
        short="DSL",
        means="The person in a school or agency who answers for safeguarding there. Your agency may use another name.",
    ),
    Term(
        id="emergency",
        name="immediate danger",
        means="Somebody could be hurt now. Call 999 before anything else.",
        also=("immediate harm",),
    ),
    Term(
        id="escalate",
        name="escalate",
        means="To take a disagreement to people with more authority, stage by stage, as the local policy says.",
        also=("escalation", "escalating", "escalated"),
    ),
    Term(
        id="escalation-record",
        name="escalation record",
        means="Your own dated notes: what you disagreed about, whom you spoke to, what was said and what comes next.",
    ),
    Term(
        id="gp",
        name="general practitioner",
        short="GP",
        means="The family doctor.",
    ),
    Term(
        id="head-of-service",
        name="head of service",
        means="A senior manager who is in charge of a whole service, some levels above a line manager.",
        also=("heads of service",),
    ),
    Term(
        id="independent-chair",
        name="independent chair",
        means="Somebody who leads a meeting and belongs to neither side of the disagreement.",
    ),
    Term(
        id="lado",
        name="local authority designated officer",
        short="LADO",
        means="In England: the council’s officer for allegations against people who work with children.",
    ),
    Term(
        id="line-manager",
        name="line manager",
        means="The person at work to whom you answer.",
    ),
    Term(
        id="mash",
        name="multi-agency safeguarding hub",
        short="MASH",
        means="A team of several agencies that takes in concerns about children or adults. Not every area has one.",
    ),
    Term(
        id="multi-agency",
        name="multi-agency",
        means="Of several organisations together: for example a school, a health service, the police and the council.",
    ),
    Term(
        id="nhs",
        name="National Health Service",
        short="NHS",
        means="The public health service.",
    ),
    Term(
        id="nspcc",
        name="National Society for the Prevention of Cruelty to Children",
        short="NSPCC",
        means="A charity that works to protect children.",
    ),
    Term(
        id="out-of-hours",
        name="out of hours",
        means="At a time when offices are closed: evenings, nights, weekends and bank holidays.",
        also=("out-of-hours",),
    ),
    Term(
        id="referral",
        name="referral",
        means="A report to a service that asks it to act, usually to the council’s social care. In Northern Ireland it goes to that of the Health and Social Care Trust.",
    ),
    Term(
        id="safeguarding-partnership",
        name="safeguarding partnership",
        means="The agencies of an area that work together to keep people safe. It owns the local escalation policy.",
        also=("safeguarding children partnership", "local safeguarding partnership"),
    ),
    Term(
        id="scp",
        name="Safeguarding Children Partnership",
        short="SCP",
        means="In England: the council, the police and the health service of an area, with others, who work together to keep children safe.",
    ),
    Term(
        id="section-47",
        name="section 47",
        means="A part of the Children Act 1989, in England and Wales: the council’s duty to look into a case where a child may be suffering significant harm.",
    ),
    Term(
        id="strategy-discussion",
        name="strategy discussion",
        means="A talk between agencies about a child who may be at risk of significant harm: what each knows, and what to do.",
        also=("strategy meeting",),
    ),
    Term(
        id="threshold",
        name="threshold",
        means="How serious a situation has to be before a service acts.",
    ),
    Term(
        id="uk",
        name="United Kingdom",
        short="UK",
        means="England, Wales, Scotland and Northern Ireland.",
    ),
    Term(
        id="whistleblowing",
        name="whistleblowing",
        means="Reporting that something is wrong in your own organisation to somebody who can do something about it.",
    ),
    Term(
        id="working-day",
        name="working day",
        means="Monday to Friday, less bank holidays, unless a policy says otherwise.",
    ),
)
SHORT_FORMS = {term.short: f"{term.name}. {term.means}" for term in TERMS if term.short}


def by_name() -> list[Term]:
    """In the order of the alphabet."""
    return sorted(TERMS, key=lambda term: term.name.casefold())
