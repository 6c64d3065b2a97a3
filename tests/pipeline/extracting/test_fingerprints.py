import pytest

from app.pipeline.extracting.fingerprints import fingerprints_of

LEAD = "The two ministers opened the railway bridge across the river in heavy rain on Friday"


@pytest.mark.parametrize(
    ("one", "other", "is_copy"),
    [
        (LEAD, f"{LEAD}, the agency said.", True),
        (LEAD, LEAD.upper(), True),
        (LEAD, "On Friday, in heavy rain, a bridge was opened by the ministers of both countries.", False),
        ("He said: “we shall build a bridge of friendship over this river for all times”.",
         "She heard “we shall build a bridge of friendship over this river for all times” and left.", False),
        ("They met.", "They met.", False),
    ],
)  # fmt: skip
def test_sentences_share_a_fingerprint_when_one_copies_the_other(one: str, other: str, *, is_copy: bool) -> None:
    assert bool(set(fingerprints_of(one)) & set(fingerprints_of(other))) == is_copy
