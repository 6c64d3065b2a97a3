"""Stories told over days: which of the dates told before a bare "the 25th" or "the day before" is seen from."""

import pytest

from app.domain.edtf import edtf
from app.knowledge.dating_load import load_dating
from app.knowledge.load import DEFAULT_SUBJECT
from app.pipeline.dating import find_time_expressions

DATING = load_dating(DEFAULT_SUBJECT)
HISTORY = "The company was founded in 1890, sold in 1902, split in 1911 and merged in 1923 and 1931. "


def dates_of(text: str, published: str) -> dict[str, str]:
    return {e.text: e.date.text for e in find_time_expressions(text, DATING, edtf(published))}


@pytest.mark.parametrize(
    ("published", "text", "words", "expected"),
    [
        # what stands beside a thing of old, and not at the head of what is told next, is left at once
        (
            "1986-12-05",
            "On October 22 his yacht, and not as in 1984 the train, took him in. Five days later he went home.",
            "Five days later",
            "1986-10-27",
        ),
        (
            "2024-08-15",
            "He laid a wreath on Thursday for those who fell in August 1945.\n\nThe mayor dined him the day before.",
            "the day before",
            "2024-08-14",
        ),
        (
            "2024-06-20",
            "They met on Wednesday. He praised the pact of May 9, 2000, and of August 2001.\n\nOn the previous day …",
            "the previous day",
            "2024-06-18",
        ),
        (
            "2015-05-01",
            "10 Sep. 1996 - Pact of 1961 ends, of which he had told her a year before.\nFeb 9, 2000 - Talks.",
            "a year before",
            "1995",
        ),
        ("2024-05-01", "On 2 May 2001 he sold the mill of 3 June 1999. The next day …", "The next day", "2001-05-03"),
        # spans are units too
        (
            "2024-03-29",
            "They sat from Monday to Wednesday. A week before that they had met.",
            "A week before that",
            "2024-03-18/2024-03-24",
        ),
        ("", "It was signed on 9 May 2000. On 19–20 July 2000 he came, and left the following month.",
         "the following month", "2000-08"),
        ("", "26.7.-18.8.2001 - He crosses the land. Accord of 4 August.", "4 August", "2001-08-04"),
        # a day is no distance from itself
        ("2023-09-15", "He saw a mill on Friday, two days after his meeting with the mayor.", "two days after", ""),
        ("2022-12-23", "On 2 May he said so. The same day as his remarks, it burned.", "The same day", ""),
        # the sentence's own date governs
        ("1986-10-26", "In the spring of 1984 he came by train, and met her in May.", "May", "1984-05"),
        (
            "2025-02-28",
            "In March 2024 it stopped the work of the panel, which ran out on 30 April.",
            "30 April",
            "2024-04-30",
        ),
        ("2024-04-04", "In December 2017 it was ruled that all were to be home in two years.", "two years", "2019"),
        ("2000-07-22", "She went there in February, and on the 9th put her name to it.", "the 9th", "2000-02-09"),
        # a day of a row
        (
            "2019-05-01",
            "He came on 24 April.\n\nA day later they met. On the third day he left.",
            "the third day",
            "2019-04-26",
        ),
        # times of day come back with the next paragraph from a day of old
        ("2011-08-24", "He last came on 4 August 2001.\n\nHis train left in the evening.", "evening", ""),
        ("2011-08-24", "He last came on 4 August 2001. His train left in the evening.", "evening", "2001-08-04"),
        # publication leaves two Wednesdays open, the story one
        ("2002-08-27/2002-08-30", "He came on August 20. On Wednesday he saw a mill.", "Wednesday", "2002-08-21"),
        ("2002-08-27/2002-08-30", "On Wednesday he saw a mill.", "Wednesday", "2002-08-21/2002-08-28"),
        # the clock of the east
        ("2024-11-12", "It said early Wednesday, local time, that they met.", "Wednesday", "2024-11-13"),
        ("2024-11-12", "It said early Thursday, local time, that they met.", "Thursday", "2024-11-07"),
        # what is said to reporters after a happening of a day is said on it
        ("2019-04-28", "They met on Thursday. He spoke to reporters after the talks.", "after the talks", "2019-04-25"),
        ("2019-04-28", "They met on Thursday. He grew pale after the talks.", "after the talks", "2019-04-25/.."),
        # a happening that is called by its day
        ("2004-03-18", "It changed after the September 11 attacks.", "September 11", "2001-09-11"),
        ("2004-03-18", "The Sept. 11 attacks changed it. On September 11 he left.", "September 11", "2003-09-11"),
        # the year of what lasted to another day
        ("2004-03-18", "It began on 1 July and lasted until 18 May 1917.", "1 July", "1916-07-01"),
        # the year of what is held on a named day
        ("2024-12-04", "He missed the Victory Day parade in May 2015.", "the Victory Day", "2015-05-09"),
        # directions
        ("2019-04-25", "He is to fly home overnight.", "overnight", "2019-04-25"),
        ("2023-07-28", "The spokesman would not be drawn on Thursday.", "Thursday", "2023-07-27"),
        ("2024-10-12", "The pact that the two signed in Rome in June will be read.", "June", "2024-06"),
        ("2001-08-05", "The train had rolled in to Main Station shortly before Friday.", "Friday", "2001-08-03"),
        ("1967-03-04", "A trade mission is due in\nRome on Monday.", "Monday", "1967-03-06"),
    ],
)  # fmt: skip
def test_a_bare_time_is_seen_from_where_its_story_stands(published: str, text: str, words: str, expected: str) -> None:
    assert dates_of(text, published)[words] == expected


@pytest.mark.parametrize(
    ("story", "words", "expected"),
    [
        ("In 1940 it was sold. The last of them must be out by 22 December.", "22 December", "2009-12-22"),
        ("In 1940 it was sold. The last of them had to be out by 22 December.", "22 December", "1940-12-22"),
        ("In August 2005 it was sold. It did not open until this summer: on 24 August.", "24 August", "2009-08-24"),
        ("In August 1940 it was sold. In February he had told her. She left in April.", "April", "1940-04"),
        ("In August 1940 it was sold. At Christmas it burned.", "Christmas", "1940-12-25"),
        ("In August 1940 it was sold. By February he had told her.", "February", "1941-02"),
        (
            "In July 1940 they met. He had called on her the summer before, and liked it.",
            "the summer before",
            "1939-22",
        ),
    ],
)
def test_a_history_looks_back_and_ahead_by_its_tenses(story: str, words: str, expected: str) -> None:
    assert dates_of(HISTORY + story, "2009-12-19")[words] == expected


def test_a_report_that_goes_on_to_look_back_still_tells_its_own_days() -> None:
    text = f"In an interview published on Monday he recalled it. {HISTORY}\n\nThe paper had said on December 14 that"
    dates = dates_of(f"{text} she came, the first since a queen in October.", "2009-12-16")
    assert (dates["December 14"], dates["October"]) == ("2009-12-14", "2009-10")


def test_the_first_dates_of_a_history_may_be_those_of_publication() -> None:
    text = "They said on Monday that he had died two days earlier, on 17 December. " + HISTORY
    assert dates_of(text, "2009-12-22")["17 December"] == "2009-12-17"
