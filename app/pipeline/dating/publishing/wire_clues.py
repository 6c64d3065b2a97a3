"""The weekday of an agency’s report: "SEOUL (Agency) - The minister arrived on Tuesday" went out then or next day."""

import re
from collections.abc import Iterator

from app.knowledge.publication_rows import ClueKind, PageRole
from app.pipeline.dating.publishing.evidence import Evidence
from app.pipeline.dating.publishing.lead_clues import news_of_lead
from app.pipeline.dating.publishing.puzzle import Constraint, weekday_days

# Read a place, perhaps with its country in brackets, then the agency in brackets and a dash.
_CREDIT = re.compile(r"\W{0,3}[^\W\d_a-zа-яё][^\n]{0,60}?\((?P<agency>[^()\n]{2,30})\)\s{0,2}(?:[-–—]{1,2}|:)\s")
_REACH = 120  # characters in which a report names its place and its agency


def wire_clues(evidence: Evidence) -> Iterator[Constraint]:
    """The clue of this kind, where the first paragraph opens with an agency and tells its news by a weekday."""
    news = news_of_lead(evidence)
    if news is None or news.paragraph.number != evidence.lead[0]:
        return
    start = news.paragraph.span.start
    credit = _CREDIT.match(news.text, start, start + _REACH)
    if credit is not None and evidence.marks(PageRole.WIRE, credit["agency"]):
        days = weekday_days(news.number("weekday"))
        says = f"“{news.words}” is the news of an agency, which sends it out on its day, or on the next."
        yield evidence.constraint(ClueKind.WEEKDAY_OF_WIRE, news.span, says, days | days << 1)
