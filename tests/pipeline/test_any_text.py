"""Whatever a page holds, the whole way of an article goes through, and what it gives holds together."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.article import KnownMetadata, RawPage
from app.domain.edtf import EdtfDate
from app.knowledge.load import load_knowledge
from app.pipeline.flow import explain_article

KNOWLEDGE = load_knowledge()
WHENS = (
    "on 15 August 2022", "in April 2019", "on Monday", "yesterday", "the next day", "two days earlier",
    "a year later", "three decades later", "a century earlier", "on 29 February", "on 31 June 2023", "last week",
    "in winter", "in January", "in 1945", "on 1 January 0001", "on 31 December 9999", "in December 9999",
    "in the winter of 9999", "in the year 1", "20000 years later", "999999999 days ago", "in 2022-W53",
    "on 9999-W52-7", "at 24:61", "in Juche 111", "in Juche 9000", "from 5 May to 3 May", "between 2022 and 1991",
    "in the 99th century", "on the 77th anniversary of liberation", "2022년 8월 15일", "9999년 12월 31일",
    "31 декабря 9999 года", "in retaliation", "since the invasion", "by 1 May",
)  # fmt: skip
TOLD = (
    "Putin met Kim Jong Un in Vladivostok {}.", "{} Kim Jong Il will visit Moscow.",
    "Russia denied {} that it bought shells.",
    "The Soviet Union and North Korea signed a treaty {}, and {} it lapsed.",
    "PYONGYANG, {} (KCNA) -- A letter came.", "Published {}", "{}", "“We met {},” said Lavrov {}.",
    "{} - The talks began {}.", "Pyongyang recognised Luhansk {}", "He is {} years old.",
    "Last modified {} | Home | {}", "== {} ==", "* {} Kim left by train",
)  # fmt: skip
ODD = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
WHEN = st.sampled_from(WHENS) | ODD | st.dates(date.min, date.max).map(str)
LINE = st.tuples(st.sampled_from(TOLD), WHEN, WHEN).map(lambda drawn: drawn[0].format(*drawn[1:], "again")) | ODD
PAGE = st.lists(LINE, min_size=1, max_size=12).map("\n".join).filter(lambda text: text.strip())
KNOWN = st.sampled_from((None, "2022-08-18", "9999-12-31", "0001-01-01", "2022"))


def in_order(when: EdtfDate) -> bool:
    return when.earliest is None or when.latest is None or when.earliest <= when.latest


@given(PAGE, KNOWN)
@settings(deadline=None, max_examples=300)
def test_every_page_is_explained_to_its_events(text: str, published: str | None) -> None:
    told = explain_article(RawPage("odd.txt", text, known=KnownMetadata(published=published)), KNOWLEDGE)
    assert in_order(told.publication.date)
    for mention in (each for shown in told.paragraphs for part in shown.parts for each in part.mentions):
        assert mention.quote.of(text).strip()
        assert in_order(mention.date)
    for explained in told.events:
        assert explained.event.title
        assert in_order(explained.event.date)
