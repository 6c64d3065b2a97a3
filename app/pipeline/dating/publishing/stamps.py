"""Words of handling beside a date: "Accessioned 2 May 1956", "dateModified": the text was kept or changed then."""

import re

from app.knowledge.publication_rows import PageRole
from app.pipeline.dating.publishing.segments import Marks, segment_before, without_opening_marks

_WORD = re.compile(r"[^\W\d_]\w*")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_MOST_WORDS = 6  # of a stamp
# A participle, maybe with who did it or where, right before a date.
_HANDLED = re.compile(
    r"(?:^|[\W_])(?:date_?)?(?:[a-z]{2,}ed|re[ck]’?d|bound|put|made|kept)"
    r"(?:_?(?:at|on|date|time))?(?:\s(?:on|in|at|by|from|to|for)(?:\s[\w.’'-]+){1,4}?)?[\s:=\"'(,–—-]*(?:on|in)?\s*$",
    re.IGNORECASE,
)
_AUTHORED = re.compile(r"\b(?:compiled|completed|dictated|recorded|delivered)\b", re.IGNORECASE)
_OTHERS = (PageRole.EVENT, PageRole.PUBLISHED, PageRole.PICTURED)
_OPENS = re.compile(r"(?:[a-z]{2,}ed|re[ck]’?d|bound|copied)\b", re.IGNORECASE)


def is_handled(before: str, marks: Marks) -> bool:
    """Does what stands before a date on its line say that the text was handled then?"""
    segment = segment_before(before)
    found = _HANDLED.search(segment)
    if found is None or _AUTHORED.search(found[0]) or marks[PageRole.PUBLISHED].search(found[0]):
        return False
    if marks[PageRole.ORIGINAL].match(without_opening_marks(segment)):  # "First printed in The Lantern, "
        return False
    return not any(marks[role].search(segment) for role in (PageRole.EVENT, PageRole.PICTURED))


def is_stamp(piece: str, marks: Marks) -> bool:
    """Is a sentence a stamp, a participle and a date with hardly a word more?"""
    if not _OPENS.match(piece) or not _YEAR.search(piece):
        return False
    is_other = any(marks[role].search(piece) for role in _OTHERS)
    return len(_WORD.findall(piece)) <= _MOST_WORDS and not is_other
