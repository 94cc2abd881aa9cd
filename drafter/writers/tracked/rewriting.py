"""The bytes of one paragraph with its changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.writers.tracked.edits import AFTER, BEFORE, CannotMark, Edit, New, Patch, Split
from drafter.writers.tracked.marks import Marks
from drafter.writers.tracked.parts import Child, Paragraph, Run, Scan
from drafter.writers.tracked.properties import Properties, with_mark
from drafter.writers.tracked.units import Unit
from drafter.writers.tracked.zones import Zones

Token = tuple[str, bytes]
_FIELDS = frozenset({"field", "code"})
_ANCHORS = frozenset({"commentReference"})
_WHITE = " \t\r\n"


@dataclass(frozen=True, slots=True)
class Rewriting:
    """Writes one paragraph of a part with its changes."""

    scan: Scan
    paragraph: Paragraph
    units: Sequence[Unit]
    edit: Edit
    marks: Marks

    def patches(self) -> list[Patch]:
        """What is to be put in place of which bytes. Raises `CannotMark`."""
        self._zones.settle()
        edit, paragraph = self.edit, self.paragraph
        found: list[Patch] = [(paragraph.start, paragraph.start, each) for each in edit.before]
        ends = [item.properties for item in self._items() if isinstance(item, Split)]
        own = self._own_properties()
        rest = iter([*ends[1:], own])
        found += self._head(ends[0] if ends else own, rest)
        for start, end, tokens in self._groups():
            made = self._serialised(tokens, rest)
            if made != self.scan.data[start:end]:
                found.append((start, end, made))
        found += [(paragraph.end, paragraph.end, each) for each in edit.after]
        return found

    @property
    def _zones(self) -> Zones:
        return Zones(self.scan, self.paragraph, self.units, self.edit, self.marks)

    def _items(self) -> Iterator[New | Split]:
        for key in sorted(self.edit.come):
            yield from self.edit.come[key]

    def _own_properties(self) -> bytes:
        if self.edit.properties is not None:
            return with_mark(self.edit.properties, self.edit.mark, self.marks)
        return with_mark(Properties.of(self.scan, self.paragraph).data, self.edit.mark, self.marks)

    def _head(self, properties: bytes, rest: Iterator[bytes]) -> Iterator[Patch]:
        paragraph, edit = self.paragraph, self.edit
        data, old = self.scan.data, self.paragraph.properties
        fresh = properties + edit.start
        if paragraph.opened == paragraph.end:  # <w:p/>
            come = self._serialised([*self._tokens_beside(-1)], rest)
            name = data[paragraph.start + 1 : paragraph.opened - 2].split()[0]
            if fresh or come:
                opened = data[paragraph.start : paragraph.opened - 2].rstrip() + b">"
                yield paragraph.start, paragraph.end, opened + fresh + come + b"</" + name + b">"
            return
        span = (old.start, old.end) if old else (paragraph.opened, paragraph.opened)
        if data[span[0] : span[1]] != fresh:
            yield *span, fresh

    # runs

    def _groups(self) -> Iterator[tuple[int, int, list[Token]]]:
        """Runs that stand side by side, and what comes between, as tokens."""
        by_run: dict[int, list[int]] = {}
        for index, unit in enumerate(self.units):
            by_run.setdefault(unit.run, []).append(index)
        start = end = -1
        tokens: list[Token] = []
        for number, run in enumerate(self.paragraph.runs):
            made = list(self._run_tokens(run, by_run.get(number, [])))
            for at_start, at_end, piece in self._placed(number, made):
                if at_start != end:
                    if tokens:
                        yield start, end, tokens
                    start, tokens = at_start, []
                tokens += piece
                end = at_end
        if tokens:
            yield start, end, tokens
        if not self.units and self.edit.come and self.paragraph.opened != self.paragraph.end:
            at = self.paragraph.runs[-1].end if self.paragraph.runs else self._content()
            yield at, at, list(self._tokens_beside(-1))

    def _content(self) -> int:
        old = self.paragraph.properties
        return old.end if old else self.paragraph.opened

    def _placed(self, number: int, tokens: list[Token]) -> Iterator[tuple[int, int, list[Token]]]:
        """The tokens of a run, what comes beside a zone put outside it."""
        run = self.paragraph.runs[number]
        inside = self._zones.inside(run.zone)
        if run.zone < 0 or not inside:
            yield run.start, run.end, tokens
            return
        zone = self.paragraph.zones[run.zone]
        zoned = [i for i, each in enumerate(self.paragraph.runs) if each.zone == run.zone]
        if number == zoned[0] and (inside[0], BEFORE) in self.edit.come:
            yield zone.start, zone.start, list(self._come(inside[0], BEFORE))
        yield run.start, run.end, tokens
        if number == zoned[-1] and (inside[-1], AFTER) in self.edit.come:
            yield zone.end, zone.end, list(self._come(inside[-1], AFTER))

    def _come(self, unit: int, side: int) -> Iterator[Token]:
        for item in self.edit.come.get((unit, side), ()):
            yield ("new", item.run) if isinstance(item, New) else ("split", b"")

    def _tokens_beside(self, unit: int) -> Iterator[Token]:
        yield from self._come(unit, BEFORE)
        yield from self._come(unit, AFTER)

    def _run_tokens(self, run: Run, units: Sequence[int]) -> Iterator[Token]:
        """A run in one piece where it stays or goes as it is, else cut."""
        in_zone = run.zone >= 0
        outer = self._zones.edges(run.zone) if in_zone else set()
        zone_gone = in_zone and self._zones.is_gone(run.zone)
        whole = self._is_whole(run, units, outer, zone_gone=zone_gone)
        if whole is None:
            yield from self._cut(run, units, outer)
            return
        placed = bool(units) and not in_zone
        if placed:
            yield from self._come(units[0], BEFORE)
        data = self.scan.data[run.start : run.end]
        yield whole, self._gone_bytes(run) if whole == "gone" else data
        if placed:
            yield from self._come(units[-1], AFTER)

    def _cut(self, run: Run, units: Sequence[int], outer: set[tuple[int, int]]) -> Iterator[Token]:
        """A run cut where its changes begin and end."""
        held: list[bytes] = []
        state = "keep"
        position = 0
        for child in run.children:
            count = 1 if child.kind == "note" else len(child.text)
            own = units[position : position + count]
            position += count
            for wanted, content, beside in self._child_tokens(child, own, outer):
                if ((wanted or state) != state or beside) and held:
                    yield state, self._fragment(run, held)
                    held = []
                yield from beside
                if content:
                    state = wanted or state
                    held.append(content)
        if held:
            yield state, self._fragment(run, held)

    def _is_whole(
        self, run: Run, units: Sequence[int], outer: set[tuple[int, int]], *, zone_gone: bool
    ) -> str | None:
        """Whether a run stays or goes as it is; None where it is to be cut."""
        edges = {(units[0], BEFORE), (units[-1], AFTER)} if units else set()
        inner = {
            key for key in self.edit.come if units and units[0] <= key[0] <= units[-1]
        } - edges - outer  # fmt: skip
        gone = [unit in self.edit.gone for unit in units]
        if inner:
            return None
        if not any(gone):
            return "gone" if not units and (zone_gone or self._goes_along(run)) else "keep"
        other = not self.edit.whole and any(c.kind == "other" for c in run.children)
        cut = not zone_gone and any(c.kind in _FIELDS for c in run.children)
        return "gone" if all(gone) and not other and not cut else None

    def _goes_along(self, run: Run) -> bool:
        """Whether a run without words goes with the whole paragraph: not half of a field, nor the
        anchor of a comment that is moved, which would be lost."""
        anchors = _ANCHORS if self.edit.taken == "moveFrom" else frozenset()
        return self.edit.whole and not any(
            c.kind in _FIELDS or c.key in anchors for c in run.children
        )

    def _child_tokens(
        self, child: Child, units: Sequence[int], outer: set[tuple[int, int]]
    ) -> Iterator[tuple[str, bytes, list[Token]]]:
        """The pieces of a child: whether each goes, its bytes, and what comes in before it."""
        data = self.scan.data[child.start : child.end]
        if not units:
            yield ("" if child.kind == "silent" else "keep"), data, []
            return
        if child.kind == "other":
            if self.edit.gone & set(units):
                raise CannotMark
            yield "keep", data, []
            return
        for piece in _stretches(units, self.edit, outer):
            gone = piece[0] in self.edit.gone
            before = [] if (piece[0], BEFORE) in outer else list(self._come(piece[0], BEFORE))
            if len(piece) == len(units) and not (gone and child.kind == "text"):
                content = data
            else:
                first = units.index(piece[0])
                content = self._words(child, first, first + len(piece), gone=gone)
            yield ("gone" if gone else "keep"), content, before
            if (piece[-1], AFTER) not in outer and (piece[-1], AFTER) in self.edit.come:
                yield "keep", b"", list(self._come(piece[-1], AFTER))

    def _words(self, child: Child, first: int, last: int, *, gone: bool) -> bytes:
        words = child.text
        if not child.kept:
            lead, tail = len(words) - len(words.lstrip(_WHITE)), len(words.rstrip(_WHITE))
            first, last = max(first, lead), min(last, tail)
        name = "delText" if gone and self.edit.taken == "del" else "t"
        return self.marks.text(name, words[first : max(first, last)])

    def _gone_bytes(self, run: Run) -> bytes:
        """A run all of which goes."""
        data = self.scan.data
        if self.edit.taken != "del":
            return data[run.start : run.end]
        pieces: list[bytes] = []
        for child in run.children:
            piece = data[child.start : child.end]
            if child.kind == "text":
                piece = self._words(child, 0, len(child.text), gone=True)
            elif child.kind == "code":
                piece = re.sub(rb"^<(\w+):instrText|</(\w+):instrText", _as_deleted, piece)
            pieces.append(piece)
        return self._fragment(run, pieces)

    def _fragment(self, run: Run, pieces: Sequence[bytes]) -> bytes:
        data = self.scan.data
        opened = data[run.start : run.opened]
        name = opened[1:].split(b">")[0].split()[0]
        look = data[run.props[0] : run.props[1]]
        return opened + look + b"".join(pieces) + b"</" + name + b">"

    def _serialised(self, tokens: Sequence[Token], ends: Iterator[bytes]) -> bytes:
        out: list[bytes] = []
        kinds = {"gone": self.edit.taken, "new": "ins"}
        held: list[bytes] = []
        state = ""
        for kind, data in [*tokens, ("", b"")]:
            if kind != state and held:
                joined = b"".join(held)
                out.append(self.marks.round(kinds[state], joined) if state in kinds else joined)
                held = []
            state = kind
            if kind == "split":
                out.append(self.marks.end_and_begin(next(ends)))
            elif kind:
                held.append(data)
        return b"".join(out)


def _as_deleted(found: re.Match[bytes]) -> bytes:
    return found[0].replace(b"instrText", b"delInstrText")


def _stretches(
    units: Sequence[int], edit: Edit, outer: set[tuple[int, int]]
) -> Iterator[Sequence[int]]:
    """Units of one fate, cut where something comes in."""
    start = 0
    for index in range(1, len(units) + 1):
        if index < len(units):
            one, other = units[index - 1], units[index]
            same = (one in edit.gone) == (other in edit.gone)
            parted = (one, AFTER) in edit.come or (other, BEFORE) in edit.come
            if same and not parted:
                continue
        yield units[start:index]
        start = index
