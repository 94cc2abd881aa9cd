"""Links and fields: stretches of a paragraph that change whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.writers.tracked.edits import AFTER, BEFORE, CannotMark, Edit, New, Split
from drafter.writers.tracked.marks import Marks
from drafter.writers.tracked.parts import Child, Paragraph, Scan
from drafter.writers.tracked.units import Unit


@dataclass(frozen=True, slots=True)
class Zones:
    """The zones of a paragraph, known by their numbers in it."""

    scan: Scan
    paragraph: Paragraph
    units: Sequence[Unit]
    edit: Edit
    marks: Marks

    def inside(self, zone: int) -> list[int]:
        """The units of a zone."""
        return [i for i, unit in enumerate(self.units) if self._of(unit) == zone]

    def is_gone(self, zone: int) -> bool:
        """Whether all its units are taken out."""
        inside = self.inside(zone)
        return bool(inside) and self.edit.gone.issuperset(inside)

    def edges(self, zone: int) -> set[tuple[int, int]]:
        """The units and sides where what comes in stands beside it."""
        inside = self.inside(zone)
        return {(inside[0], BEFORE), (inside[-1], AFTER)} if inside else set()

    def settle(self) -> None:
        """Where the edit would cut one open, take it out whole instead, and put in plain words.

        Raises `CannotMark` for a zone that must stay.
        """
        for index, zone in enumerate(self.paragraph.zones):
            inside = self.inside(index)
            if not inside:
                continue
            first, last = inside[0], inside[-1]
            inner = [
                (unit, side)
                for unit, side in self.edit.come
                if first <= unit <= last and (unit, side) not in ((first, BEFORE), (last, AFTER))
            ]
            gone = self.edit.gone & set(inside)
            if not inner and not gone:
                continue
            if zone.closed:
                raise CannotMark
            beside = self.edges(index) & set(self.edit.come)
            if inner or gone != set(inside) or (beside and not self.edit.whole):
                self.edit.broken.append(self._words_of(inside))
            if inner or gone != set(inside):
                self._replace(inside, sorted(inner))
            self.edit.gone |= set(inside)

    def _replace(self, inside: Sequence[int], inner: Sequence[tuple[int, int]]) -> None:
        """Take a zone out whole, and put in after it what it is to say."""
        look = self._look_beside(inside)
        items: list[New | Split] = []
        words = ""
        for unit in inside:
            for side in (BEFORE, AFTER):
                if side == AFTER and unit not in self.edit.gone:
                    child = self._child(self.units[unit])
                    if child.kind == "note":
                        raise CannotMark
                    words += child.text[self.units[unit].offset]
                if (unit, side) in inner:
                    items += [New(self.marks.run(look, words))] if words else []
                    items += self.edit.come.pop((unit, side))
                    words = ""
        items += [New(self.marks.run(look, words))] if words else []
        after = self.edit.come.setdefault((inside[-1], AFTER), [])
        after[:0] = items

    def _words_of(self, units: Sequence[int]) -> str:
        held = ((self._child(self.units[each]), self.units[each].offset) for each in units)
        return "".join(child.text[offset] for child, offset in held if child.text)

    def _look_beside(self, inside: Sequence[int]) -> bytes:
        """The properties of the run before a zone, or after it."""
        for index in (inside[0] - 1, inside[-1] + 1):
            if 0 <= index < len(self.units) and self._of(self.units[index]) < 0:
                props = self.paragraph.runs[self.units[index].run].props
                return self.scan.data[props[0] : props[1]]
        return b""

    def _of(self, unit: Unit) -> int:
        return self.paragraph.runs[unit.run].zone

    def _child(self, unit: Unit) -> Child:
        return self.paragraph.runs[unit.run].children[unit.child]
