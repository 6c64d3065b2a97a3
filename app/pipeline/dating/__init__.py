"""DATE: the time expressions of a text, and the day on which an article was published."""

from app.pipeline.dating.expressions import find_time_expressions, resolve_forms
from app.pipeline.dating.matching import find_forms
from app.pipeline.dating.publishing.borrowing import lent_clues
from app.pipeline.dating.publishing.publication import date_by_forms, date_publication

__all__ = [
    "date_by_forms",
    "date_publication",
    "find_forms",
    "find_time_expressions",
    "lent_clues",
    "resolve_forms",
]
