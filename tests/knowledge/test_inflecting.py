import pytest

from app.knowledge.inflecting import forms_of, with_forms


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("arrive", {"arrive", "arrives", "arrived", "arriving"}),
        ("agree", {"agree", "agrees", "agreed", "agreeing"}),
        ("supply", {"supply", "supplies", "supplied", "supplying"}),
        ("deploy", {"deploy", "deploys", "deployed", "deploying"}),
        ("dispatch", {"dispatch", "dispatches", "dispatched", "dispatching"}),
        ("send", {"send", "sends", "sent", "sending"}),
    ],
)
def test_a_verb_has_all_its_forms(base: str, forms: set[str]) -> None:
    assert set(forms_of(base)) == forms


def test_counts_in_braces_stay_as_they_are() -> None:
    assert with_forms(r"\w{0,5} {send}") == r"\w{0,5} (?:send|sends|sent|sending)"
