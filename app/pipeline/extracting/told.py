"""What an article has told, to look up from a place in it: never further than a page or two away."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from app.pipeline.extracting.drafts import Draft
from app.pipeline.extracting.scene import Trigger

# So many drafts to either side are looked at, so that the work grows with the length of the article and no faster.
_NEAR = 40


class Told:
    """The drafts of one article by kind of happening, in the order of the text."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        """Sort the drafts once; looking something up is then cheap."""
        self._dated: dict[str, list[Draft]] = defaultdict(list)
        self._introducing: dict[str, list[Draft]] = defaultdict(list)
        self._facts: list[Draft] = []
        self._reported: list[Draft] = []
        self._of_sentence: dict[int, list[Trigger]] = defaultdict(list)
        for draft in sorted(drafts, key=_place):
            if not draft.trigger.row.is_background:
                self._of_sentence[draft.scene.span.start].append(draft.trigger)
            if not draft.is_reference:
                self._introducing[draft.family].append(draft)
            if draft.is_dated and not draft.trigger.row.is_background:
                self._dated[draft.family].append(draft)
                self._facts.append(draft)
            if draft.governed and draft.governed.is_report:
                self._reported.append(draft)

    def dated_near(self, draft: Draft) -> Sequence[Draft]:
        """Drafts of the same kind around this one whose own words date them."""
        return [other for other in _around(self._dated[draft.family], draft) if other is not draft]

    def dated_before(self, draft: Draft) -> Sequence[Draft]:
        """Dated drafts of any kind before this one, the nearest first."""
        here = bisect_left(self._facts, _place(draft), key=_place)
        return self._facts[max(0, here - _NEAR) : here][::-1]

    def facts_near(self, draft: Draft) -> Sequence[Draft]:
        """Dated drafts of any kind around this one, in order."""
        return _around(self._facts, draft)

    def reported_near(self, draft: Draft) -> Sequence[Draft]:
        """What somebody told on a day, around this one, in order."""
        return _around(self._reported, draft)

    def beside(self, draft: Draft) -> Sequence[Trigger]:
        """What else its sentence tells, in order; background does not count."""
        return [trigger for trigger in self._of_sentence[draft.scene.span.start] if trigger != draft.trigger]

    def introduced(self, draft: Draft) -> Draft | None:
        """The draft that this one goes on about: the last of its kind before it, or else the first."""
        drafts = self._introducing[draft.family]
        if not drafts:
            return None
        here = bisect_left(drafts, _place(draft), key=_place)
        return drafts[max(0, here - 1)]


def _place(draft: Draft) -> int:
    return draft.place_in_text


def _around(drafts: Sequence[Draft], draft: Draft) -> Sequence[Draft]:
    here = bisect_left(drafts, _place(draft), key=_place)
    return drafts[max(0, here - _NEAR) : here + _NEAR]
