"""Headings of a report that wait until it is known whether they head a draft in it."""

from __future__ import annotations

from drafter.languages import Language, canonical
from drafter.model.tree import Kind, PartKind
from drafter.readers.segment.branches import Branch, Closing, Phase
from drafter.readers.segment.characters import ending, ends_open
from drafter.readers.segment.findings import Findings
from drafter.readers.segment.open_parts import OpenParts
from drafter.readers.segment.raw import Raw
from drafter.readers.segment.roles import role_in_body


class WaitingHeads:
    """Gathers them, and puts them over a draft or, as headings, into the report."""

    def __init__(
        self, parts: OpenParts, closing: Closing, language: Language, findings: Findings
    ) -> None:
        self._parts = parts
        self._closing = closing
        self._language = language
        self._findings = findings
        self._raws: list[Raw] = []

    @property
    def any(self) -> bool:
        """Whether there are some."""
        return bool(self._raws)

    def add(self, raw: Raw) -> None:
        """One more that waits."""
        self._raws.append(raw)

    def head_draft(self, *, decided: bool = False) -> None:
        """They head a draft resolution, or, if `decided`, a draft decision, that begins here."""
        self._parts.back_to_report()
        waiting, self._raws = self._raws, []
        roles = [self._role(raw) for raw in waiting]
        start = max((i for i, role in enumerate(roles) if role), default=-1)
        heading = waiting[start] if start >= 0 else None
        for raw in waiting[: max(start, 0)]:
            self._parts.put(Kind.HEADING, raw)
        kind = PartKind.DECISION if decided else PartKind.DRAFT
        self._parts.enter(Branch(kind, Phase.PREAMBLE, heading=heading))
        for raw in waiting[start + 1 :]:
            self._parts.put(Kind.TITLE, raw)

    def settle(self, paragraph: Raw | None = None) -> None:
        """They turn out to be headings of the report; or, before a paragraph without a number, to
        head a draft decision, or a draft whose enacting words are missing."""
        if not self._raws:
            return
        decided = any(self._role(raw) == "decision_heading" for raw in self._raws)
        decided = decided or (paragraph is not None and self._decides(paragraph))
        begun = paragraph is not None and ending(paragraph.text) == "comma"
        if paragraph is not None and (decided or (begun and self._closing.opens(paragraph))):
            self.head_draft(decided=decided)
            if decided:
                self._parts.here.phase = Phase.OPERATIVE
            else:
                self._findings.add("no-enacting", paragraph.line)
            return
        waiting, self._raws = self._raws, []
        for raw in waiting:
            self._parts.put(Kind.HEADING, raw)

    def _decides(self, raw: Raw) -> bool:
        """Whether the paragraph is the text of a decision that the report leads in with a colon."""
        nodes = self._parts.root.nodes
        organs = tuple(words for _, words in self._language.masthead.enacting)
        led_in = bool(nodes) and ends_open(nodes[-1].ends)
        return led_in and canonical(raw.text, self._language).startswith(organs)

    def _role(self, raw: Raw) -> str:
        return role_in_body(raw, self._language)
