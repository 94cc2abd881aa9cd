"""From runs to pieces: each mark leads to its note, each note back to its first mark."""

from __future__ import annotations

from dataclasses import replace

from drafter.writers.blocks.values import Block, Body, Footnote, Run
from drafter.writers.html.values import NoteItem, Piece


class Pieces:
    """The pieces of one page; keeps which of its notes are marked in which scope."""

    def __init__(self, body: Body) -> None:
        self._notes = {note.id: note for note in body.footnotes}
        self._numbers: dict[str, int] = {}
        self._marked: dict[str, list[int]] = {}

    def of(self, block: Block, scope: str) -> tuple[Piece, ...]:
        """The pieces of a block; its marks are counted in `scope`."""
        names = iter(block.element.text.notes if block.element is not None else ())
        pieces: list[Piece] = []
        for run in block.runs:
            piece = self._mark(run, next(names, ""), scope) if run.printed else _words(run)
            behind = bool(pieces) and pieces[-1].look == piece.look == "mark"
            pieces.append(replace(piece, next=behind))
        return tuple(pieces)

    def notes(self, scope: str) -> tuple[NoteItem, ...]:
        """The notes marked in `scope`, in the order of their marks."""
        return tuple(_note(self._notes[number]) for number in sorted(self._marked.pop(scope, ())))

    def _mark(self, run: Run, name: str, scope: str) -> Piece:
        if not run.note:
            # marked before, or a note that is not there
            return Piece(run.printed, "mark", note=self._numbers.get(name, 0))
        self._numbers[name] = run.note
        self._marked.setdefault(scope, []).append(run.note)
        return Piece(run.printed, "mark", note=run.note, anchor=f"mark-{run.note}")


def plain_pieces(runs: tuple[Run, ...]) -> tuple[Piece, ...]:
    """The pieces of runs that hold no marks."""
    return tuple(_words(run) for run in runs)


def _words(run: Run) -> Piece:
    if run.breaks:
        return Piece(" ", "break" if run.breaks == "line" else "plain")
    return Piece(run.text, "emphasis" if run.emphasis else "plain", href=run.href)


def _note(note: Footnote) -> NoteItem:
    return NoteItem(note.id, note.printed, plain_pieces(note.runs), f"mark-{note.id}")
