"""A review as items of a page, and what stands beside the element under the cursor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.languages import language
from drafter.messages import say
from drafter.model.findings import Finding, Severity
from drafter.model.tree import Kind
from drafter.model.view import ElementView
from drafter.tui.cells import clean, clip, fitted, width
from drafter.tui.page import MAX_INDENT_LEVEL, Item
from drafter.tui.present.bars import Heading
from drafter.tui.present.pages import words_of
from drafter.tui.prose import Line, Run, plain, prose, with_marks, wrapped
from drafter.tui.widgets.prose_pane import Block

if TYPE_CHECKING:
    from drafter.workspace.reviewing import Review

FLAGS = {Severity.ERROR: "✗", Severity.WARNING: "⚑", Severity.INFO: "·"}
_INKS = {"✗": "error", "⚑": "warning", "·": "info"}
_STYLES = {Kind.TITLE: "title", Kind.HEADING: "heading", Kind.ENACTING: "emphasis"}
_LAYOUTS = ("masthead", "part")
_INDENT = 3
BLANK = "▁▁▁▁"
SETTLED = "✓"
Doubts = Mapping[str, tuple[Finding, ...]]


def items(review: Review, doubts: Doubts, *, only_doubts: bool) -> tuple[Item, ...]:
    """The masthead, every element, then the notes; only the uncertain ones if asked."""
    from drafter.workspace.sheets import MASTHEAD

    settled = review.sheet.settled
    view = review.view
    printed = {note.id: note.number for note in view.notes}
    head = " | ".join(review.document.masthead.read) or say("tui.no-masthead-read")
    tags = {layout: kind_tag(layout) for layout in (*_LAYOUTS, *(kind.value for kind in Kind))}
    words = prose(Run(head, "masthead"))
    rows = [
        Item(MASTHEAD, "masthead", words, flag=_flag(doubts, MASTHEAD), tag=tags["masthead"]),
        *(_item(element, doubts, settled, tags) for element in view.elements),
    ]
    for note in review.document.notes:
        words = prose(Run(note.text.plain(), "note"))
        label = printed.get(note.id) or say("tui.unmarked-note", id=note.id)
        mark, flag = _mark(note.id, settled), _flag(doubts, note.id)
        rows.append(Item(note.id, "note", words, label, 1, mark, flag, tag=tags["note"]))
    return tuple(row for row in rows if not only_doubts or row.flag.strip())


def element_rows(item: Item, columns: int, *, folded: bool) -> tuple[Line, ...]:
    """The lines of an item: its label hanging before its words, or one line of its first words."""
    indent = _INDENT * (min(item.level, MAX_INDENT_LEVEL) - 1)
    lead = f"{item.label} " if item.label else ""
    hang = indent + width(lead)
    before = (Run(" " * indent), Run(lead, "label"))
    if folded:
        style = item.words[0].style if item.words else ""
        return ((*before, Run(clip(plain(item.words), columns - hang), style)),)
    first, *rest = wrapped(item.words, columns - hang)
    return ((*before, *first), *((Run(" " * hang), *line) for line in rest))


def about(review: Review, element_id: str, doubts: Doubts) -> tuple[Block, ...]:
    """Where the element stands in the file, what was uncertain about it, its notes."""
    blocks = [Block(prose(Run(_place(review, element_id), "label")), lead=" ")]
    for finding in doubts.get(element_id, ()):
        sign = FLAGS[finding.severity]
        where = _line(finding.place.line, finding.place.page)
        words = prose(say(finding.message, **finding.values), Run(f"  {where}", "faint"))
        blocks.append(Block(prose(Run(f"{sign} ", _INKS[sign])) + words, lead=" "))
    if not doubts.get(element_id):
        seen = element_id in review.sheet.settled
        calm = say("tui.seen" if seen else "tui.no-doubt")
        blocks.append(Block(prose(Run(calm, "faint")), lead=" "))
    return (*blocks, *_notes(review, element_id))


def facts_lines(review: Review, columns: int) -> tuple[Line, Line]:
    """What the document is, in two lines: what was read, what follows from it, what is missing."""
    from drafter.model.symbols import session_of

    document, sheet = review.document, review.sheet
    head = document.masthead
    by_symbol = say("tui.by-symbol")
    stage = say(f"library.stage-{document.stage}") if document.stage else ""
    session = "" if head.session is None else str(head.session)
    derived = session_of(head.symbol) if head.symbol and not session else None
    first = (
        ("symbol", head.symbol, ""),
        ("stage", stage, "" if sheet.stage_said else by_symbol),
        ("date", head.date, ""),
    )
    second = (
        ("type", say(f"tui.type-{document.type.value}"), ""),
        ("language", language(document.language).name, ""),
        ("session", session or (str(derived) if derived else ""), "" if session else by_symbol),
    )
    return _facts(first, columns), _facts(second, columns)


def heading(review: Review, doubts: Doubts) -> Heading:
    """The top line: what is imported, how much of it is uncertain, what was corrected."""
    facts = (
        say("tui.elements", count=len(review.view.elements)),
        say("tui.uncertain", count=len(doubts)),
        say("tui.removed", count=len(review.removed)),
    )
    count = review.corrections
    standing = say("tui.corrections", count=count) if count else say("tui.no-corrections")
    return Heading(say("tui.import-of", name=review.name), facts, standing)


@dataclass(frozen=True, slots=True)
class RemovedRow:
    """A piece that is no part of the text, as two lines of a list."""

    reason: str
    page: int
    line: int
    words: str

    def lines(self, columns: int) -> tuple[Line, ...]:
        """Where and why, then the words."""
        reason = Run(f" {say(f'reading.removed-{self.reason}')}", "label")
        head = (reason, Run(f"  {_line(self.line, self.page)}", "faint"))
        return head, (Run("   " + clip(clean(self.words), columns - 3)),)


def difference_blocks(diff: str) -> tuple[Block, ...]:
    """Both versions, line by line: `-` is in the file, `+` is what would be written."""
    inks = {"-": "old", "+": "new", "@": "faint"}
    return tuple(
        Block(prose(Run(line, inks.get(line[:1], ""))), lead=" ") for line in diff.split("\n")
    )


def kind_tag(layout: str) -> str:
    """The short name of a kind, as it stands beside every element."""
    return say(f"tui.tag-{layout}")


def _item(
    element: ElementView, doubts: Doubts, settled: frozenset[str], tags: Mapping[str, str]
) -> Item:
    flag, mark = _flag(doubts, element.id), _mark(element.id, settled)
    if element.paragraph is None:
        words = prose(Run(element.label_read, "part"))
        return Item(element.id, "part", words, flag=flag, tag=tags["part"])
    words = with_marks(words_of(element.text, _STYLES.get(element.kind, "")), element.marks)
    if not words:
        words = prose(Run(say("tui.empty-paragraph"), "faint"))
    label = clean(element.label_read or element.label)
    kind = element.kind.value
    return Item(element.id, kind, words, label, element.level, mark, flag, tag=tags[kind])


def _mark(element_id: str, settled: frozenset[str]) -> str:
    return SETTLED if element_id in settled else " "


def _flag(doubts: Doubts, element_id: str) -> str:
    if element_id not in doubts:
        return " "
    severities = {finding.severity for finding in doubts.get(element_id, ())}
    return next((FLAGS[each] for each in FLAGS if each in severities), " ")


def _place(review: Review, element_id: str) -> str:
    from drafter.workspace.sheets import MASTHEAD

    if element_id == MASTHEAD:
        return say("tui.masthead-read", count=len(review.document.masthead.read))
    place = review.place(element_id)
    names = (_name(review, element_id), _line(place.line, place.page))
    return " · ".join(clean(name) for name in names if name)


def _name(review: Review, element_id: str) -> str:
    """What the element is called, by the number it has in print."""
    from drafter.library.citing import part_words
    from drafter.workspace.places import place_name

    element = review.view.element(element_id)
    label = (element.label_read or element.label).rstrip(".．。") if element else ""
    if element is None or not label or element.paragraph is None:
        return place_name(review.view, element_id)
    name = say(f"workspace.place-{element.kind.value}", label=label).strip()
    return say("library.comma").join((*part_words(element.part), name))


def _line(line: int, page: int) -> str:
    if not line:
        return ""
    return say("tui.on-page", page=page, line=line) if page > 1 else say("tui.on-line", line=line)


def _notes(review: Review, element_id: str) -> tuple[Block, ...]:
    element = review.view.element(element_id)
    if element is None:
        return ()
    blocks = []
    for note_id in dict.fromkeys(element.text.notes):
        note = review.view.note(note_id)
        if note is not None:
            words = prose(Run(note.text.plain(), "note"))
            blocks.append(Block(words, lead=f" {fitted(note.number, 3)} "))
    return tuple(blocks)


def _facts(facts: tuple[tuple[str, str, str], ...], columns: int) -> Line:
    runs: list[Run] = [Run(" ")]
    share = max((columns - 2) // len(facts), 8)
    for name, value, remark in facts:
        label = f"{say(f'tui.fact-{name}')} "
        shown = Run(clip(clean(value), share - width(label) - 2), "strong") if value else None
        shown = shown or Run(BLANK, "warning")
        room = share - width(label) - width(shown.text) - 2
        tail = remark if value and width(remark) < room else ""
        pad = max(room - width(tail), 0) + 2
        runs += [Run(label, "faint"), shown, Run(tail, "faint"), Run(" " * pad)]
    return tuple(runs)
