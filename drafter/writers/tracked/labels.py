"""Labels that stand in the text of the file as words: "1.", "(a)". Those that Word counts itself
are left to it."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.writers.tracked.edits import AFTER, BEFORE, New
from drafter.writers.tracked.ground import Ground
from drafter.writers.tracked.parts import Child
from drafter.writers.tracked.units import Unit

GAP = "\t"
_Where = tuple[str, int]


class Labels:
    """The typed labels of the base; `last_before` tells for a paragraph without other words after
    which unit they would stand."""

    def __init__(self, ground: Ground) -> None:
        base, places = ground.base, ground.places
        self._base, self._draft = base, ground.draft
        self._sheets, self._places = ground.sheets, places
        self._shared: dict[_Where, list[str]] = {}
        for each in base.elements:
            for where in places.paragraphs(each.id):
                self._shared.setdefault(where, []).append(each.id)
        self.last_before: dict[_Where, int] = {}
        for each in base.elements:
            for where in () if each.text.plain() else places.paragraphs(each.id):
                self.last_before[where] = len(places.units(*where)) - 1

    def is_alone(self, element: str) -> bool:
        """Whether no other element stands in the paragraphs of this one."""
        return all(len(self._shared[where]) == 1 for where in self._places.paragraphs(element))

    def before(self, element: str) -> tuple[_Where, range]:
        """The units before the words of an element in its first paragraph."""
        where = self._places.paragraphs(element)
        first = self._places.first_unit(element)
        if not where or first is None:
            return ("", 0), range(0)
        known = self._base.element(element)
        begins = len(self._places.units(*where[0])) if known and not known.text.plain() else 0
        start = 0
        for other in self._shared.get(where[0], ()):
            if other != element:
                last = self._places.last_unit(other)
                start = max(start, last + 1) if last < first.first else start
        return where[0], range(start, begins or first.first)

    def words(self, where: _Where, units: Sequence[int]) -> str:
        """The characters of units, a note mark as nothing printed."""
        return "".join(_sign(*self._child(where, unit)) for unit in units)

    def drop(self, element: str) -> None:
        """Take out what stands before the words of an element that others run into."""
        where, units = self.before(element)
        if len(units):
            self._sheets[where[0]].edit(where[1]).gone.update(units)

    def renumber(self, old: str, new: str) -> None:
        """Change the label of the element `old` to that of `new` in the draft."""
        one, other = self._base.element(old), self._draft.element(new)
        if one is None or other is None or one.paragraph is None or other.paragraph is None:
            return
        read = one.label_read or one.label
        if other.label in (one.label, read):
            return
        where, units = self.before(old)
        at = self.words(where, units).find(read) if read else -1
        if at < 0:
            if not read:
                self._give(old, where, other.label)
            return
        sheet = self._sheets[where[0]]
        if not other.label:
            sheet.edit(where[1]).gone.update(units[at:])
            return
        first, last, come = _changed(read, other.label)
        gone = units[at + first : at + last]
        edit = sheet.edit(where[1])
        edit.gone.update(gone)
        unit = gone[-1] if gone else units[at]
        side = AFTER if gone else BEFORE
        edit.put(unit, side, New(sheet.marks.run(self.look(where, unit), come)))

    def _give(self, element: str, where: _Where, label: str) -> None:
        """Type a label before an element that had none, unless Word numbers it."""
        first = self._places.first_unit(element)
        if first is None:
            return
        sheet = self._sheets[where[0]]
        properties = sheet.paragraph(where[1]).properties
        if properties is None or properties.numbering == (0, 0):
            run = sheet.marks.run(self.look(where, first.first), label + GAP)
            sheet.edit(where[1]).put(first.first, BEFORE, New(run))

    def look(self, where: _Where, unit: int) -> bytes:
        """The properties of the run that a unit stands in."""
        sheet = self._sheets[where[0]]
        run = sheet.paragraph(where[1]).runs[self._places.units(*where)[unit].run]
        return sheet.scan.data[run.props[0] : run.props[1]]

    def _child(self, where: _Where, unit: int) -> tuple[Child, Unit]:
        found = self._places.units(*where)[unit]
        runs = self._sheets[where[0]].paragraph(where[1]).runs
        return runs[found.run].children[found.child], found


def _sign(child: Child, unit: Unit) -> str:
    if child.kind == "note":
        return "\0"
    return child.text[unit.offset]


def _changed(old: str, new: str) -> tuple[int, int, str]:
    """What of a label changes: a stretch of the old one, and what takes its place. The brackets and
    stops round the number stay."""
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first] and not old[first].isalnum():
        first += 1
    last = 0
    while (
        last < min(len(old), len(new)) - first
        and old[-1 - last] == new[-1 - last]
        and not old[-1 - last].isalnum()
    ):
        last += 1
    return first, len(old) - last, new[first : len(new) - last]
