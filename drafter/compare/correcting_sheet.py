"""Instructions as a corrigendum says them: the place, and under it what is to be read for what.

The form of A/69/594/Corr.1 ("2. Paragraph 8") and A/69/643/Corr.1 ("1. Annex I, footnote a").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.compare.amending_sheet import Sheet, filled, in_place, sentence, under
from drafter.languages import Language
from drafter.languages.amending import ALONE
from drafter.model.amendments import (
    Amendments,
    Instruction,
    InWords,
    Replaced,
    Reworded,
    Spot,
    WordChange,
)
from drafter.model.text import Text
from drafter.model.tree import Note, Paragraph
from drafter.model.view import DocumentView


def corrections(
    a: DocumentView, amendments: Amendments, language: Language
) -> tuple[tuple[Paragraph, ...], tuple[Note, ...]]:
    """A numbered paragraph for each place of the text `a` that is corrected, and the notes of new
    words; see `amending_sheet.paragraphs`.

    Whole paragraphs that are put in, deleted or moved are so in the words of amendments.
    """
    return _Corrections(a, amendments, language).paragraphs()


class _Corrections(Sheet):
    def _paragraph(self, name: str, each: Instruction) -> Paragraph:
        match each:
            case InWords():
                text = self._text(each.place)
                rows = [row for change in each.changes for row in self._corrected(change, text)]
                return self._at(name, self._places.chapeau(each.place, ALONE), rows)
            case Reworded():
                return self._whole(name, self._places.chapeau(each.place, ALONE), [each.text])
            case Replaced():
                place = self._places.names(each.places, ALONE)
                return self._whole(name, place, self._printed(each.blocks))
            case _:
                return super()._paragraph(name, each)

    def _corrected(self, change: WordChange, text: Text) -> Iterator[Text]:
        """What is to be read for what, then the rest of the change as amendments say it."""
        if change.spot is Spot.INSTEAD and change.new.spans:
            old, new = self._mark(in_place(change.anchor, text)), self._mark(change.new)
            yield filled(self._words.said("corrections", "instead"), {"old": old, "new": new})
            change = replace(change, spot=Spot.NOTE)
        yield from (sentence(edit, self._closed) for edit in self._edits(change, text))

    def _whole(self, name: str, place: str, new: Sequence[Text]) -> Paragraph:
        said = self._said("corrections", "replace")
        return self._at(name, place, [said, *self._put_in(new)])

    def _at(self, name: str, place: str, rows: Sequence[Text]) -> Paragraph:
        return under(name, self._said("corrections", "head", place=place), rows)
