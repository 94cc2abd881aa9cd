"""What differs between two paragraphs besides their words: labels, kinds, levels, note marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from drafter.compare.elements import PART, Element
from drafter.compare.partners import Partners
from drafter.compare.tokens import folded, is_han
from drafter.model.findings import Change

What = Literal["label", "kind", "level", "note-mark", "heading"]
_BEFORE = 12
Mark = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Structural:
    """One difference that is none of words: what stood and what stands there.

    "label": the label as printed, which other paragraphs may have moved on; "kind" and "level"
    of the paragraph; "heading": the own heading of a part ("附录一", "附录二"); "note-mark": the
    words before a mark with the mark in brackets ("《公约》[3]"), empty where it came or went.
    """

    what: What
    old: str
    new: str


def structural(
    partners: Partners, i: int, j: int, changes: Sequence[Change]
) -> tuple[Structural, ...]:
    """The differences between the paired elements `i` and `j`, `changes` being those of words."""
    a, b = partners.old[i], partners.new[j]
    if a.printed is None or b.printed is None:
        return ()
    if a.group == PART:
        return (Structural("heading", a.text, b.text),) if a.text != b.text else ()
    facts: tuple[tuple[What, str, str], ...] = (
        ("label", _label(a), _label(b)),
        ("kind", a.printed.kind.value, b.printed.kind.value),
        ("level", str(a.printed.level), str(b.printed.level)),
    )
    plain = (Structural(*fact) for fact in facts if folded(fact[1]) != folded(fact[2]))
    return (*plain, *_note_marks(partners, a, b, changes))


def _label(element: Element) -> str:
    printed = element.printed
    return (printed.label_read or printed.label) if printed else ""


def _note_marks(
    partners: Partners, a: Element, b: Element, changes: Sequence[Change]
) -> Iterator[Structural]:
    """Marks that moved, came or went, in the order of the new text, those that went last."""
    left = list(a.note_marks)
    for place, note in b.note_marks:
        same = [mark for mark in left if partners.are_paired(mark[1], note)]
        still = [mark for mark in same if _stays(mark[0], place, changes)]
        before = next(iter((*still, *same)), None)
        if before is not None:
            left.remove(before)
        if not still:
            old = _written(a, before) if before else ""
            yield Structural("note-mark", old, _written(b, (place, note)))
    for mark in left:
        yield Structural("note-mark", _written(a, mark), "")


def _stays(old: int, new: int, changes: Sequence[Change]) -> bool:
    """Whether what stood at `old` stands at `new`: amid the same words, or in the same change."""
    shift = 0
    for change in changes:
        if old < change.old_start:
            break
        if old <= change.old_end and change.new_start <= new <= change.new_end:
            return True
        shift = change.new_end - change.old_end
    return new == old + shift


def _written(element: Element, mark: Mark) -> str:
    """The words before a mark, and the mark as it prints."""
    place, _ = mark
    printed = element.printed.marks if element.printed else ()
    number = dict(zip(element.note_marks, printed, strict=True))[mark][1]
    start = max(place - _BEFORE, 0)
    while 0 < start < place and _parts_a_word(element.text, start):
        start += 1
    return f"{element.text[start:place].strip()}[{number}]"


def _parts_a_word(text: str, place: int) -> bool:
    return all(each.isalnum() and not is_han(each) for each in text[place - 1 : place + 1])
