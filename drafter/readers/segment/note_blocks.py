"""Footnotes as they stand at the foot of a page, between the lines of the text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from drafter.readers.reader import Removed
from drafter.readers.segment.characters import SUPERSCRIPTS, digits, ends_sentence
from drafter.readers.segment.furniture import is_rule
from drafter.readers.segment.labels import label_of
from drafter.readers.segment.lines import Line, Stretches

_RAISED = rf"[{SUPERSCRIPTS}]{{1,3}}"
_COUNTED = r"(?!\s*[年月日号届次段条])"
_NUMBER = rf"\d{{1,3}}(?![\d/.,-]){_COUNTED}|{_RAISED}(?![{SUPERSCRIPTS}])|[\[(]\d{{1,3}}[\])]"
_MARK = rf"(?P<mark>\*{{1,3}}|{_NUMBER})"
_ENTRY = re.compile(rf"{_MARK}(?:\s*(?=\S)|$)")
_IN_TEXT = re.compile(_RAISED)
_STARRED = re.compile(r"(?<=\S)\*{1,3}(?!\S)")
# a number that stands glued to a stop or a word, as a mark does
_GLUED = re.compile(r"[》、，。；：”’)）」,.;:\"»a-zа-я](\d{1,3}|\*{1,3})(?=\s|$|[^\w./-])")
_FULL = range(56, 160)
_LOOK_AHEAD = 3
_LONGEST = 9
_SKIPPED = 3  # so many notes may be missing from a group


@dataclass(frozen=True, slots=True)
class RawNote:
    """A footnote as read: `mark` "1" or "*", the words with their line breaks, where it stands.

    `block` counts the groups of notes of the file; `before` is how many lines of the body come
    before the group; `emphasis` are the italic stretches of `text` where the format tells them.
    """

    mark: str
    text: str
    line: int
    block: int
    before: int
    emphasis: Stretches = ()

    @property
    def number(self) -> int:
        """The number; 0 for a `*` note."""
        return int(self.mark) if self.mark.isdecimal() else 0


@dataclass(frozen=True, slots=True)
class Parted:
    """The lines of the body, the notes taken out from between them, and the rules above those."""

    lines: tuple[Line, ...]
    notes: tuple[RawNote, ...]
    removed: tuple[Removed, ...]


def without_notes(lines: tuple[Line, ...]) -> Parted:
    """Take the groups of notes out of the lines.

    A group stands below a rule, or begins with a raised number whose mark was seen before, or runs
    on from the notes before it down to the end of a page.
    """
    return _Parting(lines).parted()


@dataclass(slots=True)
class _Entry:
    mark: str
    text: str
    first: Line
    last: Line


class _Parting:
    def __init__(self, lines: tuple[Line, ...]) -> None:
        self._lines = lines
        self._body: list[Line] = []
        self._notes: list[RawNote] = []
        self._removed: list[Removed] = []
        self._marked: Counter[str] = Counter()
        self._glued: set[str] = set()
        self._no_tail = 0  # no group of notes that ends a page begins before this line
        self._blocks = 0

    def parted(self) -> Parted:
        index, seam, gap = 0, False, 0
        while index < len(self._lines):
            line = self._lines[index]
            ruled = is_rule(line.text)
            if ruled:
                self._removed.append(Removed("rule", line.number, line.text))
                index += 1
            entries, after = self._entries(index, ruled=ruled)
            if entries:
                self._keep(entries)
                index, seam = after, True
            elif ruled:
                gap += 1 + line.blank_before
            else:
                self._put(
                    replace(line, seam=line.seam or seam, blank_before=line.blank_before + gap)
                )
                index, seam, gap = index + 1, False, 0
        return Parted(tuple(self._body), tuple(self._notes), tuple(self._removed))

    def _put(self, line: Line) -> None:
        self._body.append(line)
        self._marked.update(digits(found) for found in _IN_TEXT.findall(line.text))
        self._marked.update(_STARRED.findall(line.text))
        self._glued.update(_GLUED.findall(line.text))

    def _keep(self, entries: list[_Entry]) -> None:
        for each in entries:
            self._notes.append(
                RawNote(each.mark, each.text, each.first.number, self._blocks, len(self._body))
            )
        self._blocks += 1

    def _entries(self, index: int, *, ruled: bool) -> tuple[list[_Entry], int]:
        """The notes of the group that begins at `index`, and the index after it."""
        first = self._entry(index)
        if first is None or not (ruled or self._begins(index, first)):
            return [], index
        found, index = [first], index + 1
        while index < len(self._lines):
            line = self._lines[index]
            entry = self._entry(index)
            if is_rule(line.text) or (line.seam and not self._resumes(line, entry, found)):
                break
            if entry is not None and _follows(found, entry):
                found.append(entry)
            elif not ends_sentence(found[-1].text) or self._goes_on(index, found):
                found[-1].text += "\n" + line.text
                found[-1].last = line
            else:
                break
            index += 1
        return found, index

    def _entry(self, index: int) -> _Entry | None:
        if index >= len(self._lines):
            return None
        line = self._lines[index]
        found = _ENTRY.match(line.text)
        if found is None:
            return None
        return _Entry(digits(found["mark"]).strip("[]()"), line.text[found.end() :], line, line)

    def _begins(self, index: int, entry: _Entry) -> bool:
        """Whether a line that no rule announces is a note: its mark stands earlier in the text."""
        line = self._lines[index]
        if line.text[0] not in SUPERSCRIPTS + "*":
            return self._is_tail(index, entry)
        noted = sum(each.mark == entry.mark for each in self._notes)
        if self._marked[entry.mark] <= noted:
            return False
        found, _ = self._entries(index, ruled=True)
        return all(ends_sentence(e.text) and e.text.count("\n") < _LONGEST for e in found)

    def _resumes(self, line: Line, entry: _Entry | None, found: list[_Entry]) -> bool:
        """Whether a group of notes goes on after running matter: with a note whose mark the text
        has, or in the middle of a note."""
        if entry is not None and _follows(found, entry):
            return entry.mark in self._marked or entry.mark in self._glued
        open_end = found[-1].text[-1:].isalpha() or found[-1].text[-1:] in ",，、"
        return open_end and label_of(line.text) is None and line.indent <= found[-1].last.indent

    def _is_tail(self, index: int, entry: _Entry) -> bool:
        """Whether plain numbered lines that carry on from the last note run to the end of a page,
        and their marks stand glued to words before."""
        expected = self._notes[-1].number + 1 if self._notes else 1
        if index < self._no_tail or entry.mark != str(expected) or entry.mark not in self._glued:
            return False
        found, after = self._entries(index, ruled=True)
        ended = after == len(self._lines) or self._lines[after].seam
        if not (ended and ends_sentence(found[-1].text)):
            self._no_tail = after
            return False
        glued = all(each.mark in self._glued for each in found)
        return glued and all(ends_sentence(each.text) for each in found)

    def _goes_on(self, index: int, found: list[_Entry]) -> bool:
        """Whether a note that seems complete goes on in the line at `index`: its last line was
        full, and the group visibly goes on or ends soon after."""
        widest = max(each.last.width for each in found)
        last = found[-1].last
        if last.width not in _FULL or last.width < widest - 6 or label_of(self._lines[index].text):
            return False
        for ahead in range(index + 1, min(index + 1 + _LOOK_AHEAD, len(self._lines))):
            entry = self._entry(ahead)
            following = entry is not None and entry.mark != "1" and _follows(found, entry)
            if self._lines[ahead].seam or following:
                return True
        return False


def _follows(found: list[_Entry], entry: _Entry) -> bool:
    """Whether `entry` is the note after those found: the next number or nearly, 1 again for another
    text, or any after a `*` note."""
    last = found[-1]
    if not last.mark.isdecimal():
        return entry.mark.isdecimal() or len(entry.mark) == len(last.mark) + 1
    step = int(entry.mark) - int(last.mark) if entry.mark.isdecimal() else 0
    if ends_sentence(last.text):
        return entry.mark == "1" or 1 <= step <= _SKIPPED
    return step == 1 and entry.first.indent == found[0].first.indent
