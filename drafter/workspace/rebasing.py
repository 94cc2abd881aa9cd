"""A draft on another issue of its base: what the draft left alone follows the new base, what the
draft changed stays as it is.

Both the draft and the new base are compared with the old one, and what the new base changed is
laid over the draft. What both changed is a conflict: the draft keeps its words, and it is listed.
"""

from __future__ import annotations

from dataclasses import replace

from drafter.errors import EditRefused, UsageError
from drafter.languages import Language
from drafter.model.note_edits import without_orphans
from drafter.model.provenance import Origin
from drafter.model.record_write import fingerprint
from drafter.model.text import Text
from drafter.model.tree import Base, Document, Kind, Paragraph, Part
from drafter.workspace.basing import base_part, part_of
from drafter.workspace.rebasing_notes import Notes, as_in_old, marked_as_old
from drafter.workspace.rebasing_tree import Ids, Node, Pairing, likeness, tree
from drafter.workspace.rebasing_values import Carried, Conflict, How, Rebased, Why
from drafter.workspace.starting import language_named


def rebased(
    document: Document, new_base: Document, language: Language, *, unchecked: bool = False
) -> Rebased:
    """The draft as one on `new_base`.

    `unchecked` says that nobody has compared the text of the new base with the document. Raises
    `EditRefused` for a draft without a base, `UsageError` for a new base in another language.
    """
    if document.base is None:
        raise EditRefused("workspace.no-base")
    if new_base.language != document.language:
        raise UsageError(
            "workspace.base-language",
            language=language_named(document.language),
            found=language_named(new_base.language),
        )
    snapshot = replace(new_base, base=None)
    new = part_of(snapshot, unchecked=unchecked)
    laying = _Laying(document, base_part(document.base), new, language)
    laying.run()
    base = Base(snapshot.masthead.symbol, fingerprint(snapshot), snapshot)
    on_new = replace(laying.document(), base=base)
    found = tuple(laying.carried), tuple(laying.conflicts)
    return Rebased(on_new, *found, laying.likeness)


class _Laying:
    """Lays what the new base changed over the tree of the draft."""

    def __init__(self, draft: Document, old: Document, new: Document, language: Language) -> None:
        self._draft, self._old, self._new, self._language = draft, old, new, language
        self._to_draft = Pairing.of(old, draft, language)
        self._to_new = Pairing.of(old, new, language)
        self._root, self._mine = tree(draft)
        self._new_root, self._theirs = tree(new)
        self._above = {child.id: each.id for _, each in old.walk() for child in each.children}
        self._ids = Ids(draft)
        self._notes = Notes(draft, new, self._to_draft, self._to_new, self._ids)
        self._partners: dict[Node, Node] = {self._new_root: self._root}
        self._followed: set[Node] = set()
        self._skipped: set[Node] = set()
        self._unmarked: list[str] = []
        self._is_rearranged = False
        self.likeness = likeness(old, self._to_new)
        self.carried: list[Carried] = []
        self.conflicts: list[Conflict] = []

    def run(self) -> None:
        """Words first, then places, then what is gone, then the notes."""
        olds = [each for _, each in self._old.walk()]
        for old in olds:
            self._follow(old)
        self._pair_parts()
        self._pair_new_ones()
        for theirs in self._new_root.walk():
            if theirs.parent is not None and theirs not in self._skipped:
                self._place(theirs, theirs.parent)
        for old in reversed(olds):
            self._leave(old)
        for told in self._notes.follow(self._old.notes):
            if isinstance(told, Carried):
                self.carried.append(told)
            else:
                self.conflicts.append(told)

    def document(self) -> Document:
        """The draft as it is now."""
        if self._is_rearranged:
            self._root.forget_labels()
        root = self._root.rebuilt()
        if not isinstance(root, Part):
            raise TypeError(root.id)
        whole = replace(self._draft, root=root, notes=self._notes.all)
        return without_orphans(whole, self._unmarked)

    # words

    def _follow(self, old: Paragraph) -> None:
        if not self._to_new.is_primary(old.id):
            return
        theirs = self._theirs[self._to_new.forward[old.id]]
        new = theirs.paragraph
        text = as_in_old(new.text, self._to_new)
        changed = (text, _shape(new)) != (marked_as_old(old.text), _shape(old))
        mine = self._mine.get(self._to_draft.forward.get(old.id, ""))
        if mine is None:
            self._skipped.add(theirs)
            pieces = self._skip_pieces(old.id)
            if changed or pieces:
                self._conflict(Why.DROPPED, new.id, "", new.text, *pieces)
            return
        self._partners[theirs] = mine
        own = mine.paragraph
        is_left = self._is_left(old, mine)
        if is_left:
            self._followed.add(theirs)
        if is_left and changed:
            self._take(mine, new)
        elif not changed and _places(own.origins) & _places(old.origins):
            mine.value = replace(own, origins=_with(own.origins, new.origins, first=is_left))
        elif changed and as_in_old(own.text, self._to_draft) != text:
            pieces = self._skip_pieces(old.id)
            self._conflict(Why.BOTH, mine.id, own.text.plain(), new.text, *pieces)

    def _is_left(self, old: Paragraph, mine: Node) -> bool:
        """Whether the draft has the paragraph as the old base has it, in one piece."""
        own = mine.paragraph
        said = as_in_old(own.text, self._to_draft), own.kind
        return old.id not in self._to_draft.several and said == (marked_as_old(old.text), old.kind)

    def _take(self, mine: Node, new: Paragraph) -> None:
        self._unmarked += mine.paragraph.text.notes
        text = self._notes.renamed(new.text)
        own = mine.paragraph
        origins = _with(own.origins, new.origins, first=True)
        kind, numbered, restarts = _shape(new)
        mine.value = replace(
            own, text=text, kind=kind, numbered=numbered, restarts=restarts, origins=origins
        )
        self.carried.append(Carried(mine.id, How.CHANGED, text.plain()))

    def _skip_pieces(self, old: str) -> tuple[Text, ...]:
        """What the new base parted the draft has in one piece, or not at all; the texts of all
        but the first."""
        pieces = tuple(self._theirs[each] for each in self._to_new.pieces.get(old, ()))
        self._skipped.update(pieces)
        return tuple(each.paragraph.text for each in pieces)

    # places

    def _pair_parts(self) -> None:
        """A part is that part of the draft which most of its paragraphs have their partners in."""
        for theirs in self._new_root.walk():
            if not theirs.is_part or theirs in self._partners:
                continue
            own = [each for each in theirs.walk() if each.id and each.home is theirs]
            homes = [self._partners[each].home for each in own if each in self._partners]
            free = [each for each in homes if each not in self._partners.values()]
            if free:
                self._partners[theirs] = max(free, key=free.count)
            elif any(each.id in self._to_new.backward for each in own):
                self._skipped.add(theirs)  # a part of the old base that the draft has not

    def _pair_new_ones(self) -> None:
        """What came into the new base and into the draft alike is there once."""
        came = [each for each in self._theirs.values() if each.id not in self._to_new.backward]
        own = {each for each in self._mine if each not in self._to_draft.backward}
        if not came or not own:
            return
        alike = Pairing.of(self._new, self._draft, self._language)
        for theirs in came:
            mine = alike.forward.get(theirs.id, "")
            if theirs in self._skipped or mine not in own or theirs.id in alike.several:
                continue
            node, new = self._mine[mine], theirs.paragraph
            self._partners[theirs] = node
            node.value = replace(
                node.paragraph, origins=_with(node.paragraph.origins, new.origins, first=False)
            )
            words = node.paragraph.text.plain()
            if words != new.text.plain():
                self._conflict(Why.BOTH, node.id, words, new.text)

    def _place(self, theirs: Node, parent: Node) -> None:
        mine, above = self._partners.get(theirs), self._partners.get(parent)
        if mine is not None and not self._has_moved(theirs):
            return
        if above is None or (mine is not None and above in mine.walk()):
            self._skipped.add(theirs)
            if mine is None and not theirs.is_part:
                text = theirs.paragraph.text
                self._conflict(Why.DROPPED, theirs.id, "", text)
            return
        how = How.CAME if mine is None else How.MOVED
        placed = mine or self._copied(theirs)
        placed.detach()
        row = parent.children[: parent.children.index(theirs)]
        before = [self._partners[each] for each in row if each in self._partners]
        near = next((each for each in reversed(before) if each.parent is above), None)
        above.insert(placed, after=near)
        self._partners[theirs] = placed
        self._is_rearranged = True
        if not placed.is_part:
            self.carried.append(Carried(placed.id, how, placed.paragraph.text.plain()))

    def _has_moved(self, theirs: Node) -> bool:
        """Whether the new base moved it, and the draft did not."""
        old = self._to_new.backward.get(theirs.id, "")
        above = theirs.parent.id if theirs.parent else ""
        elsewhere = self._to_new.backward.get(above, "") != self._above.get(old, "")
        return (elsewhere or old in self._to_new.moved) and old not in self._to_draft.moved

    def _copied(self, theirs: Node) -> Node:
        if isinstance(theirs.value, Part):
            return Node(replace(theirs.value, blocks=()))
        own = theirs.value
        name = self._ids.free(own.id, f"{self._draft.root.kind.value}/new")
        text = self._notes.renamed(own.text)
        return Node(replace(own, id=name, text=text, children=(), label_read=""))

    # what is gone

    def _leave(self, old: Paragraph) -> None:
        if self._to_new.is_primary(old.id):
            return
        mine = self._mine.get(self._to_draft.forward.get(old.id, ""))
        fused = self._theirs.get(self._to_new.forward.get(old.id, ""))
        if mine is None:
            if fused in self._followed and fused is not None:  # and so its words came back
                self._conflict(Why.DROPPED, self._partners[fused].id, "", fused.paragraph.text)
            return
        if fused is not None and fused not in self._followed:
            return  # fused there with words that the draft changed: both stay as they are
        if self._is_left(old, mine) and not mine.children:
            self._unmarked += mine.paragraph.text.notes
            self.carried.append(Carried(mine.id, How.WENT, mine.paragraph.text.plain()))
            self._remove(mine)
        else:
            self._conflict(Why.GONE, mine.id, mine.paragraph.text.plain(), Text())

    def _remove(self, mine: Node) -> None:
        above = mine.parent
        mine.detach()
        self._is_rearranged = True
        if above and above.is_part and not above.children and above not in self._partners.values():
            above.detach()

    def _conflict(self, why: Why, element: str, ours: str, *theirs: Text) -> None:
        said = "\n".join(each.plain() for each in theirs)
        self.conflicts.append(Conflict(element, why, ours, said))


def _shape(paragraph: Paragraph) -> tuple[Kind, bool, bool]:
    """What it is, and whether it counts or lets the numbers begin again."""
    return paragraph.kind, paragraph.numbered, paragraph.restarts


def _with(own: tuple[Origin, ...], new: tuple[Origin, ...], *, first: bool) -> tuple[Origin, ...]:
    """The origins with those of the new base that are not among them, `first` or last."""
    fresh = tuple(each for each in new if not _places((each,)) & _places(own))
    return fresh + own if first else own + fresh


def _places(origins: tuple[Origin, ...]) -> set[tuple[str, str, str]]:
    return {(each.symbol, each.part, each.place) for each in origins}
