"""What was typed into a dialog over a report's events, taken up again: where it belongs now.

The file may have been changed outside in between; nothing typed may land on another event.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from drafter.workspace.event_places import HEAD, HEADING, MEETINGS
from drafter.workspace.event_sheet import EventSheet
from drafter.workspace.unfinished import Unfinished


class Dialog(StrEnum):
    """The dialogs over a file of events: the fields of what stands at a place, the lists of its
    vote, a meeting that is not there yet."""

    EDIT = "edit"
    VOTE = "vote"
    MEETING = "meeting"


class Standing(StrEnum):
    """Whether what a dialog was opened on stands in the file as it did."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Resumed:
    """Words that were `typed` into a dialog, the place they belong to, and how that `stands`; `now`
    is what stands there. A place that is gone is the one it was."""

    dialog: Dialog
    section: int
    index: int
    typed: str
    stands: Standing
    now: str = ""


def place_name(dialog: Dialog, section: int, index: int) -> str:
    """A dialog over a place, as `Unfinished` names it."""
    return f"{dialog} {section} {index}"


def resumed(sheet: EventSheet, before: Unfinished) -> Resumed | None:
    """Where `before` belongs in the sheet as it is; None for a place that names no dialog."""
    words = before.place.split()
    try:
        dialog, section, index = Dialog(words[0]), int(words[1]), int(words[2])
    except (ValueError, IndexError):
        return None
    at = (section, index)
    if dialog is Dialog.MEETING:
        last = min(index, len(sheet.told.meetings))
        return Resumed(dialog, MEETINGS, last, before.typed, Standing.SAME)
    shown = _shown(sheet, dialog)
    same = [place for place, words in shown.items() if words == before.shown]
    if at in same or len(same) == 1:
        place = at if at in same else same[0]
        return Resumed(dialog, *place, before.typed, Standing.SAME, before.shown)
    now = shown.get(at)
    if now is None or not _is_alike(dialog, index, before.shown, now):
        return Resumed(dialog, *at, before.typed, Standing.GONE)
    return Resumed(dialog, *at, before.typed, Standing.CHANGED, now)


def _shown(sheet: EventSheet, dialog: Dialog) -> dict[tuple[int, int], str]:
    """What the dialog would show over each place of the sheet."""
    rows = [
        (row.section, row.index)
        for row in sheet.rows()
        if row.index != HEADING or row.is_draft or row.section == HEAD
    ]
    of = sheet.vote_of if dialog is Dialog.VOTE else sheet.fields_of
    return {place: words for place in rows if (words := of(*place)) is not None}


def _is_alike(dialog: Dialog, index: int, before: str, now: str) -> bool:
    """Whether it can be the same event or meeting: the first line has its kind or number."""
    if dialog is Dialog.VOTE or index == HEADING:
        return True
    return before.partition("\n")[0] == now.partition("\n")[0]
