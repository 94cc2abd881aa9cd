"""Sub-paragraphs in their places: (a) under 15., (i) under (a), text after a list under all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from drafter.model.conventions import Conventions, LabelStyle
from drafter.model.tree import Kind
from drafter.readers.segment.findings import Findings
from drafter.readers.segment.labels import SUB_FORMS, Label, Reading, readings
from drafter.readers.segment.raw import Raw


@dataclass(slots=True)
class Node:
    """A paragraph of the tree being built; `raws` are its pieces, more than one where it was
    joined. `label` is what was printed; `frozen` says that no count gives it and it stays."""

    kind: Kind
    raws: list[Raw]
    label: str = ""
    numbered: bool = True
    children: list[Node] = field(default_factory=list)
    frozen: bool = False

    def freeze(self) -> None:
        """Keep its label, and those below, as they were printed."""
        self.frozen = bool(self.label)
        for child in self.children:
            child.freeze()

    @property
    def first(self) -> Raw:
        """Its first piece."""
        return self.raws[0]

    @property
    def ends(self) -> str:
        """The words it ends with so far."""
        return self.raws[-1].text


@dataclass(slots=True)
class _List:
    """A list that is open: how it counts, how far it has come, and whose children its items are."""

    style: LabelStyle
    number: int
    items: list[Node]


def nest(head: Node, tail: Sequence[Raw], rules: Conventions, findings: Findings) -> None:
    """Put the labelled paragraphs of `tail`, and the unlabelled ones among them, under `head`."""
    _Nesting(head, tail, rules, findings).run()


class _Nesting:
    def __init__(
        self, head: Node, tail: Sequence[Raw], rules: Conventions, findings: Findings
    ) -> None:
        self._head = head
        self._tail = tail
        self._rules = rules
        self._findings = findings
        self._open: list[_List] = []

    def run(self) -> None:
        for index, raw in enumerate(self._tail):
            if raw.label is None or raw.label.form not in SUB_FORMS:
                self._above(index).children.append(Node(Kind.CONTINUATION, [raw], numbered=False))
                continue
            depth, reading = self._choose(raw.label, self._label_after(index))
            self._check(raw, depth, reading)
            self._put(raw, depth, reading)

    def _put(self, raw: Raw, depth: int, reading: Reading) -> None:
        node = Node(self._head.kind, [raw], raw.label.printed if raw.label else "")
        if depth == len(self._open):
            items = self._open[-1].items[-1].children if self._open else self._head.children
            self._open.append(_List(reading.style, reading.number, items))
        del self._open[depth + 1 :]
        self._open[depth].number = reading.number
        self._open[depth].items.append(node)

    def _choose(self, label: Label, after: Label | None) -> tuple[int, Reading]:
        """The depth at which the label stands, and how it counts there."""
        ways = readings(label.form, label.token, self._rules)
        going_on = self._going_on(ways, 0 if label.later else 1)
        fresh = next((r for r in ways if r.number == 1 and not self._is_open(r.style)), None)
        if going_on and fresh:
            return self._either(going_on, fresh, after)
        if going_on:
            return going_on
        if fresh:
            return len(self._open), fresh
        for depth in reversed(range(len(self._open))):
            for reading in ways:
                if reading.style == self._open[depth].style:
                    return depth, reading
        return (len(self._open) if not self._open else len(self._open) - 1), ways[0]

    def _going_on(self, ways: Sequence[Reading], step: int) -> tuple[int, Reading] | None:
        """The deepest open list that the label carries on: (b) after (a), and so (a bis)."""
        for depth in reversed(range(len(self._open))):
            for reading in ways:
                current = self._open[depth]
                if reading.style == current.style and reading.number == current.number + step:
                    return depth, reading
        return None

    def _either(
        self, going_on: tuple[int, Reading], fresh: Reading, after: Label | None
    ) -> tuple[int, Reading]:
        """(i) after (h): the ninth letter, unless (ii) follows."""
        if after is not None:
            for reading in readings(after.form, after.token, self._rules):
                if reading.style == fresh.style and reading.number == 2:
                    return len(self._open), fresh
        return going_on

    def _is_open(self, style: LabelStyle) -> bool:
        return any(each.style == style for each in self._open)

    def _label_after(self, index: int) -> Label | None:
        return next((r.label for r in self._tail[index + 1 :] if r.label), None)

    def _above(self, index: int) -> Node:
        """Whose child a paragraph without a label is: the head of the list that has ended, or the
        last item if its list goes on."""
        after = self._label_after(index)
        if not self._open or after is None:
            return self._head
        depth, _ = self._choose(after, None)
        if depth >= len(self._open):
            return self._open[-1].items[-1]
        return self._open[depth].items[-1]

    def _check(self, raw: Raw, depth: int, reading: Reading) -> None:
        expected = self._open[depth].number + 1 if depth < len(self._open) else 1
        printed = raw.label.printed if raw.label else ""
        if reading.number > expected:
            self._findings.add("sub-gap", raw.line, label=printed)
        elif reading.number < expected and not (raw.label and raw.label.later):
            self._findings.add("sub-again", raw.line, label=printed)
