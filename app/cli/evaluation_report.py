"""A measurement as people and as programs want to see it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from app.evaluation.matching import Scope
from app.evaluation.misses import Kind, Miss
from app.evaluation.scoring import Figures, Measure

WIDTH_WITHOUT_TERMINAL = 100  # columns; none of the tables is wider


@dataclass(frozen=True)
class Report:
    """What was measured."""

    documents: int
    unread: Sequence[str]  # names of documents that are there and could not be read
    figures: Mapping[str, Mapping[Scope, Figures]]  # by system, Tumen first
    draws: int
    above: Mapping[str, Mapping[Scope, float]]  # by peer: the share of draws in which Tumen is above it


Misses = Mapping[Kind, Sequence[Miss]]


def as_json(report: Report, misses: Misses, most: int) -> str:
    """One JSON object: shares from 0 to 1, `value_accuracy` among the relaxed matches, at most so many errors."""
    record = {
        "documents": report.documents,
        "unread": report.unread,
        "systems": {
            name: {scope.value: _figures_record(one) for scope, one in of_system.items()}
            for name, of_system in report.figures.items()
        },
        "draws": report.draws,
        "tumen_above": {
            name: {scope.value: share for scope, share in of_peer.items()} for name, of_peer in report.above.items()
        },
        "errors": {
            kind.value: {"count": len(all_of_kind), "shown": [_miss_record(miss) for miss in all_of_kind[:most]]}
            for kind, all_of_kind in misses.items()
        },
    }
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def as_text(report: Report, misses: Misses, most: int) -> str:
    """A table a scope, in per cent; then at most so many errors of each kind."""
    console = Console()
    if not console.is_terminal:
        console = Console(width=WIDTH_WITHOUT_TERMINAL)
    with console.capture() as captured:
        for scope in Scope:
            console.print(_table(report, scope))
            console.print()
    return captured.get() + (_misses_text(misses, most) if most else "")


def _figures_record(figures: Figures) -> dict[str, object]:
    measures = {"strict": figures.strict, "relaxed": figures.relaxed, "value": figures.value}
    return {
        "gold": figures.gold,
        "system": figures.found,
        **{name: {"p": one.precision, "r": one.recall, "f1": one.f1} for name, one in measures.items()},
        "value_accuracy": figures.accuracy,
    }


def _miss_record(miss: Miss) -> dict[str, object]:
    return {
        "doc": miss.document.name,
        "published": miss.document.published.text,
        "start": miss.mark.start,
        "end": miss.mark.end,
        "type": miss.mark.type,
        "gold": miss.gold.value if miss.gold else None,
        "answer": miss.answer.value if miss.answer else None,
        "context": miss.context,
    }


def _table(report: Report, scope: Scope) -> Table:
    marked = next(iter(report.figures.values()))[scope].gold
    title = f"{scope.value}: {marked} marked in {report.documents} documents, figures in per cent"
    table = Table(title=title, title_justify="left", box=None, padding=(0, 1, 0, 0))
    table.add_column("system", overflow="fold")
    headings = ["found", "strict\nF1", "relaxed\nP", "\nR", "\nF1", "value\nP", "\nR", "\nF1", "accu-\nracy"]
    for heading in headings + (["Tumen\nabove"] if report.above else []):
        table.add_column(heading, justify="right")
    for name, of_system in report.figures.items():
        above = report.above.get(name)
        cells = [f"{of_system[scope].found}", *_cells(of_system[scope]), _percent(above[scope]) if above else ""]
        table.add_row(escape(name), *cells[: len(table.columns) - 1])
    return table


def _cells(figures: Figures) -> list[str]:
    return [
        _percent(share)
        for share in (figures.strict.f1, *_all_three(figures.relaxed), *_all_three(figures.value), figures.accuracy)
    ]


def _all_three(measure: Measure) -> tuple[float, float, float]:
    return measure.precision, measure.recall, measure.f1


def _percent(share: float) -> str:
    return f"{100 * share:.2f}"


def _misses_text(misses: Misses, most: int) -> str:
    lines = []
    for kind, all_of_kind in misses.items():
        lines.append(f"{kind.value}: {len(all_of_kind)}")
        for miss in all_of_kind[:most]:
            gold, answer = (one.value if one else "-" for one in (miss.gold, miss.answer))
            seen_from = f"{miss.document.name} ({miss.document.published.text or 'no date'})"
            lines.append(f"  {seen_from} {miss.mark.type} gold={gold} tumen={answer} | {miss.context}")
    return "\n".join(lines) + "\n"
