"""Scores an export of the timeline (format tumen/1) against a gold.

A share is of the core of the gold; a count is of errors, and should be 0.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from tests.support.gold import (
    LEAST_SHARE,
    Json,
    Mention,
    Quote,
    assign,
    exported_quotes,
    gold_mentions,
    is_right,
    lies_in,
    overlap,
    supported_by,
    words,
)


@dataclass(frozen=True)
class Report:
    """Shares between 0 and 1, counts of errors, and for each figure what missed it, in words."""

    publication: float  # articles with a right publication date
    publication_wrong: int  # publication dates in a listed trap
    core_found: float  # core mentions with a quote
    core: float  # core mentions with a rightly dated quote
    events: float  # core happenings with a rightly dated quote
    status: float  # found core mentions with a right status
    same_event: float  # of pairs of found core mentions, F1: those of one happening stand in one entry, others do not
    date_wrong: int  # quotes with a date that is listed as wrong
    merge_errors: int  # events that hold two happenings which must stay apart
    not_events: int  # quotes of furniture and the like
    quotes: float  # quotes that stand in the article, at their place
    misses: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def falls_short(self, bars: Mapping[str, float]) -> list[str]:
        """Which figures miss their bar, and why: shares must reach it, counts must not pass it."""
        return [
            f"{name} is {getattr(self, name):.3g}, bar {bar:g}: " + "; ".join(self.misses.get(name, ()))
            for name, bar in bars.items()
            if _is_short(getattr(self, name), bar)
        ]


def compare(export: Json, gold: Json, texts: Mapping[str, str]) -> Report:
    """Score the export of one folder.

    Args:
        export: Format tumen/1; every article and event of it is of this folder.
        gold: What the folder holds.
        texts: The articles as they stand in their files, by file name.
    """
    mentions, quotes = gold_mentions(gold), exported_quotes(export)
    for quote in quotes:
        unwanted = [no["quote"] for no in gold["files"][quote.file]["not_events"]]
        quote.supported = supported_by(quote, [m for m in mentions if m.file == quote.file], unwanted)
    assign(quotes)
    published = {article["file"]: article["published"]["edtf"] for article in export["articles"]}
    misses = {
        **_missed_publications(published, gold["files"]),
        **_missed_mentions(mentions, quotes, _core_labels(gold, mentions)),
        "date_wrong": [f"{q.file}: {q.dates[0]}: {q.text}" for q in quotes if is_misdated(q)],
        "merge_errors": merge_errors(quotes, gold["must_not_merge"], mentions),
        "not_events": no_event_quotes(quotes, gold["files"]),
        "quotes": [q.text for q in quotes if not q.text or texts[q.file][q.start : q.end] != q.text],
    }
    core = sum(m.is_core for m in mentions)
    return Report(
        publication=_share(misses["publication"], len(gold["files"])),
        publication_wrong=len(misses["publication_wrong"]),
        core_found=_share(misses["core_found"], core),
        core=_share(misses["core"], core),
        events=_share(misses["events"], len(_core_labels(gold, mentions))),
        status=_share(misses["status"], core - len(misses["core_found"])),
        same_event=same_event(mentions, quotes),
        date_wrong=len(misses["date_wrong"]),
        merge_errors=len(misses["merge_errors"]),
        not_events=len(misses["not_events"]),
        quotes=_share(misses["quotes"], len(quotes)),
        misses=misses,
    )


def is_misdated(quote: Quote) -> bool:
    """Does it give a mention that it supports a date that is listed as wrong, and none a right one?"""
    traps = [trap for mention in quote.supported for trap in mention.wrong_dates]
    return not quote.right_labels() and any(lies_in(quote.dates[0], trap) for trap in traps)


def no_event_quotes(quotes: Sequence[Quote], files: Json) -> list[str]:
    """The quotes of furniture, or of what else the gold lists as no event, that support nothing."""
    proved = {quote.event_id for quote in quotes if quote.supported}
    return [
        f"{quote.file}: {quote.text}"
        for quote in quotes
        if not quote.supported
        and any(
            _is_of(quote, no["quote"]) and not ("harmless if merged" in no["why"] and quote.event_id in proved)
            for no in files[quote.file]["not_events"]
        )
    ]


def _is_of(quote: Quote, unwanted: str) -> bool:
    return quote.text in unwanted or overlap(words(quote.text), words(unwanted)) >= LEAST_SHARE


def merge_errors(quotes: Iterable[Quote], apart: Iterable[Json], mentions: Iterable[Mention]) -> list[str]:
    """The events that tell two happenings which must stay apart."""
    told: dict[str, set[str]] = defaultdict(set)
    for quote in quotes:
        told[quote.event_id].add(quote.label)
    label_of = {m.id: m.label for m in mentions}
    pairs = [(label_of.get(pair["a"], pair["a"]), label_of.get(pair["b"], pair["b"]), pair["why"]) for pair in apart]
    return [
        f"{one} and {other} ({why}) in {event_id}"
        for event_id, labels in told.items()
        for one, other, why in pairs
        if {one, other} <= labels
    ]


def same_event(mentions: Sequence[Mention], quotes: Sequence[Quote]) -> float:
    """F1 of the pairs of core mentions that stand in one entry; a claim and its denial may share one."""
    told = [
        (mention, event_id)
        for mention in mentions
        if mention.is_core
        for event_id in {q.event_id for q in quotes if q.label == mention.label and mention in q.supported}
    ]
    pairs = list(combinations(told, 2))
    alike = sum(one.label == other.label for (one, _), (other, _) in pairs)
    together = [(one, other) for (one, at), (other, there) in pairs if at == there]
    right = sum(one.label == other.label for one, other in together)
    mixed = sum(one.label != other.label and not _is_one_dispute(one, other) for one, other in together)
    return 2 * right / (right + mixed + alike) if alike else 1.0


def _is_one_dispute(one: Mention, other: Mention) -> bool:
    statuses = {*one.statuses, *other.statuses}
    return {"claimed", "denied"} <= statuses and set(one.statuses).isdisjoint(other.statuses)


def _missed_publications(published: Mapping[str, str], files: Json) -> dict[str, list[str]]:
    """Articles without a right publication date, and those of them whose date is a listed trap."""
    right = {file: [a["published"]["date"], *a["published"]["accept"]] for file, a in files.items()}
    missed = [file for file in files if file not in published or not is_right(published[file], right[file])]
    traps = {file: files[file]["published"].get("wrong", []) for file in missed if file in published}
    return {
        "publication": [f"{file}: {published.get(file, 'missing') or 'unknown'}" for file in missed],
        "publication_wrong": [
            f"{file}: {published[file]}"
            for file in traps
            if any(lies_in(published[file], trap) for trap in traps[file])
        ],
    }


def _missed_mentions(
    mentions: Sequence[Mention], quotes: Sequence[Quote], core_labels: Sequence[str]
) -> dict[str, list[str]]:
    """Core mentions without a quote, a right date, a right status; core happenings without a rightly dated quote."""
    told = {m: [q for q in quotes if q.label == m.label and m in q.supported] for m in mentions}
    dated = {m: [q for q in told[m] if q.dates_rightly(m)] for m in mentions}
    core = [m for m in mentions if m.is_core]
    found = [m for m in core if told[m]]
    present = {m.label for m in mentions if dated[m]}
    return {
        "core_found": [_says(m, told[m]) for m in core if not told[m]],
        "core": [_says(m, told[m]) for m in core if not dated[m]],
        "events": [label for label in core_labels if label not in present],
        "status": [_says(m, told[m]) for m in found if not any(q.has_status(m) for q in dated[m] or told[m])],
    }


def _core_labels(gold: Json, mentions: Iterable[Mention]) -> list[str]:
    optional = {cluster["id"] for cluster in gold["clusters"] if cluster["tier"] != "core"}
    return sorted({m.label for m in mentions if m.is_core} - optional)


def _says(mention: Mention, quotes: Sequence[Quote]) -> str:
    got = ", ".join(sorted({f"{q.dates[0] or 'undated'} {q.status}" for q in quotes})) or "not found"
    return f"{mention.id} [{mention.dates[0]} {mention.statuses[0]}] {mention.what}: {got}"


def _share(missed: Sequence[str], of: int) -> float:
    return 1 - len(missed) / of if of else 1.0


def _is_short(figure: float, bar: float) -> bool:
    return figure > bar if isinstance(figure, int) else figure < bar
