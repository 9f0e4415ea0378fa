"""Made-up policies, as many as are wanted: to measure with, never to be published.

Each is its own: names, stages, limits, areas, contacts and words differ. Their telephone numbers are
those that Ofcom keeps for drama, their addresses end in example.org.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from helper.plain import read
from helper.policy import Policy
from macros.bench_build.draw import Draw, phrases
from macros.bench_build.situations import situations
from macros.bench_build.stages import TAKEN, Fields, contact, stages
from macros.bench_build.yaml_text import yaml_text

SEED = 1
SOURCE = "Section 1"
UNTRIED = {"name": "x", "today": TAKEN, "answers": {"immediate_danger": "yes"}, "expect": {"state": "x"}}
"""In the place of situations, until there is a policy to ask."""


def write_synthetic(folder: Path, number: int, seed: int = SEED) -> list[Path]:
    """Writes so many policy files into a folder; the first hundred are the same whatever the number."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for id_, text in synthetic(number, seed):
        files.append(folder / f"{id_}.yaml")
        files[-1].write_text(text, "utf-8")
    return files


def synthetic(number: int, seed: int = SEED) -> Iterator[tuple[str, str]]:
    """So many policies, each its id and its file's text. Raises ValueError if there are not so many names."""
    names = _names(seed)
    if number > len(names):
        raise ValueError(f"There are {len(names)} made-up names. Ask for no more policies than that.")
    for name in names[:number]:
        yield name.lower(), yaml_text(_policy(name, seed))


def _names(seed: int) -> list[str]:
    places = phrases()["places"]
    names = [f"{first}{second}" for first in places["first"] for second in places["second"]]
    Draw(f"names {seed}").chance.shuffle(names)
    return names


def _policy(name: str, seed: int) -> Fields:
    """The fields of a policy, with situations that the helper answers as they expect."""
    word, short = ("step", "stage", "level")[len(name) % 3], f"{name[:2].upper()}SCP"
    draw = Draw(f"{seed} {name}", {"name": name, "word": word, "id": name.lower(), "short": short})
    fields = {**_head(draw), **_ladder(draw), **_briefing(draw)}
    held = read(Policy, {**fields, "scenarios": [UNTRIED]})
    return {**fields, "scenarios": list(situations(held, draw))}


def _head(draw: Draw) -> Fields:
    name, held = draw.known["name"], phrases()
    partnership = f"{name} Safeguarding Children Partnership"
    return {
        "name": name,
        "areas": [name, *(f"{side} {name}" for side in draw.some(("North", "South", "West"), 0, 2))],
        "summary": draw.text(held["summaries"]),
        "stage_word": draw.known["word"],
        "partnership": {
            "name": partnership,
            "short": draw.known["short"],
            "means": f"{draw.known['short']} is the {partnership}.",
        },
        "document": _document(draw),
        "division": draw.one(("england-and-wales", "england-and-wales", "scotland", "northern-ireland")),
        "scope": draw.one(("children", "children", "children", "children and adults")),
        "working_day": draw.one(("not stated", "Monday to Friday, less bank holidays")),
        "start_day_counts": draw.one(("not stated", "not stated", "no")),
        "use_when": _points(draw, "use_when", 4, 9),
        "principles": _points(draw, "principles", 3, 7),
        "channels": [_channel(draw)] if draw.happens(0.7) else "not stated",
        "urgent": "not stated",
        "out_of_hours": "not stated",
        "contacts": [contact(draw, SOURCE)] if draw.happens(0.5) else "not stated",
    }


def _document(draw: Draw) -> Fields:
    year, month = draw.chance.randint(2022, 2025), draw.chance.randint(1, 12)
    return {
        "title": f"{draw.known['name']} escalation policy",
        "issued": f"{year}-{month:02}-01",
        "issued_as": "approved on",
        "taken": TAKEN,
        "link": f"https://{draw.known['id']}.example.org/policy",
        "version": f"{draw.chance.randint(1, 9)}.{draw.chance.randint(0, 9)}",
        "approved_by": "not stated",
        "effective": f"{year}-{month:02}-15",
        "review": f"{year + 3}-{month:02}-01",
    }


def _channel(draw: Draw) -> Fields:
    use = draw.one(phrases()["use"])
    return {"stages": "all stages", "use": use, "avoid": "not stated", "says": use[0].lower() + use[1:-1]} | {
        "source": "Section 2"
    }


def _ladder(draw: Draw) -> Fields:
    """What is said of the stages, of each and of all."""
    held = phrases()
    chosen = draw.some(list(zip(held["agencies"], held["roles"], strict=True)), 2, 3)
    agencies = chosen if draw.happens(0.3) else []
    rungs = stages(draw, [(id_, role) for (id_, _), role in agencies])
    fields: Fields = {"agencies": [{"id": id_, "name": name} for (id_, name), _ in agencies]}
    return {
        **(fields if agencies else {}),
        "stages": rungs,
        "budgets": [_budget(draw)] if draw.happens(0.3) else "not stated",
        "always": _duties(draw, "always", "Everybody involved"),
        "after": _duties(draw, "after", "The agencies involved"),
        "silence": _silence(draw) if draw.happens(0.5) else "not stated",
        "steps_in": "not stated",
        "other_routes": _routes(draw) or "not stated",
        "forms": [_form(draw)] if draw.happens(0.4) else "not stated",
    }


def _budget(draw: Draw) -> Fields:
    amount = draw.one((15, 20, 28))
    return {
        "id": "maximum",
        "name": "At the most",
        "covers": "all stages",
        "what": f"all the {draw.known['word']}s together",
        "says": f"must be settled within {amount} working days",
        "unit": "working days",
        "amount": str(amount),
        "counts_from": "start of the first stage",
        "strength": "must",
        "if_longer": "not stated",
        "source": "Section 2",
    }


def _duties(draw: Draw, name: str, who: str) -> Any:
    rest = {"who": who, "strength": draw.one(("must", "should"))}
    return [{**rest, "does": draw.text(each), "source": SOURCE} for each in draw.some(phrases()[name], 1, 3)]


def _silence(draw: Draw) -> Fields:
    return {"text": draw.text(phrases()["silence"]), "not_agreed": "yes", "source": "Section 2"}


def _routes(draw: Draw) -> list[Fields]:
    return [{**route, "source": "Section 9"} for route in draw.some(phrases()["routes"], 0, 3)]


def _form(draw: Draw) -> Fields:
    return {
        "id": "escalation-form",
        "name": "Escalation form",
        "label": "Appendix 1",
        "link": "not stated",
        "filled_by": "Your line manager",
        "goes_to": "The partnership's office",
        "when": "not stated",
        "source": "Appendix 1",
        "fields": [{"label": label} for label in draw.some(phrases()["fields"], 5, 10)],
    }


def _briefing(draw: Draw) -> Fields:
    held = phrases()
    return {
        "briefing": {
            "what_it_is": _points(draw, "what_it_is", 1, 2),
            "why_it_matters": _points(draw, "why", 1, 2),
            "not_for": ["Emergencies: call 999."],
            "do_now": [draw.text(each) for each in draw.some(held["do_now"], 2, 3)],
            "ask_the_team": [draw.text(each) for each in draw.some(held["ask"], 2, 3)],
        }
    }


def _points(draw: Draw, name: str, least: int, most: int) -> list[Fields]:
    return [{"text": draw.text(each), "source": SOURCE} for each in draw.some(phrases()[name], least, most)]
