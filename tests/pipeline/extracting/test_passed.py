import pytest
from hypothesis import given, settings
from hypothesis.strategies import lists, sampled_from

from app.pipeline.extracting.passed import HEADLINE, NO_TRIGGER, TOO_LONG
from tests.support.stories import extracted

DAY = "2022-08-16"
TITLE = "Kim Jong Un Sends a Letter to Putin"
BODY = "The sea was calm all along that voyage, and the birds sat on the mast."
PIECES = sampled_from(
    [
        "Putin sent a letter to Kim Jong Un", "on 15 August 2022", "the sea was calm", "in 1961", "recently", ".",
        "\n\n", "Published: 3 May 2020", "If Russia sends tanks", "for three days", "North Korea", "Ещё в мае", "5월",
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("story", "reason"),
    [
        ("The sea was calm on 3 May 2022.", NO_TRIGGER),
        ("The sea was calm at noon on Monday.", NO_TRIGGER),
        (f"The sea was calm{' and cold' * 200} on 3 May 2022.", TOO_LONG),
        (f"{TITLE}\n\n{BODY}", HEADLINE),
        (f"{BODY}\n\nPublished: 3 May 2022", "furniture: "),
    ],
)
def test_a_date_or_a_trigger_that_no_rule_looked_at_is_passed_over_with_a_reason(story: str, reason: str) -> None:
    (passed,) = extracted(story, DAY).passed_over
    assert passed.reason.startswith(reason)
    assert passed.span.of(story).strip()


@pytest.mark.parametrize("story", [BODY, "The sea was calm recently.", "The sea was calm for three days."])
def test_what_names_neither_is_not_spoken_of(story: str) -> None:
    assert extracted(story, DAY).passed_over == ()


@settings(max_examples=60)
@given(lists(PIECES, max_size=30).map(" ".join))
def test_every_dated_sentence_gives_a_mention_or_a_reason(story: str) -> None:
    one = extracted(story, DAY)
    dates = [expression.span for expression in one.expressions if expression.date.text]
    answered = [*(mention.quote for mention in one.mentions), *(passed.span for passed in one.passed_over)]
    for sentence in one.article.sentences:
        if any(sentence.span.holds(date) for date in dates):
            assert any(sentence.span.overlaps(span) for span in answered)
