"""The parts that are being filled: from the document, through a draft in it, to its annex."""

from __future__ import annotations

from drafter.model.tree import Kind, PartKind
from drafter.readers.segment.branches import Branch, Closing, settle_preamble
from drafter.readers.segment.nesting import Node
from drafter.readers.segment.raw import Raw


class OpenParts:
    """The path from `root` to the part `here`; a part that is left has its last paragraph closed
    and its preamble told from its operative paragraphs."""

    def __init__(self, root: Branch, closing: Closing) -> None:
        self.root = root
        self._closing = closing
        self._path = [root]

    @property
    def here(self) -> Branch:
        """The part that is being filled."""
        return self._path[-1]

    @property
    def in_report(self) -> bool:
        """Whether it all is a report, which may hold drafts."""
        return self.root.kind is PartKind.REPORT

    def put(self, kind: Kind, raw: Raw) -> None:
        """A title, a heading or enacting words into the part."""
        printed = raw.label.printed if raw.label else ""
        self.here.blocks.append(Node(kind, [raw], printed, numbered=bool(printed)))
        self.here.headed = self.here.headed or kind is Kind.HEADING

    def enter(self, branch: Branch) -> None:
        """Go on in a part of the part."""
        self._closing.close(self.here)
        self.here.blocks.append(branch)
        self._path.append(branch)

    def leave_to(self, *kinds: PartKind) -> None:
        """Leave parts up to one of these kinds, at most to the root."""
        while len(self._path) > 1 and self.here.kind not in kinds:
            self._leave()

    def back_to_report(self) -> None:
        """Leave the drafts of a report."""
        self._closing.close(self.here)
        self.leave_to(PartKind.REPORT)

    def end(self) -> Branch:
        """Leave them all; returns the root."""
        while len(self._path) > 1:
            self._leave()
        self._end(self.root)
        return self.root

    def _leave(self) -> None:
        self._end(self._path.pop())

    def _end(self, branch: Branch) -> None:
        self._closing.close(branch)
        settle_preamble(branch, numbered=branch.number > 0)
