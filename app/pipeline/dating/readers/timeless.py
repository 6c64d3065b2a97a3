"""Readers of durations, sets and vague words: time without a place in the calendar."""

from app.domain.timex import TimexType
from app.pipeline.dating.matching import Parts
from app.pipeline.dating.meaning import Meaning, Seen, timeless

_VAGUE = {"PAST_REF": "the past", "PRESENT_REF": "the present", "FUTURE_REF": "the future"}


def read_age(_: Parts, __: Seen) -> None:
    """Read "a 60-year-old" as no time at all."""


def read_duration(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "three years", "several years", "three hours"; "twice a week" is how often, no length."""
    if seen.words.lower().startswith(("a ", "an ")) and not seen.stands_after("length"):
        return None
    clock = "T" if "is_clock" in parts else ""
    return timeless(TimexType.DURATION, f"P{clock}{parts['count']}{parts['units']}", seen, "is a length of time")


def read_recent_span(parts: Parts, seen: Seen) -> Meaning:
    """Read "the past three years"."""
    return timeless(TimexType.DURATION, f"P{parts['count']}{parts['units']}", seen, "is a length of time")


def read_often(parts: Parts, seen: Seen) -> Meaning:
    """Read "every Monday", "Mondays", "annually", "century after century"."""
    if "weekday" in parts:
        value = f"XXXX-WXX-{parts['weekday']}"
    elif "month" in parts:
        value = f"XXXX-{int(parts['month']):02}" + (f"-{int(parts['day']):02}" if "day" in parts else "")
    else:
        value = str(parts.get("often") or f"P1{parts['unit']}")
    return timeless(TimexType.SET, value, seen, "is again and again, not one time")


def read_vague(parts: Parts, seen: Seen) -> Meaning:
    """Read "recently", "now"."""
    value = str(parts["value"])
    return timeless(TimexType.DATE, value, seen, f"is {_VAGUE[value]}, but nobody says when")
