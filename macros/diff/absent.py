"""What is said where a field that may be left out is there for the first time, or no longer."""

GONE = {
    "priority": "the limit now holds for every priority, was for {was} only",
    "or_sooner": "the policy no longer asks for a sooner day where that is needed; it was “{was}”",
    "when": "it now always holds, was in one case only: {was}",
    "owner": "both sides now have to act in that time, was {was}",
    "total": "the policy no longer states a running total, was {was}",
    "or_from": "it no longer counts from a second event, was {was}",
    "agency": "it is now for every agency, was for {was} only",
    "area": "it is now for every area, was for {was} only",
    "moves_on": "once it has passed you now go on",
    "met_by": "this guide no longer takes it as kept from a day that you give, was {was}",
}
NEW = {
    "priority": "the limit now holds for {now} only, was for every priority",
    "or_sooner": "the policy now asks for a sooner day where that is needed: “{now}”",
    "when": "it now holds in one case only: {now}",
    "owner": "who has to act in that time is now {now}, was both sides",
    "total": "the policy now states a running total: {now}",
    "or_from": "it now counts from a second event as well, and the earlier leads: {now}",
    "agency": "it is now for {now} only, was for every agency",
    "area": "it is now for {now} only, was for every area",
    "moves_on": "whether you go on once it has passed is now stated: {now}",
    "met_by": "this guide now takes it as kept once you give the day: {now}",
}


def comes_or_goes(field: str, both: tuple[object, object], was: str, now: str) -> str:
    """The sentence for a field of which one value is absent; empty where there is none of its own."""
    if both[1] is None:
        return GONE.get(field, "").format(was=was)
    return NEW.get(field, "").format(now=now) if both[0] is None else ""
