"""EXTRACT: an article becomes mentions, one for each happening that a sentence tells of."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from app.domain.article import Article, Publication
from app.domain.event import Mention, PassedOver
from app.domain.timex import TimeExpression
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.pipeline.extracting.choosing import one_each
from app.pipeline.extracting.denied import with_denials
from app.pipeline.extracting.denying import find_denials
from app.pipeline.extracting.drafting import draft_scene
from app.pipeline.extracting.drafts import Draft
from app.pipeline.extracting.finishing import finish_mention
from app.pipeline.extracting.grounds import lay_grounds
from app.pipeline.extracting.passed import find_silent
from app.pipeline.extracting.placing import placed_in_talks
from app.pipeline.extracting.scene import Likely, view_scenes
from app.pipeline.extracting.told import Told

NO_ANTECEDENT = "goes on about something that the article does not tell of"


@dataclass(frozen=True)
class Extraction:
    """What an article tells, and what in it names a date or a trigger and gave no event, with the reasons."""

    mentions: tuple[Mention, ...]
    passed_over: tuple[PassedOver, ...]


def extract_mentions(
    article: Article, publication: Publication, expressions: Sequence[TimeExpression], knowledge: ExtractingKnowledge
) -> Extraction:
    """Find what an article tells.

    Args:
        article: The article with its sentences.
        publication: Its day of publication, as far as it is known.
        expressions: Its time expressions, resolved against that day, in order.
        knowledge: The rows.

    Returns:
        Mentions in the order of the text. Each holds a quote of at least one character at its place in the kept text.
        Whatever names a date or a trigger and gave none is passed over with a reason, in the order of the text.
    """
    likely = Likely(article.text, knowledge)
    scenes = view_scenes(article, publication, expressions, likely, knowledge)
    grounds = lay_grounds(scenes, knowledge)
    found = list(
        chain.from_iterable(
            draft_scene(scene, ground, knowledge) for scene, ground in zip(scenes, grounds, strict=True)
        )
    )
    drafts = placed_in_talks([draft for draft in found if isinstance(draft, Draft)], knowledge)
    introduced = {draft.family for draft in drafts if not draft.is_reference}
    lost = [
        draft for draft in drafts if draft.is_reference and draft.family not in introduced and not _stands_alone(draft)
    ]
    drafts = one_each((draft for draft in drafts if draft not in lost), knowledge)
    told = Told(drafts)
    mentions = [finish_mention(draft, told, knowledge) for draft in drafts]
    mentions = with_denials(mentions, find_denials(scenes, mentions, knowledge), article.text, knowledge)
    passed = list(dict.fromkeys(one for one in found if isinstance(one, PassedOver)))
    passed += [PassedOver(d.scene.sentence.paragraph, d.scene.span, NO_ANTECEDENT) for d in lost]
    heard = [*(mention.quote for mention in mentions), *(one.span for one in passed)]
    passed += find_silent(article, expressions, heard, likely)
    return Extraction(
        tuple(sorted({m.id: m for m in mentions}.values(), key=lambda m: m.trigger)),
        tuple(sorted(passed, key=lambda one: one.span)),
    )


def _stands_alone(draft: Draft) -> bool:
    """Does a sentence that goes on about something tell all of it: when, and of both sides?"""
    return draft.is_dated and draft.tie.is_on_both
