"""The events of a committee's report as rows, and what the dialogs over them say."""

from __future__ import annotations

from drafter.errors import DrafterError
from drafter.messages import say
from drafter.model.proceedings import EventKind
from drafter.tui.cells import clean
from drafter.tui.present.problems import sentence_of
from drafter.tui.prose import Line, Run, wrapped
from drafter.workspace.event_fields import word_of
from drafter.workspace.event_places import HEAD, HEADING, INTRODUCTION, MEETINGS
from drafter.workspace.event_resuming import Dialog, Resumed, Standing
from drafter.workspace.event_sheet import EventRow

ROW_HEIGHT = 3
_FIRST = frozenset({
    EventKind.ALLOCATED, EventKind.DEBATED, EventKind.CONSIDERED, EventKind.SUMMARY_RECORDS,
    EventKind.DOCUMENTS,
})  # fmt: skip
_ANYWHERE = frozenset({EventKind.STATEMENTS, EventKind.TEXT})


def row_lines(row: EventRow, columns: int) -> tuple[Line, ...]:
    """A row as it is listed: what it is, and what the report says of it; a flag if it is open."""
    flag = "⚑" if row.open else " "
    if row.index == HEADING:
        return ((), (Run(f" {flag} ", "label"), Run(_words_of(row), "title")))
    kind = (Run(f"{word_of(row.kind)}  ", "label"),) if row.kind else ()
    first, *more = wrapped((*kind, Run(clean(row.words))), columns - 4)
    lines = ((Run(f" {flag} ", "label"), *first), *((Run("   "), *line) for line in more))
    return lines[:ROW_HEIGHT]


def beside(again: Resumed) -> str:
    """What was typed, with the fields that stand in the file by now as a comment below."""
    if again.stands is Standing.SAME or again.dialog is Dialog.VOTE:
        return again.typed
    lines = (say("tui.events-now"), *again.now.splitlines())
    return "\n".join((again.typed.rstrip("\n"), *(f"# {line}" for line in lines))) + "\n"


def title_of(row: EventRow) -> str:
    """What the dialog over a row is about."""
    if row.section == HEAD:
        return say("tui.events-head")
    if row.section == MEETINGS:
        return say("tui.events-meeting")
    return say("tui.events-draft") if row.is_draft else say(f"report.event-{row.kind}")


def _words_of(heading: EventRow) -> str:
    names = {HEAD: "head", MEETINGS: "meetings", INTRODUCTION: "introduction"}
    if heading.section not in names:
        return clean(heading.words) or say("tui.events-draft")
    name = say(f"tui.events-{names[heading.section]}")
    return " · ".join(filter(None, (name, clean(heading.words))))


def fault_of(problem: DrafterError) -> str:
    """What is wrong with the fields that were typed."""
    return sentence_of(problem).lstrip(":")


def kinds_in(section: int) -> tuple[EventKind, ...]:
    """The kinds of events that a section may hold."""
    first = section == INTRODUCTION
    return tuple(kind for kind in EventKind if kind in _ANYWHERE or (kind in _FIRST) is first)
