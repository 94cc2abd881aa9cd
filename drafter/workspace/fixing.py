"""A fix that a finding offered, applied to the document as it is by now."""

from __future__ import annotations

from dataclasses import replace

from drafter.errors import EditRefused
from drafter.model.edit_checks import existing
from drafter.model.edits import set_text
from drafter.model.findings import AnyFix, Fix, NameList, NamesFix, NoteFix
from drafter.model.mending import mend_note
from drafter.model.note_edits import set_note
from drafter.model.tree import Document


def fixed(document: Document, fix: AnyFix) -> Document:
    """The document with the fix. Raises `EditRefused` if other words stand there by now."""
    match fix:
        case Fix():
            return _reworded(document, fix)
        case NoteFix(old, new):
            _refuse_old(document.note(old.id) == old, old.text.plain(), new.text.plain())
            return set_note(document, new)
        case NamesFix():
            return _renamed(document, fix)


def _reworded(document: Document, fix: Fix) -> Document:
    note = document.note(fix.element)
    text = note.text if note else existing(document, fix.element).text
    _refuse_old(text.plain()[fix.start : fix.end] == fix.old, fix.old, fix.new)
    if note:
        return mend_note(document, note.id, fix.start, fix.end, fix.new)
    return set_text(document, fix.element, fix.applied_to(text))


def _renamed(document: Document, fix: NamesFix) -> Document:
    head = document.masthead
    match fix.listed:
        case NameList.SPONSORS:
            now, changed = head.sponsors, replace(head, sponsors=fix.new)
        case NameList.ADDED_SPONSORS:
            now, changed = head.added_sponsors, replace(head, added_sponsors=fix.new)
    _refuse_old(now == fix.old, ", ".join(fix.old), ", ".join(fix.new))
    return replace(document, masthead=changed)


def _refuse_old(is_current: bool, old: str, new: str) -> None:
    if not is_current:
        raise EditRefused("workspace.fix-out-of-date", old=old, new=new)
