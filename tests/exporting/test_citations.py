"""Citations in three forms: nothing in a title is a command, and no day is more exact than it is known."""

import json
import re
from typing import Any

import pytest
from hypothesis import given

from app.domain.edtf import edtf
from app.exporting.bibliography import bibtex_of, cite_article, cite_quotes, csl_of, text_of
from app.exporting.citations import bibtex, csl, csl_date, described, latex, plain_text
from tests.exporting.made import HERE, HOSTILE, THERE, source, told

ARTICLE = cite_article(THERE, source())
(QUOTE,) = cite_quotes(THERE, told())
# Of https://github.com/citation-style-language/schema, csl-data.json: the names that our items may have.
CSL_NAMES = {"id", "type", "title", "container-title", "issued", "URL", "archive_location", "note"}


def fields(entry: str) -> dict[str, str]:
    """The fields of one entry."""
    return dict(re.findall(r"^  (\w+) = \{(.*)\},$", entry, re.MULTILINE))


def test_an_article_is_cited_by_publisher_title_and_day() -> None:
    assert plain_text(ARTICLE) == (
        "The Harbour Post, “Grain ships return”, 16 August 2022. https://harbour.example/grain?page=1"
        " (kept at https://tumen.example/articles/a0123456789abcdef)"
    )


def test_a_quote_is_cited_with_its_paragraph_and_its_words() -> None:
    assert described(QUOTE) == "The Harbour Post, “Grain ships return”, 16 August 2022, ¶ 4: “Putin wrote to Kim.”"
    assert plain_text(QUOTE).endswith("?quote=e0123456789abcdef#p4)")


def test_what_is_not_known_is_left_out_or_said() -> None:
    bare = cite_article(HERE, source(publisher=None, title=None, url="javascript:alert(1)", published=edtf("")))
    assert plain_text(bare) == "“harbour.txt”, no date. /articles/a0123456789abcdef"
    assert csl(bare) == {
        "id": "a0123456789abcdef", "type": "article-newspaper", "title": "harbour.txt",
        "URL": "/articles/a0123456789abcdef",
    }  # fmt: skip
    assert fields(bibtex(bare)) == {"title": "{harbour.txt}", "url": "/articles/a0123456789abcdef"}


def test_a_bibtex_entry_has_a_key_that_stays_and_its_fields() -> None:
    entry = bibtex(QUOTE)
    assert entry.startswith("@online{e0123456789abcdef,\n")
    found = fields(entry)
    assert found["author"] == "{The Harbour Post}"
    assert found["date"] == "2022-08-16"
    assert found["url"] == "https://harbour.example/grain?page=1"
    assert "Putin wrote to Kim." in found["note"]
    assert "A letter (15 August 2022)" in found["note"]


@pytest.mark.parametrize("date", ["2022-08", "2019~", "2018-24", "199X", "1910/1945", "../2022-08-15", "2022/.."])
def test_biblatex_gets_the_date_as_it_is(date: str) -> None:
    assert fields(bibtex(cite_article(THERE, source(published=edtf(date)))))["date"] == date


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2019-33", "first quarter of 2019"),
        ("2022-41", "second half of 2022"),
        ("[2013-05,2013-06]", "May 2013 or June 2013"),
        ("XXXX-03-12", "12 March, year unknown"),
    ],
)
def test_a_date_that_biblatex_cannot_read_is_put_into_words(date: str, words: str) -> None:
    found = fields(bibtex(cite_article(THERE, source(published=edtf(date)))))
    assert "date" not in found
    assert f"Published: {words}" in found["note"]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("", None),
        ("2022-08-15", {"date-parts": [[2022, 8, 15]]}),
        ("2022-08", {"date-parts": [[2022, 8]]}),
        ("2019~", {"date-parts": [[2019]], "circa": True}),
        ("2022-08-15?", {"date-parts": [[2022, 8, 15]], "circa": True}),
        ("2018-24", {"date-parts": [[2018]], "season": 4}),
        ("1910/1945-08", {"date-parts": [[1910], [1945, 8]]}),
        ("199X", {"literal": "1990s"}),
        ("2019-33", {"literal": "first quarter of 2019"}),
        ("../2022-08-15", {"literal": "by 15 August 2022"}),
        ("[2013-05,2013-06]", {"literal": "May 2013 or June 2013"}),
    ],
)
def test_csl_gets_only_the_parts_of_a_date_that_are_known(date: str, expected: dict[str, Any] | None) -> None:
    assert csl_date(edtf(date)) == expected


@given(HOSTILE)
def test_no_text_is_a_command_of_latex(written: str) -> None:
    escaped = latex(written)
    assert "\n" not in escaped
    plain = re.sub(r"\\(?:text(?:backslash|asciitilde|asciicircum)\{\}|[{}$&#%_])", "", escaped)
    assert re.search(r"[\\{}$&#%_~^]", plain) is None


@given(HOSTILE, HOSTILE)
def test_an_entry_stays_one_entry_whatever_it_cites(title: str, quote: str) -> None:
    (citation,) = cite_quotes(THERE, told(title, quote=quote))
    entry = bibtex(citation)
    unescaped = re.sub(r"\\[{}]", "", entry)
    assert unescaped.count("{") == unescaped.count("}")
    assert set(fields(entry)) == {"title", "author", "date", "url", "note"}


@given(HOSTILE)
def test_an_address_cannot_close_its_field(path: str) -> None:
    citation = cite_article(THERE, source(url=f"https://harbour.example/{path}x"))
    assert re.search(r"[{}\\\s]", fields(bibtex(citation))["url"]) is None


@given(HOSTILE)
def test_a_plain_citation_is_one_line(title: str) -> None:
    assert len(plain_text(cite_article(THERE, source(title=title))).splitlines()) == 1


@given(HOSTILE)
def test_csl_is_json_with_names_of_its_schema(title: str) -> None:
    (item,) = json.loads(csl_of([cite_article(THERE, source(title=f"x{title}"))]))
    assert item.keys() <= CSL_NAMES
    assert {"id", "type"} <= item.keys()
    assert item["title"] == f"x{title}"


def test_several_citations_are_one_file() -> None:
    assert len(text_of([ARTICLE, QUOTE]).splitlines()) == 2
    assert [item["id"] for item in json.loads(csl_of([ARTICLE, QUOTE]))] == [ARTICLE.key, QUOTE.key]
    assert bibtex_of([ARTICLE, QUOTE]).count("@online{") == 2
    assert json.loads(csl_of([])) == []
