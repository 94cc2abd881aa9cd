"""Footnotes of a redline in the order of their marks.

Word finds a note by its id, LibreOffice by its order: with ids 1…n in the order of the marks both
show the same note. Only for files that are our own: an official one keeps its ids.
"""

from __future__ import annotations

import re

from drafter.writers.tracked.archive import Archive

_TEXT, _NOTES = "word/document.xml", "word/footnotes.xml"
_REFERENCE = re.compile(rb'(<w:footnoteReference\b[^>]*?\bw:id=")(\d+)(")')
_NOTE = re.compile(
    rb'(<w:footnote\b(?![^>]*\bw:type=)[^>]*?\bw:id=")(\d+)(".*?</w:footnote>)', re.S
)


def with_notes_in_order(package: bytes) -> bytes:
    """`package`, a Word file of our own writing, with its footnotes in the order of their marks."""
    archive = Archive(package)
    text, notes = archive.part(_TEXT), archive.part(_NOTES)
    held = {found[2]: found for found in _NOTE.finditer(notes)}
    marked = (found[2] for found in _REFERENCE.finditer(text))
    order = dict.fromkeys((*marked, *held))
    numbers = {old: b"%d" % number for number, old in enumerate(order, 1)}
    if list(held) == list(order) == list(numbers.values()):
        return package
    ordered = iter([held[old] for old in order])

    def renumbered(found: re.Match[bytes]) -> bytes:
        return found[1] + numbers[found[2]] + found[3]

    made = {
        _TEXT: _REFERENCE.sub(renumbered, text),
        _NOTES: _NOTE.sub(lambda _: renumbered(next(ordered)), notes),
    }
    return archive.replaced(made)
