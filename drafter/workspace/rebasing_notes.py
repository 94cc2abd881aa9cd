"""The notes of a draft that is put on another issue of its base."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from drafter.model.text import Text
from drafter.model.tree import Document, Note
from drafter.workspace.basing import with_names
from drafter.workspace.rebasing_tree import Ids, Pairing
from drafter.workspace.rebasing_values import Carried, Conflict, How, Why


class Notes:
    """The notes of the draft, with those that texts of the new base bring along."""

    def __init__(
        self, draft: Document, new: Document, to_draft: Pairing, to_new: Pairing, ids: Ids
    ) -> None:
        self._new, self._to_draft, self._to_new, self._ids = new, to_draft, to_new, ids
        self._notes = list(draft.notes)
        self._names: dict[str, str] = {}

    @property
    def all(self) -> tuple[Note, ...]:
        """The notes as they are now."""
        return tuple(self._notes)

    def renamed(self, text: Text) -> Text:
        """A text of the new base, its notes called as in the draft; new ones come along."""
        for each in text.notes:
            if each not in self._names:
                known = self._to_draft.forward.get(self._to_new.backward.get(each, ""), "")
                note = self._new.note(each)
                if not known and note is not None:
                    known = self._ids.free(each, "n")
                    self._notes.append(replace(note, id=known))
                self._names[each] = known or each
        return with_names(text, self._names)

    def follow(self, olds: Iterable[Note]) -> Iterator[Carried | Conflict]:
        """Let the notes that the draft left alone follow the new base; tells of each that does or
        that both changed."""
        places = {note.id: at for at, note in enumerate(self._notes)}
        for old in olds:
            new = self._new.note(self._to_new.forward.get(old.id, ""))
            at = places.get(self._to_draft.forward.get(old.id, ""))
            if new is None or at is None or (new.text, new.work) == (old.text, old.work):
                continue
            own = self._notes[at]
            if own.text == old.text:
                self._notes[at] = replace(own, text=new.text, work=new.work)
                if new.text != old.text:
                    yield Carried(own.id, How.CHANGED, new.text.plain())
            elif own.text != new.text:
                yield Conflict(own.id, Why.BOTH, own.text.plain(), new.text.plain())


def marked_as_old(text: Text) -> Text:
    """A text of the old base, as `as_in_old` gives it."""
    return with_names(text, {each: f"={each}" for each in text.notes})


def as_in_old(text: Text, pairing: Pairing) -> Text:
    """The text with its notes called as in the old base; those it has not are no notes of it."""
    known = pairing.backward
    return with_names(text, {e: f"={known[e]}" if e in known else e for e in text.notes})
