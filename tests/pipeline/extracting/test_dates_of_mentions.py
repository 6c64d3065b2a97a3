"""Which words date a happening. Stories appear on Wednesday 16 June 2010 unless a row says otherwise."""

import pytest

from tests.support.stories import only, told


@pytest.mark.parametrize(
    ("story", "date"),
    [
        ("Russia and North Korea signed a treaty on 9 February 2000.", "2000-02-09"),
        ("On Monday, Russia and North Korea signed a treaty.", "2010-06-14"),
        ("Russia donated 5,000 tons of wheat to North Korea last month.", "2010-05"),
        (
            "In April, Russia donated wheat to North Korea, and officials in Moscow praised Pyongyang’s thanks.",
            "2010-04",
        ),
        # the day of the report is not that of the happening
        ("Russia sent a letter to North Korea, state media reported Monday.", "2010-06-13/2010-06-14"),
        ("Russia said on Monday that it had sent a letter to North Korea in May.", "2010-05"),
        # but what somebody in office says, announces or hands over is of the day on which he does so
        ("A trip of Putin to North Korea was announced on Monday.", "2010-06-14"),
        ("Russia informed North Korea on Monday of a delay, and handed over the draft of a new treaty.", "2010-06-14"),
        # without a date, not the day of publication
        ("Russia has written off North Korea’s debt.", "../2010-06-16"),
        # the time since when is not the time
        ("Putin’s visit to North Korea was the first since 1961.", "../2010-06-16"),
        ("Putin’s visit to North Korea was the first since he took power in 2000.", "../2010-06-16"),
        (
            "In May he was the first minister of Russia to visit North Korea since the collapse of the Soviet Union.",
            "2010-05",
        ),
        # nor is the month of what it followed upon, though a day may be
        ("Following the coup in Seoul in May 1961, Kim Il Sung travelled to Moscow.", "../2010-06-16"),
        ("After the talks in Moscow on 4 May 2010, Russia donated wheat to North Korea.", "2010-05-04"),
        # nor when that happened because of which something was said, nor the time for which a schedule is made
        ("Russia sent a letter to North Korea because Seoul last year closed an office.", "../2010-06-16"),
        ("Lavrov met Kim Jong Il and discussed a schedule of contacts for 2011.", "../2010-06-16"),
        # an anniversary dates what is done on it, and by its year what it recalls
        (
            "Kim Jong Il received a message from Putin on the occasion of the 60th anniversary of Korea’s liberation.",
            "2005-08-15",
        ),
        # nor the limit of what another clause promises
        ("Seoul will wait until 2003, and Kim Jong Il travelled to Moscow to meet Putin.", "../2010-06-16"),
        # the years that an agreement covers are not the time of its signing
        (
            "Russia and North Korea’s agreement on technical and economic aid for 2006-10, signed in May 2005, holds.",
            "2005-05",
        ),
        # a chronology's line is dated by its head
        ("4 August 2001 – Russia and North Korea sign a declaration in Moscow.", "2001-08-04"),
        # but by a day of its own, where the head is longer
        ("18-19 June 2009 – The plane with Putin landed in Pyongyang in the early hours of 19 June.", "2009-06-19"),
        ("24-26.04.2009 - Kim Jong Il in Vladivostok; meets Putin on the 25th.", "2009-04-24/2009-04-26"),
    ],
)
def test_a_happening_is_dated_by_the_words_of_its_own_clause(story: str, date: str) -> None:
    assert told(story)[0].date.text == date


def test_two_happenings_of_one_sentence_have_two_dates() -> None:
    *_, letter, visit = told(
        "Russia sent a letter to North Korea in May. In the 2008 letter, Moscow recalled Kim Jong Il’s visit in 2001."
    )
    assert (letter.kind, letter.date.text) == ("letter", "2008")
    assert (visit.kind, visit.date.text) == ("visit", "2001")


def test_the_year_of_a_treaty_is_not_the_year_of_its_end() -> None:
    treaty, end = told("Russia let the 1961 treaty with North Korea lapse in 1996.")
    assert (treaty.kind, treaty.date.text) == ("treaty", "1961")
    assert (end.kind, end.date.text) == ("treaty end", "1996")


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("In 1995 Russia told North Korea that it would not renew the 1961 treaty.", ["1995"]),
        ("The new pact of Russia and North Korea replaces the accords of 1961, 2000 and 2001.", ["../2010-06-16"]),
        ("Russia met North Korea, and a protocol was signed on payments in 1989 and 1990.", ["../2010-06-16"] * 2),
    ],
)
def test_the_dates_of_what_is_only_spoken_of_date_nothing(sentence: str, dates: list[str]) -> None:
    got = [mention.date.text for mention in told(sentence)]
    assert got == dates


def test_what_goes_on_about_a_letter_has_the_letters_date() -> None:
    mentions = told(
        "Russia sent a letter to North Korea on 9 June.\n\nIn his letter, Medvedev praised the two countries’ ties."
    )
    assert [mention.date.text for mention in mentions] == ["2010-06-09", "2010-06-09"]
    assert "paragraph 1" in mentions[1].reasoning


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("Soviet technicians left North Korea in 1962 and trade fell by a third the following year.", ["1962", "1963"]),
        ("Putin, who had come from Hanoi on Thursday, met Kim Jong Il in Pyongyang.", ["../2010-06-16"]),
        ("Putin toured a dam in North Korea on Monday and told reporters of it.", ["2010-06-14"]),
    ],
)
def test_a_date_stays_in_its_clause(sentence: str, dates: list[str]) -> None:
    assert [mention.date.text for mention in told(sentence)] == dates


def test_what_was_said_at_a_signing_is_of_its_day_and_not_of_the_last_one_named() -> None:
    story = (
        "Russia and North Korea signed a treaty on 9 June. On 10 June Kim Jong Il left for Moscow.\n\n"
        "At the signing Putin thanked North Korea."
    )
    assert told(story)[-1].date.text == "2010-06-09"


@pytest.mark.parametrize(
    ("story", "date"),
    [
        # who tells or promises the other something on a day has met him on it
        (
            "Kim Jong Il told Putin on Monday of his plans.\n\nThe two leaders agreed to share a bridge.",
            "2010-06-14",
        ),
        ("Kim Jong Il told Putin on Monday of his plans.\n\nPutin and Kim Jong Il met alone.", "2010-06-14"),
        (
            "Kim Jong Il told Putin on Monday that he would supply rockets if asked.\n\nThe two leaders signed a pact.",
            "2010-06-14",
        ),
        # not what they had done before, nor where they may have met on another day, nor who only wrote
        ("Kim Jong Il told Putin on Monday of it.\n\nThe two leaders had met before in Moscow.", "../2010-06-16"),
        (
            "Kim Jong Il met Putin on Sunday and met Putin on Monday.\n\nThe two leaders agreed to share a bridge.",
            "../2010-06-16",
        ),
        (
            "Kim Jong Il told reporters on Monday he would visit Putin.\n\nThe two leaders signed a pact.",
            "../2010-06-16",
        ),
        (
            "Kim Jong Il sent Putin a letter on Monday.\n\nThe two leaders agreed to share a bridge.",
            "../2010-06-16",
        ),
    ],
)
def test_what_the_two_did_together_is_of_the_day_on_which_they_met(story: str, date: str) -> None:
    assert told(story)[-1].date.text == date


def test_what_a_story_recalls_of_an_older_day_lends_nothing_to_what_it_told_before() -> None:
    lead, meeting, older = told(
        "Putin told Kim Jong Il on Monday of his plans.\n\nPutin met Kim Jong Un in Pyongyang.\n\n"
        "On 2 June Putin met Medvedev and Kim Jong Un in Moscow."
    )
    assert lead.date.text == "2010-06-14"
    assert (meeting.kind, meeting.date.text) == (older.kind, "../2010-06-16")


def test_what_is_tied_by_its_words_happened_at_the_same_time() -> None:
    mentions = told(
        "Kim Jong Il arrived in Moscow on 4 June.\n\nAt a state dinner Russia and North Korea signed a treaty."
    )
    assert mentions[1].date.text == "2010-06-04"


def test_what_answers_a_happening_of_a_month_is_of_that_month() -> None:
    mentions = told(
        "In May, North Korea recognised the two breakaway republics backed by Russia.\n\n"
        "In retaliation, Ukraine, at war with Russia, severed relations with Pyongyang."
    )
    assert mentions[-1].date.text == "2010-05"


def test_lines_of_a_live_report_are_of_the_day_of_publication() -> None:
    mentions = told("09:40 Putin arrived in Pyongyang.\n\n14.05 Putin and Kim Jong Il signed a treaty.", "2000-07-19")
    assert [(m.kind, m.date.text) for m in mentions] == [("visit", "2000-07-19"), ("treaty", "2000-07-19")]
    assert mentions[0].headline == "Putin arrived in Pyongyang"


def test_a_time_of_day_may_stand_above_what_it_dates_but_for_what_is_recalled_or_said() -> None:
    lines = "They shook hands in Pyongyang: Putin and Kim Jong Il.\n\n{}"
    story = f"Russia and North Korea\n\n14.05\n{lines}\n\n09.40\nPutin arrived in Pyongyang by train."
    dates = [mention.date.text for mention in told(story.format("Putin had met Kim Jong Il before."), "2000-07-19")]
    assert dates[0] == dates[-1] == "2000-07-19"
    said = told(story.format("Seoul accuses Pyongyang of sending Russia shells."), "2000-07-19")
    assert [mention.date.text for mention in said if mention.status == "claimed"] == ["../2000-07-19"]


@pytest.mark.parametrize(
    ("story", "dates"),
    [
        # the evening is that of the day which the story has come to, whatever it recalled since
        (
            (
                "Putin arrived in Pyongyang on Monday. The pact takes the place of the treaty signed there in 1961.\n\n"
                "In the evening Kim Jong Il gave Putin a banquet."
            ),
            ["2010-06-14", "1961", "2010-06-14"],
        ),
        (
            "Putin met Kim Jong Il in Moscow on Monday. Within hours Russia donated wheat to North Korea.",
            ["2010-06-14", "2010-06-14"],
        ),
        # nor what it only glanced at, on the way from the day of its lead
        (
            (
                "Putin met Kim Jong Il in Vladivostok on Tuesday.\n\nKim Jong Il had arrived in Khasan on Monday.\n\n"
                "In the evening Putin gave Kim Jong Il a banquet."
            ),
            ["2010-06-15", "2010-06-14", "2010-06-15"],
        ),
        ("Russia recognised the republics in May, on which North Korea cut ties with Ukraine.", ["2010-05", "2010-05"]),
        # that since when something was so had a day of its own
        ("Moscow and Pyongyang spoke of what was done since Kim Il Sung’s visit in May 1984.", ["1984-05"]),
        # a day that nobody can place is no reason to borrow another
        ("Putin visited Kim in Pyongyang in May. At 3am Putin arrived in Pyongyang.", ["2010-05", "../2010-06-16"]),
        ("Asked on Monday about Kim, Putin said that Russia would pay.", ["2010-06-14"]),
        ("Moscow let the treaty of 1961 with North Korea lapse in 1996.", ["1961", "1996"]),
        ("Russia and North Korea signed a protocol on trade for 1986 on 3 March 1985.", ["1985-03-03"]),
        ("Russia’s pact with Kim, initialled in May 1999, was signed on 9 February 2000.", ["1999-05", "2000-02-09"]),
        ("Putin and Kim signed a pact, to be in force by the end of 2012.", ["../2010-06-16", "2012"]),
    ],
)
def test_a_time_is_that_of_its_own_clause_or_day(story: str, dates: list[str]) -> None:
    assert [mention.date.text for mention in told(story)] == dates


def test_one_time_of_day_makes_no_live_report() -> None:
    assert only("09:40 Putin arrived in Pyongyang.", "2000-07-19").date.text == "../2000-07-19"


def test_the_date_words_stand_in_the_text() -> None:
    story = "On Monday, Russia and North Korea signed a treaty."
    words = only(story).date_words
    assert words is not None
    assert words.of(story) == "Monday"


def test_an_undated_statement_of_an_undated_story_is_of_unknown_date() -> None:
    assert only("Russia has written off North Korea’s debt.", published=None).date.text == ""


def test_background_that_no_date_governs_is_left_out() -> None:
    assert told("Russia and North Korea were close until the collapse of the Soviet Union.") == []


def test_rule_that_ended_is_told_as_a_span_and_as_its_end() -> None:
    mentions = told(
        "Russia sent a letter to North Korea on the anniversary of the end of Japan’s 1910-1945 rule over Korea."
    )
    assert {m.kind: m.date.text for m in mentions if m.is_background} == {
        "foreign rule": "1910/1945",
        "liberation": "1945",
    }


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        # the date of what something replaces, or answers
        ("Russia’s treaty with North Korea replaces that of 1961 and binds nobody to fight.", "1961"),
        (
            "There was no talk of deliveries of arms to North Korea, Putin added, reacting to a report on Monday.",
            "2010-06-13/2010-06-14",
        ),
        # when letters are printed, they have been sent
        ("Russia and North Korea will exchange ambassadors, as is seen from the letters printed today.", "2010-06-16"),
        # a noun's own clause is near
        (
            "On Tuesday the two praised the treaty that Mr. Putin and Marshal Kim Jong Il made in Moscow in July 2001.",
            "treaty 2010-06-15",
        ),
        # what follows "agreed that" is of another clause
        ("In November 1990 Moscow and Pyongyang agreed that from 1991 trade would be paid for.", "accord 1991"),
        # who has been there since a day was not received on it
        ("Kim Jong Il, the guest of Russia since 4 June and who was received by Putin, spoke.", "2010-06-04"),
        # during a visit something else happens
        ("During his eight-day stay in Russia Kim Jong Il will talk with Putin on Thursday.", "visit 2010-06-17"),
        # a meeting with somebody else is his affair
        ("On Monday Russia heard Kim Jong Il speak of his failed meeting with Donald Trump in February.", "2010-02"),
    ],
)
def test_the_date_of_something_else_dates_nothing_here(sentence: str, wrong: str) -> None:
    dates = {mention.date.text for mention in told(sentence)}
    assert wrong not in dates | {f"{mention.kind} {mention.date.text}" for mention in told(sentence)}


def test_a_date_is_not_lent_to_a_sentence_that_names_another() -> None:
    story = (
        "Kim Jong Il visited Russia on 7 June.\n\n"
        "Last month Moscow and Pyongyang signed a protocol, and a Russian minister said on a visit to North Korea that "
        "railways would be built."
    )
    assert {mention.date.text for mention in told(story) if mention.kind == "visit"} == {"2010-06-07", "../2010-06-16"}


def test_a_date_is_not_lent_from_what_other_people_did() -> None:
    story = "Lavrov visited North Korea on 7 June.\n\nPutin has visited North Korea as well."
    assert [mention.date.text for mention in told(story)] == ["2010-06-07", "../2010-06-16"]


def test_the_talks_are_of_the_day_on_which_the_two_agreed_and_not_of_a_stop_of_one() -> None:
    agreed, *_, talks, _ = told(
        "Dmitry Medvedev and Kim Jong Il agreed on Wednesday to build a pipeline.\n\n"
        "Kim Jong Il held talks with Dmitry Medvedev near the lake.\n\nThe talks, in narrow format, were friendly.\n\n"
        "On Sunday Kim toured a Russian power plant."
    )
    assert (talks.kind, talks.date) == ("meeting", agreed.date)
    assert talks.reasoning.startswith("the agreement told of in paragraph 1")


def test_an_answer_to_what_is_told_of_a_day_after_publication_has_no_end() -> None:
    answer = told("Russia sent wheat to North Korea on 20 June 2010. In return Pyongyang sent Moscow a letter.")[-1]
    assert answer.date.text == "2010-06-20/.."


def test_a_denial_is_of_the_day_on_which_it_was_made_not_of_the_visit_that_it_speaks_of() -> None:
    visit, denial = told(
        "Putin visited North Korea in July 2000. On Monday the Kremlin told reporters that no agreements were signed"
        " during the visit to North Korea."
    )
    assert (visit.date.text, denial.date.text) == ("2000-07", "2010-06-14")


def test_an_entry_that_has_come_to_a_later_day_no_longer_dates_what_follows_by_its_head() -> None:
    *_, letter = told(
        "4 August 2001 – Russia and North Korea sign a declaration in Moscow. On 9 August 2001 Kim Jong Il left Russia."
        " Russia sent a letter to North Korea."
    )
    assert letter.date.text == "../2010-06-16"
