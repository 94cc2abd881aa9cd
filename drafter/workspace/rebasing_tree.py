"""What rebasing works on: documents as trees to be rearranged, and which paragraph is which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from drafter.compare.documents import RowState, compare_documents
from drafter.languages import Language
from drafter.model.tree import Document, Kind, Paragraph, Part
from drafter.workspace.inserting import unused

_FORMAL = frozenset({Kind.TITLE, Kind.ENACTING, Kind.HEADING})  # formulas that every text has


@dataclass(slots=True, eq=False)
class Node:
    """A paragraph or part that can be taken out and put elsewhere, with what is below it."""

    value: Paragraph | Part
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)

    @property
    def is_part(self) -> bool:
        """Whether it is a part."""
        return isinstance(self.value, Part)

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph that it is."""
        if isinstance(self.value, Part):
            raise TypeError(self.value.kind)
        return self.value

    @property
    def id(self) -> str:
        """The id of the paragraph that it is; empty for a part."""
        return "" if isinstance(self.value, Part) else self.value.id

    @property
    def home(self) -> Node:
        """The part that holds it; of a part, itself."""
        node = self
        while not node.is_part and node.parent is not None:
            node = node.parent
        return node

    def walk(self) -> Iterator[Node]:
        """This node, then all below it, in document order."""
        yield self
        for child in tuple(self.children):
            yield from child.walk()

    def detach(self) -> None:
        """Take it out."""
        if self.parent is not None:
            self.parent.children.remove(self)
            self.parent = None

    def insert(self, new: Node, *, after: Node | None) -> None:
        """Put `new` below this node, after one of its children or first."""
        new.parent = self
        self.children.insert(self.children.index(after) + 1 if after else 0, new)

    def forget_labels(self) -> None:
        """Printed labels describe the text as read; numbers are derived once it is rearranged."""
        for each in self.walk():
            if isinstance(each.value, Paragraph) and each.value.label_read:
                each.value = replace(each.value, label_read="")

    def rebuilt(self) -> Paragraph | Part:
        """The paragraph or part with what is below it now."""
        below = tuple(child.rebuilt() for child in self.children)
        if isinstance(self.value, Part):
            return replace(self.value, blocks=below)
        return replace(self.value, children=tuple(b for b in below if isinstance(b, Paragraph)))


def tree(document: Document) -> tuple[Node, Mapping[str, Node]]:
    """The root of a document as a node, and the nodes of its paragraphs by id."""
    root = _node(document.root)
    return root, {node.id: node for node in root.walk() if not node.is_part}


def _node(value: Paragraph | Part) -> Node:
    node = Node(value)
    for below in value.blocks if isinstance(value, Part) else value.children:
        child = _node(below)
        child.parent = node
        node.children.append(child)
    return node


@dataclass(frozen=True, slots=True)
class Pairing:
    """Which paragraphs and notes of another document are those of the old base, by id.

    Where several were fused into one, `forward` leads from each of them to it and `backward` from
    it to the first; where one was split, the other way round. `moved` and `several` (fused or
    split) are ids of the old base, `pieces` those that follow the first of a split one.
    """

    forward: Mapping[str, str]
    backward: Mapping[str, str]
    moved: frozenset[str]
    several: frozenset[str]
    pieces: Mapping[str, tuple[str, ...]]

    @staticmethod
    def of(old: Document, other: Document, language: Language) -> Pairing:
        """As comparing the two documents tells."""
        rows = [row for row in compare_documents(old, other, language).rows if row.a and row.b]
        return Pairing(
            forward={a: row.b[0] for row in rows for a in row.a},
            backward={b: row.a[0] for row in rows for b in row.b},
            moved=frozenset(row.a[0] for row in rows if row.state is RowState.MOVED),
            several=frozenset(a for row in rows if len(row.a) + len(row.b) > 2 for a in row.a),
            pieces={row.a[0]: row.b[1:] for row in rows if len(row.b) > 1},
        )

    def is_primary(self, old: str) -> bool:
        """Whether it has a partner, and is the first of those fused into it."""
        return self.backward.get(self.forward.get(old, "")) == old


def likeness(old: Document, to_new: Pairing) -> float:
    """As `Rebased.likeness`: formulas are left out."""
    said = {each.id: each.text.plain() for _, each in old.walk() if each.kind not in _FORMAL}
    whole = sum(map(len, said.values()))
    kept = sum(len(words) for each, words in said.items() if each in to_new.forward)
    return kept / whole if whole else 1.0


class Ids:
    """The ids of a draft and of what has come into it."""

    def __init__(self, draft: Document) -> None:
        self._taken = {each.id for _, each in draft.walk()} | {note.id for note in draft.notes}

    def free(self, wanted: str, stem: str) -> str:
        """The id that is wanted, or another on `stem` if something has it; taken from now on."""
        found = unused(stem, self._taken) if wanted in self._taken else wanted
        self._taken.add(found)
        return found
