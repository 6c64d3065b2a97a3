import pytest

from app.domain.article import Article, KnownMetadata, RawPage
from app.knowledge.cleaning_rows import load_cleaning
from app.pipeline.cleaning import clean_page

STORY = "The ministers of Oslo and Rome opened the harbour on Friday.\n\nThe harbour had been closed for ten years."


def cleaned(text: str, **known: str) -> Article:
    return clean_page(RawPage("harbour.txt", text, known=KnownMetadata(**known)), load_cleaning())


def furniture(article: Article) -> dict[str, str | None]:
    return {p.span.of(article.text): p.reason for p in article.paragraphs if p.reason}


def test_a_page_without_furniture_is_all_story() -> None:
    article = cleaned(STORY)
    assert [p.number for p in article.paragraphs] == [1, 2]
    assert article.title is None
    assert furniture(article) == {}


def test_the_short_lines_of_a_chronology_are_story() -> None:
    lines = ["12.10.1948     The harbour", "06.07.1961     A treaty", "1984 – Rome again", "May 1986     Oslo"]
    article = cleaned("Dates of the harbour\n\n" + "\n\n".join(lines))
    assert not furniture(article).keys() & set(lines)
    assert lines[0] in furniture(cleaned(f"{STORY}\n\n{lines[0]}"))


def test_the_headline_is_the_line_that_the_story_goes_on_about() -> None:
    article = cleaned(f"The Daily Example\nHarbour of Oslo opened by ministers\n20 May 2004\n{STORY}")
    assert article.title == "Harbour of Oslo opened by ministers"
    assert furniture(article)["20 May 2004"] == "date line"


def test_a_single_line_is_the_story_and_not_its_headline() -> None:
    article = cleaned("Ministers opened the harbour of Oslo on Friday")
    assert article.title is None
    assert len(article.sentences) == 1


def test_a_headline_told_twice_is_furniture_the_second_time() -> None:
    article = cleaned(f"Harbour of Oslo is opened -\nHome | World\nHarbour of Oslo is opened\n{STORY}")
    assert article.title == "Harbour of Oslo is opened"
    assert "headline again" in furniture(article).values()


def test_what_stands_below_a_pointer_to_other_stories_is_no_part_of_this_one_until_a_sentence_ends() -> None:
    links = ["May 3 – King opens the new harbour of Oslo to all", "May 9 – Queen closes it again amid protests"]
    article = cleaned("\n\n".join([STORY, "MORE ON NORWAY", *links, "The harbour was calm."]))
    assert [furniture(article).get(line) for line in links] == ["headline of another story"] * 2
    assert "The harbour was calm." not in furniture(article)


def test_a_date_glued_to_the_first_sentence_is_cut_off_it() -> None:
    article = cleaned(f" date 2004-05-21 {STORY}")
    assert furniture(article) == {"date 2004-05-21": "date line"}
    assert article.sentences[0].span.of(article.text).startswith("The ministers")


def test_furniture_has_no_sentences() -> None:
    article = cleaned(f"{STORY}\nFollow us: @example\n© 2004 Example Media")
    assert {s.paragraph for s in article.sentences} == {1, 2}


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("© 2004 The Harbour Post", "The Harbour Post"),
        ("Copyright 2011 Example Media. All rights reserved.", "Example Media"),
        ("EurasiaDiary © Must be hyperlinked when used.", "EurasiaDiary"),
        ("More from Example Review", "Example Review"),
        ("https://www.bbc.co.uk/news/1", "BBC"),
        ("https://notbbc.co.uk.example.org/1", None),
    ],
)
def test_the_publisher_is_found_where_the_page_names_it(line: str, publisher: str | None) -> None:
    assert cleaned(f"{STORY}\n{line}").publisher == publisher


def test_the_outlet_in_brackets_behind_the_lead_is_the_publisher() -> None:
    assert cleaned("The harbour was opened on Friday. (BBC)\n\nIt rained.").publisher == "BBC"


def test_what_the_operator_knows_wins_over_what_the_page_says() -> None:
    article = cleaned(
        f"Harbour opened\nhttps://bbc.com/x\n{STORY}", publisher="Post", url="https://post.example/", title="T"
    )
    assert (article.publisher, article.url, article.title) == ("Post", "https://post.example/", "T")


def test_an_address_with_a_stray_bracket_harms_nothing() -> None:
    assert cleaned(f"{STORY}\nhttp://[bad/").publisher is None
