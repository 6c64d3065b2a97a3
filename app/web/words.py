"""The words of the interface that are not in templates: counts, dates, and names for values of the filter.

English stands here and in the templates, marked with gettext's names (`N_` where it is only listed), so that a
catalogue can stand in for it. What is stored stays as it was stored: the reasoning for a date, the clues to a day of
publication, why a passage gave no event and what a status rests on are English sentences of the rules, not of a page.
"""

from dataclasses import dataclass
from gettext import NullTranslations

from app.domain.edtf import EdtfDate
from app.domain.showing import ALONE, MONTHS, date_to_people


def N_(message: str) -> str:  # noqa: N802 -- the name by which gettext's tools know it
    """Mark a message that is translated later."""
    return message


def NN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 -- likewise
    """Mark a message that is translated later, by number."""
    return one, many


_FACETS = {
    "q": N_("Search"),
    "from": N_("From"),
    "to": N_("To"),
    "certainty": N_("Dates"),
    "actor": N_("Actor"),
    "place": N_("Place"),
    "topic": N_("Topic"),
    "status": N_("Status"),
    "publisher": N_("Publisher"),
    "precision": N_("Date known to the"),
    "open": N_("Known only as"),
    "min_origins": N_("Origins, at least"),
    "year": N_("Published in"),
    "basis": N_("Date"),
    "gave": N_("Gave"),
}

_BASES = {
    "stated": N_("stated in the text"),
    "inferred": N_("worked out from the text"),
    "lent": N_("from articles with the same wording"),
    "unknown": N_("unknown"),
}

_VALUES = {
    **{("basis", basis): name for basis, name in _BASES.items()},
    ("precision", "day"): N_("day"),
    ("precision", "month"): N_("month"),
    ("precision", "season"): N_("season"),
    ("precision", "quarter"): N_("quarter"),
    ("precision", "half"): N_("half-year"),
    ("precision", "year"): N_("year"),
    ("precision", "decade"): N_("decade"),
    ("precision", "century"): N_("century"),
    ("precision", "span"): N_("span of time"),
    ("precision", "unknown"): N_("not at all"),
    ("open", "start"): N_("by a day"),
    ("open", "end"): N_("from a day on"),
    ("open", "both"): N_("of no year"),
    ("certainty", "possibly"): N_("possibly within"),
    ("certainty", "surely"): N_("surely within"),
    ("status", "asserted"): N_("asserted"),
    ("status", "planned"): N_("planned"),
    ("status", "claimed"): N_("claimed"),
    ("status", "denied"): N_("denied"),
    ("status", "disputed"): N_("disputed"),
    ("topic", "visits"): N_("visits"),
    ("topic", "letters"): N_("letters"),
    ("topic", "treaties"): N_("treaties"),
    ("topic", "recognition"): N_("recognition"),
    ("topic", "military"): N_("military"),
    ("topic", "arms"): N_("arms"),
    ("topic", "labour"): N_("labour"),
    ("topic", "trade"): N_("trade"),
    ("topic", "aid"): N_("aid"),
    ("topic", "sanctions"): N_("sanctions"),
    ("topic", "diplomacy"): N_("diplomacy"),
    ("topic", "war"): N_("war"),
    ("topic", "history"): N_("history"),
    ("publisher", ""): N_("unnamed"),
    ("year", "unknown"): N_("date unknown"),
    ("gave", "events"): N_("events"),
    ("gave", "nothing"): N_("no event"),
}


_COUNTED = {
    "article": NN_("%(count)s article", "%(count)s articles"),
    "event": NN_("%(count)s event", "%(count)s events"),
    "origin": NN_("%(count)s origin", "%(count)s origins"),
    "publisher": NN_("%(count)s publisher", "%(count)s publishers"),
    "quote": NN_("%(count)s quote", "%(count)s quotes"),
}


@dataclass(frozen=True)
class Words:
    """The words of the interface in one language."""

    language: str
    translations: NullTranslations

    def say(self, message: str) -> str:
        """A marked message in this language."""
        return self.translations.gettext(message)

    def basis_name(self, basis: str) -> str:
        """What a day of publication rests on."""
        return self.say(_BASES[basis])

    def facet_name(self, key: str) -> str:
        """What a key of the filter is called on pages."""
        return self.say(_FACETS[key])

    def name_of(self, value: str, key: str) -> str:
        """What a value of the filter is called on pages; names of people, places and publishers stay as they are."""
        name = _VALUES.get((key, value))
        return self.say(name) if name else value

    def counted(self, number: int, noun: str) -> str:
        """A number with its noun: "1 article", "5 articles"."""
        message = self.translations.ngettext(*_COUNTED[noun], number)
        return message % {"count": f"{number:,}"}

    def people(self, when: EdtfDate) -> str:
        """A date in words."""
        return date_to_people(when, self.translations)

    def month(self, number: int) -> str:
        """A month as it stands alone: over events, under a chart."""
        return self.translations.pgettext(ALONE, MONTHS[number - 1])


ENGLISH = Words("en", NullTranslations())
