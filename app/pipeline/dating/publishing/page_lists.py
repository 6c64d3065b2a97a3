"""Lists below a story: comments on it, and pointers to other stories."""

import re

from app.knowledge.publication_rows import PageRole
from app.pipeline.dating.publishing.evidence import Evidence, PlacedForm
from app.pipeline.dating.publishing.page_places import Place

# How a comment begins: by a name and a day, as in “Old salt wrote on 5 May 2009, 10:12: I saw her”.
_COMMENTER = re.compile(r"\W*[^\W\d][\w .@’'-]{1,40}?(?:\s(?:wrote|said|says|posted|replied))?\W*(?:\b(?:on|at)\s)?\W*")
_COMMENT = re.compile(
    r"\W{0,3}(?:(?:at )?\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?)?\s*[:|)\]]"
    r"|\W{0,3}(?:at )?\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?\s*$"
)
# “Nina said... So did I.”, where the day and the minute of a comment stand behind it.
_SAID = re.compile(r"\W*[^\W\d][\w .@’'-]{1,40}? (?:wrote|said|says)(?:\.{3}|…|:)")
_MINUTE = re.compile(r"\W{0,4}(?:at )?\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?\W*", re.IGNORECASE)
_REFERENCES = re.compile(
    r"\W*(?:references|(?:foot|end)?notes|sources|external links|bibliography|works cited|примечания|ссылки|источники"
    r"|литература|각주|참고 ?문헌|외부 ?링크)\s*:?\s*$",
    re.IGNORECASE,
)
_LOOKED_UP = re.compile(
    r"\b(?:retrieved|accessed|archived|consulted|viewed|checked|дата обращения|архивировано|проверено)\b|확인|접속",
    re.IGNORECASE,
)
# "1. Harbour Post. Retrieved", "^ Gudok (accessed": words of a citation stand before it.
_CITED = re.compile(
    r"^\W*(?:\^|\[\w{1,3}\]|\d{1,3}[.)])|\barchived from the original\b"
    r"|[^\W_][.,;:”\"’)]*[.,;:”\"’)(]\s*[(\[]?(?:retrieved|accessed|archived|consulted|дата обращения)\b",
    re.IGNORECASE,
)
_HOW_TO_CITE = re.compile(
    r"\W*(?:(?:suggested|recommended|preferred) citation|how to cite|(?:to )?cite (?:this|as)\b)[^\n]*"
    r"\b(?:retrieved|accessed|viewed)(?: on)?\W*$",
    re.IGNORECASE,
)
_LONGEST_NOTE = 600  # characters
_LOOKED_AT = 80  # characters of a line that tell whether it opens a list


def opens_comment(placed: PlacedForm) -> bool:
    """Does it stand behind the name of somebody who comments, and before the comment?"""
    is_behind_name = _COMMENTER.fullmatch(placed.line_before) is not None
    return is_behind_name and _COMMENT.match(placed.line_after) is not None


def is_of_others(placed: PlacedForm) -> bool:
    """Does it stand in a note in square brackets, or behind the name of somebody who comments?"""
    before = placed.text[max(placed.paragraph.span.start, placed.span.start - _LONGEST_NOTE) : placed.span.start]
    return before.rfind("[") > before.rfind("]") or opens_comment(placed)


def _closes_comment(placed: PlacedForm) -> bool:
    """Does it stand with its minute in a line of its own, as under what "Anonymous said...", or at the end of that?"""
    line = placed.text[placed.paragraph.span.start : placed.span.start].rpartition("\n")[2]
    is_behind = not line.strip() or _SAID.match(line) is not None
    return is_behind and _MINUTE.fullmatch(placed.line_after) is not None


def is_comment(placed: PlacedForm, evidence: Evidence) -> bool:
    """Does it open a comment below a line that heads the comments on this page?"""
    if placed.place is not Place.BESIDE or not (opens_comment(placed) or _closes_comment(placed)):
        return False
    text = evidence.article.text
    for paragraph in reversed(
        evidence.article.paragraphs[evidence.places.first_of_story : placed.paragraph.number - 1]
    ):
        words = paragraph.span.of(text)[:_LOOKED_AT]
        if evidence.begins(PageRole.COMMENTS, words):
            return True
        if evidence.begins(PageRole.ELSEWHERE, words) or evidence.places.of[paragraph.number] is Place.STORY:
            return False
    return False


def is_how_to_cite(placed: PlacedForm) -> bool:
    """Is it the day of a visit in a line that says how to cite the page itself?"""
    return _HOW_TO_CITE.match(placed.line_before) is not None


def is_reference(placed: PlacedForm, evidence: Evidence) -> bool:
    """Is it the day on which who wrote the text looked up a source? A page that is kept up is younger than those."""
    if placed.place is not Place.BESIDE or is_how_to_cite(placed) or not _LOOKED_UP.search(placed.line_before):
        return False
    if _CITED.search(placed.line_before):
        return True
    text = evidence.article.text
    for paragraph in reversed(
        evidence.article.paragraphs[evidence.places.first_of_story : placed.paragraph.number - 1]
    ):
        if _REFERENCES.match(paragraph.span.of(text)[:_LOOKED_AT]):
            return True
        if evidence.places.of[paragraph.number] is Place.STORY:
            return False
    return False


def is_in_list(placed: PlacedForm, evidence: Evidence) -> bool:
    """Does it stand among pointers to other stories, or behind the end of this one?"""
    if placed.place is not Place.BESIDE:
        return False
    text = evidence.article.text
    for paragraph in reversed(evidence.article.paragraphs[evidence.places.first_of_story : placed.paragraph.number]):
        words = paragraph.span.of(text)[:_LOOKED_AT]
        if evidence.begins(PageRole.ELSEWHERE, words) or evidence.begins(PageRole.END_OF_STORY, words):
            return True
        if evidence.places.of[paragraph.number] is Place.STORY:
            return False
    return False
