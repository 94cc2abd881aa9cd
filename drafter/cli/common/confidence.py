"""How a text was read, as a list to check with the original at hand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from drafter.messages import say
from drafter.workspace.confidence import Confidence, Doubt


def confidence_lines(confidence: Confidence, *, verbose: bool = False) -> Iterator[str]:
    """Counts first, then each uncertain place, then what was left out (`verbose`: word by word)."""
    fields = len({each.field for each in confidence.doubts if each.field})
    yield say(
        "cli.confidence", paragraphs=confidence.paragraphs, notes=confidence.notes,
        uncertain=confidence.uncertain, fields=fields,
    )  # fmt: skip
    whole = tuple(each for each in confidence.doubts if not each.element and not each.field)
    head = tuple(each for each in confidence.doubts if each.field)
    if whole:
        yield from ("", say("cli.confidence-document"))
        yield from _doubts(whole)
    if head:
        yield from ("", say("cli.confidence-masthead"))
        yield from _doubts(head)
    placed = (each for each in confidence.doubts if each.element)
    for _, doubts in groupby(placed, key=lambda each: each.element):
        group = tuple(doubts)
        yield ""
        yield _place(group[0])
        yield f"  “{group[0].words}”"
        yield from _doubts(group)
    yield from _removed(confidence, verbose=verbose)


def _place(doubt: Doubt) -> str:
    return " · ".join((*_where(doubt.page, doubt.line), doubt.name))


def _where(page: int, line: int) -> Iterator[str]:
    if page:
        yield say("cli.page", number=page)
    if line:
        yield say("cli.line", number=line)


def _doubts(doubts: tuple[Doubt, ...]) -> Iterator[str]:
    for doubt in doubts:
        grave = say(f"cli.severity-{doubt.severity.value}")
        line = f" {say('cli.line', number=doubt.line)}" if doubt.line and not doubt.element else ""
        yield say("cli.told-of", head=f"  {doubt.code} {grave}{line}", words=doubt.sentence)
        yield f"    → {doubt.advice}"


def _removed(confidence: Confidence, *, verbose: bool) -> Iterator[str]:
    if not confidence.removed:
        return
    yield ""
    yield say("cli.confidence-removed", count=len(confidence.removed))
    for reason, count in confidence.reasons:
        yield "  " + say("cli.removed", what=say(f"reading.removed-{reason}"), count=count)
        if verbose:
            for each in confidence.removed:
                if each.reason == reason:
                    yield f"    {' · '.join(_where(each.page, each.line))}: {each.text}"
    if not verbose:
        yield "  " + say("cli.confidence-verbose")
