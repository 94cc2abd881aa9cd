"""What a session on a base can be asked and told: the verbs of restoring and rebasing."""

from __future__ import annotations

from abc import abstractmethod
from threading import Lock
from typing import TYPE_CHECKING

from drafter.errors import EditRefused
from drafter.model.drafted import main_part
from drafter.model.tree import Document, Kind
from drafter.workspace import basing, steps
from drafter.workspace.basing import Against
from drafter.workspace.inserting import NewId
from drafter.workspace.placing import Spot
from drafter.workspace.questions import Questions

if TYPE_CHECKING:
    from drafter.model.revision import Revision
    from drafter.workspace.rebasing_values import Rebased


class OnBase(Questions):
    """The part of a `Session` that knows of the base of its draft."""

    def __init__(self) -> None:
        self._against: tuple[Document, Against | None] | None = None
        self._comparing = Lock()

    def against_base(self) -> Against | None:
        """The draft against its base, worked out once a revision; None if it has none."""
        document = self.document
        with self._comparing:
            known = self._against
            if known is None or known[0] is not document:
                known = (document, basing.against_base(document, self.language))
                self._against = known
            return known[1]

    def redline(self) -> Revision | None:
        """The draft as a revision of its base; None if it has none."""
        from drafter.compare.revising import revision

        here = self.view
        against = self.against_base()
        if against is None:
            return None
        return revision(against.base, here, against.comparison, self.language)

    def rebased(self, base: Document, *, unchecked: bool = False) -> Rebased:
        """What `rebase` would make of the draft, and what of it needs a look. Raises as it does."""
        from drafter.workspace.rebasing import rebased

        return rebased(self.document, base, self.language, unchecked=unchecked)

    # the verbs

    def restore(self, base_id: str) -> str:
        """Bring a dropped paragraph of the base back to where it stood, its origins, sub-paragraphs
        and notes with it; returns its id."""
        against = self.against_base()
        if against is None:
            raise EditRefused("workspace.no-base")
        path, _ = main_part(self.document)
        fresh = self._fresh_ids(Spot("", "", Kind.PROSE, path))
        return self._insert(basing.restored(self.document, against, base_id, fresh))

    def rebase(self, base: Document, *, unchecked: bool = False) -> Rebased:
        """Put the draft on another issue of its base: what it left alone follows, what it changed
        stays.

        Raises `EditRefused` for a draft without a base, `UsageError` for one in another language.
        """
        found = self.rebased(base, unchecked=unchecked)
        self._do(steps.Rebase(found.document))
        return found

    @abstractmethod
    def _do(self, step: steps.Step) -> None: ...

    @abstractmethod
    def _insert(self, step: steps.Insert) -> str: ...

    @abstractmethod
    def _fresh_ids(self, where: Spot) -> NewId: ...
