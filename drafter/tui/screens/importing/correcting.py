"""Correcting what was read: every key is one verb of the review."""

from __future__ import annotations

from drafter.messages import say
from drafter.model.editable import shown, typed
from drafter.model.tree import Kind, PartKind
from drafter.model.view import ElementView
from drafter.tui.present.reviews import RemovedRow, kind_tag
from drafter.tui.screens.dialogs import Choice, ChoiceDialog, LineDialog
from drafter.tui.screens.importing.forms import RemovedDialog, SplitDialog, WordsDialog
from drafter.tui.screens.importing.reviewed import Reviewed
from drafter.tui.widgets.document import DocumentPane

PARTS = (
    (PartKind.ANNEX, "a"), (PartKind.APPENDIX, "p"), (PartKind.DECLARATION, "d"),
    (PartKind.DRAFT, "r"), (PartKind.DECISION, "e"), (PartKind.LETTERED, "l"),
)  # fmt: skip
_NO_PART = "none"


class Correcting(Reviewed):
    """Answers the keys that correct the elements."""

    def _turn(self, kind: Kind) -> None:
        self.with_element(lambda element_id: self.review.turn(element_id, kind))

    def action_as_title(self) -> None:
        """It is a title."""
        self._turn(Kind.TITLE)

    def action_as_heading(self) -> None:
        """It is a heading."""
        self._turn(Kind.HEADING)

    def action_as_enacting(self) -> None:
        """It is the enacting words."""
        self._turn(Kind.ENACTING)

    def action_as_preambular(self) -> None:
        """It is a preambular paragraph."""
        self._turn(Kind.PREAMBULAR)

    def action_as_operative(self) -> None:
        """It is an operative paragraph."""
        self._turn(Kind.OPERATIVE)

    def action_as_declaration(self) -> None:
        """It is a paragraph of a declaration."""
        self._turn(Kind.DECLARATION)

    def action_as_prose(self) -> None:
        """It is a paragraph of an annex, or of plain text."""
        self._turn(Kind.PROSE)

    def action_as_report(self) -> None:
        """It is a paragraph of a report."""
        self._turn(Kind.REPORT)

    def action_as_continuation(self) -> None:
        """It continues the paragraph after its sub-paragraphs; or it is one of them after all."""
        element = self.element
        held = element is not None and element.kind is Kind.CONTINUATION and element.level > 1
        above = self._kind_above() if held else Kind.CONTINUATION
        self._turn(above)

    def _kind_above(self) -> Kind:
        from drafter.model.rebuild import parent

        above = parent(self.review.document, self.page.cursor)
        return above.kind if above else Kind.CONTINUATION

    def action_indent(self) -> None:
        """It is a sub-paragraph of the one before."""
        self.with_element(self.review.deepen)

    def action_outdent(self) -> None:
        """It stands one level higher."""
        self.with_element(self.review.raise_level)

    def action_join_before(self) -> None:
        """It is the rest of the paragraph before."""
        self.with_element(self.review.join)

    def action_take_out(self) -> None:
        """It is no part of the text."""
        if self.element is not None:
            self.page.move(1)
            after = self.page.cursor
            self.page.move(-1)
            taken = self.page.cursor
            self.with_element(self.review.take_out)
            if self.review.document.paragraph(taken) is None:
                self.page.move_to(after)
                self.show_about()
                self.tell(say("tui.taken-out"))
            return
        self.tell(say("tui.not-a-read-paragraph"))

    def action_set_label(self) -> None:
        """Ask for the label as it is printed."""
        element = self.element
        if element is None:
            self.tell(say("tui.not-a-read-paragraph"))
            return
        dialog = LineDialog(say("tui.label-title"), element.label_read, say("tui.label-sentence"))
        self.app.push_screen(dialog, self._label_typed)

    def _label_typed(self, label: str | None) -> None:
        if label is not None:
            self.with_element(lambda element_id: self.review.set_label(element_id, label))

    # words

    def on_document_pane_paragraph_opened(self, event: DocumentPane.ParagraphOpened) -> None:
        """Two clicks write."""
        event.stop()
        self.action_write()

    def action_write(self) -> None:
        """Correct the words of the paragraph or note; on the masthead, what the document is."""
        item = self.page.item
        if item is None:
            return
        if item.layout == "masthead":
            self.action_settings()
        elif item.layout == "note":
            note = self.review.document.note(item.id)
            self._ask_words(item.id, note.text.plain() if note else "")
        elif self.element is not None:
            self._ask_words(item.id, self._shown(self.element))
        else:
            self.tell(say("tui.not-a-read-paragraph"))

    def action_settings(self) -> None:
        """Ask what the document is."""

    def _ask_words(self, element_id: str, words: str) -> None:
        item = self.page.item
        title = f" {kind_tag(item.layout) if item else ''} {item.label if item else ''}".rstrip()

        def typed_words(new: str | None) -> None:
            if new is not None and new != words:
                self.did(lambda: self.review.edit_words(element_id, new))

        def typing(new: str | None) -> None:
            self.review.typing("" if new is None else element_id, new or "")

        self.app.push_screen(WordsDialog(f"{title} ", words, typing), typed_words)

    def _shown(self, element: ElementView) -> str:
        return shown(element.text, self._marks())

    def _marks(self) -> dict[str, str]:
        from drafter.workspace.corrections import marks_of

        return marks_of(self.review.document, self.review.language)

    def action_split(self) -> None:
        """Ask where a second paragraph begins."""
        from drafter.workspace.corrections import likely_split

        element = self.element
        if element is None:
            self.tell(say("tui.not-a-read-paragraph"))
            return
        words = self._shown(element)
        dialog = SplitDialog(words, likely_split(words))
        self.app.push_screen(dialog, lambda before: self._split(element.id, before))

    def _split(self, element_id: str, before: str | None) -> None:
        if before is not None:
            offset = len(typed(before, self._marks()).plain())
            self.did(lambda: self.review.split(element_id, offset))

    # parts, and what is no part

    def action_set_part(self) -> None:
        """Ask which part begins here, or whether this one is none."""
        item = self.page.item
        if item is None or item.layout in ("masthead", "note"):
            self.tell(say("tui.not-a-read-paragraph"))
            return
        kinds = tuple(Choice(kind.value, key, say(f"tui.part-{kind.value}")) for kind, key in PARTS)
        none = Choice(_NO_PART, "n", say("tui.no-part"))
        inside = "/" in self._part_at_hand()
        choices = (none,) if item.layout == "part" else (*kinds, *((none,) if inside else ()))
        self.app.push_screen(ChoiceDialog(say("tui.part-title"), choices), self._part_chosen)

    def _part_chosen(self, answer: str | None) -> None:
        if answer == _NO_PART:
            path = self._part_at_hand()
            self.did(lambda: self.review.dissolve_part(path))
        elif answer:
            kind = PartKind(answer)
            self.with_element(lambda element_id: self.review.begin_part(element_id, kind))

    def _part_at_hand(self) -> str:
        element = self.review.view.element(self.page.cursor)
        return element.part if element else ""

    def action_removed(self) -> None:
        """List what is no part of the text."""
        pieces = self.review.removed
        rows = tuple(RemovedRow(each.reason, each.page, each.line, each.text) for each in pieces)
        self.app.push_screen(RemovedDialog(rows), self._put_back)

    def _put_back(self, index: int | None) -> None:
        if index is not None:
            after = self.element.id if self.element else ""
            self.did(lambda: self.review.put_back(index, after))
