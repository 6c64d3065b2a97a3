"""What a batch of pages is to the database."""

from app.domain.article import KnownMetadata, RawPage
from app.intake import Outcome, take_in
from app.storage.names import KeptArticle, with_page

KIM = RawPage("kim.txt", "Kim.")
KEPT = {KIM.article_id: KeptArticle(with_page((), KIM), "1")}


def test_a_text_that_was_never_seen_is_new() -> None:
    intake = take_in([KIM], {}, "1")
    assert (intake.outcomes, intake.to_extract) == ((Outcome.NEW,), (KIM,))


def test_the_same_text_under_the_same_name_is_unchanged() -> None:
    intake = take_in([KIM], KEPT, "1")
    assert (intake.outcomes, intake.to_extract) == ((Outcome.UNCHANGED,), ())


def test_another_name_is_kept_without_extracting_anew() -> None:
    intake = take_in([RawPage("again.txt", "Kim.")], KEPT, "1")
    assert (intake.outcomes, intake.to_extract) == ((Outcome.UPDATED,), ())
    assert [name.file for name in intake.names[KIM.article_id]] == ["again.txt", "kim.txt"]


def test_other_metadata_ask_for_extracting_anew() -> None:
    known = KnownMetadata(published="2004")
    intake = take_in([RawPage("kim.txt", "Kim.", known=known)], KEPT, "1")
    assert (intake.outcomes, intake.to_extract) == ((Outcome.UPDATED,), (RawPage("kim.txt", "Kim.", known=known),))


def test_newer_rules_ask_for_extracting_anew() -> None:
    intake = take_in([KIM], KEPT, "2")
    assert (intake.outcomes, intake.to_extract) == ((Outcome.UPDATED,), (KIM,))


def test_a_text_that_comes_twice_in_a_batch_is_extracted_once_with_all_that_is_known() -> None:
    again = RawPage("again.txt", "Kim.", known=KnownMetadata(title="T"))
    intake = take_in([KIM, again, KIM], {}, "1")
    assert intake.outcomes == (Outcome.NEW, Outcome.UPDATED, Outcome.UNCHANGED)
    assert intake.to_extract == (RawPage("again.txt", "Kim.", known=KnownMetadata(title="T")),)
