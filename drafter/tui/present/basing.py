"""A draft against its base as the page shows it: the redline, the base itself, what was dropped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.messages import say
from drafter.model.revision import Fate, Piece, Revised, Revision
from drafter.model.text import SpanKind, Text
from drafter.model.view import DocumentView
from drafter.tui.cells import clean, clip, superscript
from drafter.tui.page import Item
from drafter.tui.present.pages import MASTHEAD_ID, Margin, items
from drafter.tui.prose import ADDED, DROPPED, Line, Prose, Run, prose, wrapped
from drafter.tui.widgets.prose_pane import Block
from drafter.workspace.basing import Against, Standing

if TYPE_CHECKING:
    from drafter.languages import Language
    from drafter.workspace.rebasing_values import Rebased

BASE_ID = "base:"
ROW_HEIGHT = 4  # label and place, two lines of words, a blank
_MARK = "¶"
_GLIMPSE = 36  # columns of a paragraph that is shown in full elsewhere
_INKS = {Fate.INSERTED: ("new", ADDED), Fate.DELETED: ("old", DROPPED)}


def base_id(item: str) -> str:
    """The id in the base of an item that shows a paragraph of it; empty for one of the draft."""
    return item.removeprefix(BASE_ID) if item.startswith(BASE_ID) else ""


def standing_words(against: Against) -> str:
    """How many paragraphs stand how: "= 38 ≈ 2 + 1 − 3 ↷ 1"; what there is none of is left out."""
    counted = ((each, against.count(each)) for each in Standing)
    return " ".join(f"{each.value} {count}" for each, count in counted if count)


def gone_after(against: Against) -> frozenset[str]:
    """The items after which something of the base was dropped; the masthead for its beginning."""
    return frozenset(each.after or MASTHEAD_ID for each in against.dropped)


def base_items(against: Against, language: Language) -> tuple[Item, ...]:
    """The base as a page of its own; its margin tells what became of each paragraph."""
    marks = {each.base_id: Standing.DROPPED.value for each in against.dropped}
    for old, new in against.partners.items():
        if new in against.marks:
            marks[old] = against.marks[new].value
    shown = items(against.base, Margin(marks, {}), language)
    return tuple(replace(each, id=BASE_ID + each.id, unchecked=False) for each in shown)


def redline_items(
    view: DocumentView,
    against: Against,
    revision: Revision,
    margin: Margin,
    language: Language,
) -> tuple[Item, ...]:
    """The draft with what came and went marked in its place.

    A paragraph that was edited since `revision` was worked out stands as it is for the moment.
    """
    told, gone = _told(revision)
    printed = {note.id: note.number for note in view.notes}
    printed_in_base = {note.id: note.number for note in against.base.notes}
    was = {each.id: each for each in base_items(against, language)}
    page: list[Item] = []
    for item in items(view, margin, language):
        pieces = told.get(item.id, ())
        if _is_changed(pieces) and _as_drafted(pieces) == _words(view, item.id):
            words = _marked(pieces, printed, printed_in_base)
            page.append(replace(item, words=words, gone=False))
        else:
            page.append(replace(item, gone=False))
        for revised in gone.get(item.id, ()):
            old = was.get(BASE_ID + revised.old)
            if old is not None:
                page.append(_gone(old, revised, printed_in_base))
    return tuple(page)


def _told(
    revision: Revision,
) -> tuple[Mapping[str, tuple[Piece, ...]], Mapping[str, list[Revised]]]:
    """The pieces of every paragraph of the draft, and what is gone after each, by id."""
    told: dict[str, tuple[Piece, ...]] = {}
    gone: dict[str, list[Revised]] = {}
    held: list[Piece] = []
    last = MASTHEAD_ID
    for each in (*revision.paragraphs, *revision.notes):
        if each.new:
            ending = _mark(Fate.INSERTED) if _is_parted(each, Fate.INSERTED) else ()
            told[each.new] = (*held, *each.pieces, *ending)
            held, last = [], each.new
        elif _is_parted(each, Fate.DELETED):
            held += (*each.pieces, *_mark(Fate.DELETED))
        else:
            gone.setdefault(last, []).append(each)
    return told, gone


def _is_parted(revised: Revised, fate: Fate) -> bool:
    """Whether only its end came or went: it was split off, or run into the next one."""
    return revised.fate is fate and any(p.fate is Fate.KEPT for p in revised.pieces)


def _is_changed(pieces: Iterable[Piece]) -> bool:
    return any(piece.fate is not Fate.KEPT for piece in pieces)


def _words(view: DocumentView, element: str) -> str:
    shown = view.element(element) or view.note(element)
    return shown.text.plain() if shown else ""


def _mark(fate: Fate) -> tuple[Piece, ...]:
    return (Piece(fate, Text.of(_MARK)),)


def _as_drafted(pieces: Iterable[Piece]) -> str:
    said = (p.text.plain() for p in pieces if p.fate is not Fate.DELETED)
    return "".join(said).removesuffix(_MARK)


def _marked(
    pieces: Iterable[Piece], printed: Mapping[str, str], printed_in_base: Mapping[str, str]
) -> Prose:
    runs: list[Run] = []
    for piece in pieces:
        style, (opening, closing) = _INKS.get(piece.fate, ("", ("", "")))
        numbers = printed_in_base if piece.fate is Fate.DELETED else printed
        runs.append(Run(opening, style))
        for span in piece.text.spans:
            if span.kind is SpanKind.NOTE:
                runs.append(Run(superscript(numbers.get(span.text, "?")), style or "mark"))
            else:
                plain = "emphasis" if span.kind is SpanKind.EMPHASIS else ""
                runs.append(Run(span.text, style or plain))
        runs.append(Run(closing, style))
    return prose(*runs)


def _gone(old: Item, revised: Revised, printed: Mapping[str, str]) -> Item:
    if revised.fate is Fate.MOVED_FROM:
        words = clip("".join(p.text.plain() for p in revised.pieces), _GLIMPSE)
        shown = prose(Run(f"[{Standing.MOVED.value} {words}]", "faint"))
        return replace(old, words=shown, mark=Standing.MOVED.value, editable=False)
    shown = _marked(revised.pieces, {}, printed)
    return replace(old, words=shown, mark=Standing.DROPPED.value, editable=True)


def dropped_lines(against: Against, index: int, columns: int) -> tuple[Line, ...]:
    """A row of the list of what was dropped: its label and place, the beginning of its words."""
    from drafter.workspace.places import place_name

    dropped = against.dropped[index]
    place = clean(place_name(against.base, dropped.base_id))
    head = (Run(f"{Standing.DROPPED.value} ", "old"), Run(place, "label"))
    body = wrapped((Run(clean(dropped.text.plain())),), columns - 2)
    shown = [*body[: ROW_HEIGHT - 2]]
    if len(body) > len(shown):
        shown[-1] = (*shown[-1], Run(" …", "faint"))
    return (head, *((Run("  "), *line) for line in shown))


def rebase_blocks(rebased: Rebased, symbol: str) -> tuple[Block, ...]:
    """What putting the draft on its new base would do: what needs a look first."""
    from drafter.workspace.rebasing_words import carried_words, conflict_words

    blocks = [Block(prose(Run(say("tui.rebase-onto", symbol=symbol), "strong")), lead=" ")]
    if rebased.is_another_text:
        warning = prose(Run("⚑ ", "warning"), say("workspace.rebase-another-text"))
        blocks.append(Block(warning, lead=" ", spaced=True))
    if not rebased.carried and not rebased.conflicts:
        blocks.append(Block(prose(say("tui.rebase-nothing")), lead=" ", spaced=True))
    for at, conflict in enumerate(rebased.conflicts):
        words = prose(Run("⚑ ", "warning"), conflict_words(conflict, rebased))
        blocks.append(Block(words, lead=" ", spaced=not at))
    for at, carried in enumerate(rebased.carried):
        sign, sentence = carried_words(carried, rebased)
        blocks.append(Block(prose(Run(f"{sign} ", "edited"), sentence), lead=" ", spaced=not at))
    return tuple(blocks)
