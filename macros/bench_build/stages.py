"""The ladder of a made-up policy: who speaks to whom, by when, and what is said about it."""

from collections.abc import Iterator
from typing import Any

from macros.bench_build.draw import Draw, phrases

Fields = dict[str, Any]
MUST = {"must": "must be settled", "will": "will be settled", "should": "should be settled"}
AMOUNTS = {"working days": (1, 2, 3, 5, 7, 10), "hours": (24, 48, 72), "days": (7, 14, 28)}
UNITS = (
    *(*("working days",) * 6, *("hours",) * 3),
    *("days", "same working day", "next working day", "at once", "not stated"),
)
TAKEN = "2026-11-21"


def stages(draw: Draw, agencies: list[tuple[str, str]]) -> list[Fields]:
    """Three to six stages, the last with its end. agencies: ids with the role of each at one stage."""
    kinds = phrases()["kinds"]
    chosen = [kinds[0], *draw.some(kinds[1:-1], 1, 4), kinds[-1]]
    made = [_stage(draw, kind, number) for number, kind in enumerate(chosen, 1)]
    if agencies:
        made[1]["roles"] = [_role(draw, id_, role, number) for number, (id_, role) in enumerate(agencies)]
    made[-1]["ends"] = {
        "power": draw.one(("decides", "agrees a way forward", "mediates", "recommends")),
        "binding": draw.one(("yes", "no", "not stated")),
        "does": draw.text(phrases()["ends"]),
        "source": made[-1]["source"],
    }
    return made


def _role(draw: Draw, id_: str, role: str, number: int) -> Fields:
    side = "theirs" if number % 2 else "yours"
    return {"agency": id_, "side": side, "role": draw.text(role), "source": "Table of posts"}


def _stage(draw: Draw, kind: Fields, number: int) -> Fields:
    held, label = phrases(), f"{draw.known['word'].capitalize()} {number}"
    yours, theirs = draw.one(kind["yours"]), draw.one(kind["theirs"])
    upper = yours[:1].upper() + yours[1:]
    draw = draw.knowing(label=label, yours=yours, theirs=theirs, Yours=upper)
    said, source = held["first" if number == 1 else "later"], f"Section {number + 2}, {label}"
    return {
        "id": kind["id"],
        "label": label,
        "name": draw.one(kind["name"]),
        "yours": yours,
        "theirs": theirs,
        "action": draw.text(said["action"]),
        "in_brief": draw.text(said["brief"]),
        "reached": draw.text(said["reached"]),
        "do": [{"text": draw.text(each), "source": source} for each in draw.some(held["do"], 2, 5)],
        "say": draw.text(held["say"]),
        "timescales": list(_limits(draw, number, source)) or "not stated",
        "records": list(_records(draw, number, source)) or "not stated",
        "contacts": [contact(draw, source)] if draw.happens(0.4) else "not stated",
        "quotes": [{"says": draw.text(held["quotes"]), "source": source}],
        "source": source,
    }


def _limits(draw: Draw, number: int, source: str) -> Iterator[Fields]:
    """One clock or none, now and then two."""
    for what in draw.some(phrases()["what"], 1, 1 if draw.happens(0.8) else 2):
        unit = draw.one(UNITS)
        if unit != "not stated":
            yield {"what": what, **_limit(draw, unit, number), "source": source}


def _limit(draw: Draw, unit: str, number: int) -> Fields:
    strength = draw.one(tuple(MUST))
    if unit == "at once":
        return {"says": f"{MUST[strength]} immediately", "unit": unit, "strength": strength}
    start = draw.one(("start of this stage", "not stated" if number == 1 else "end of the stage before"))
    counted = {"unit": unit, "counts_from": start, "strength": strength}
    if unit in ("same working day", "next working day"):
        clock = {"clock": "17:00"} if draw.happens(0.3) else {}
        by = "by 5 pm on" if clock else "on"
        return {"says": f"{MUST[strength]} {by} the {unit}", **counted, **clock}
    amount = draw.one(AMOUNTS[unit])
    thing = unit if amount > 1 else unit.removesuffix("s")
    return {"says": f"{MUST[strength]} within {amount} {thing}", "amount": str(amount), **counted}


def _records(draw: Draw, number: int, source: str) -> Iterator[Fields]:
    for does in draw.some(phrases()["records"], 0, 2):
        who = "You" if number == 1 else draw.known["Yours"]
        strength = draw.one(tuple(MUST))
        yield {"who": who, "does": _plural(draw.text(does), who), "strength": strength, "source": source}


def _plural(does: str, who: str) -> str:
    """fills in -> fill in, after You."""
    verb, _, rest = does.partition(" ")
    return f"{verb.removesuffix('s')} {rest}" if who == "You" else does


def contact(draw: Draw, source: str) -> Fields:
    """A contact that cannot be anybody's: reserved numbers and addresses."""
    host = f"{draw.known['id']}.example.org"
    phone, email = f"020 7946 0{draw.chance.randint(0, 999):03}", f"escalation@{host}"
    return {
        "role": draw.one(phrases()["contact"]),
        "phone": phone if draw.happens(0.8) else "not stated",
        "email": email if draw.happens(0.6) else "not stated",
        "link": f"https://{host}/escalation" if draw.happens(0.3) else "not stated",
        "hours": "Monday to Friday, 9 am to 5 pm" if draw.happens(0.5) else "not stated",
        "checked": TAKEN,
        "source": source,
    }
