"""The paragraphs of a page with their styles, labels, runs and notes, ready for JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from typing import TypeAlias

from drafter.languages import Language
from drafter.model.tree import Kind
from drafter.writers.blocks.values import NUMBERED, Block, Body, Footnote, Run
from drafter.writers.layout import Layout
from drafter.writers.styles import TWIPS, Style

Json: TypeAlias = bool | float | str | list["Json"] | dict[str, "Json"] | None


def paragraphs(body: Body, language: Language, rules: Layout) -> Iterator[Json]:
    """The blocks of the body as the templates set them, measures in points."""
    return _Paragraphs(body, language, rules).data()


def note_style(rules: Layout, language: str) -> Json:
    """How the notes at the foot of a page are set."""
    return {
        **_style(rules.style("FootnoteText", language), rules),
        "hanging": rules.measure("text", "note_hanging"),
        "gap": rules.measure("text", "note_gap"),
    }


def ascent(rules: Layout) -> float:
    """How much of a line stands above its baseline, as a share of the leading."""
    return rules.measure("text", "ascent") * TWIPS / 100


def _style(style: Style, rules: Layout) -> dict[str, Json]:
    return {**asdict(style), "ascent": style.leading * ascent(rules)}


class _Paragraphs:
    """Blocks with their styles, indents and the distance above them."""

    def __init__(self, body: Body, language: Language, rules: Layout) -> None:
        self._body, self._language, self._rules = body, language, rules
        self._notes = {note.id: note for note in body.footnotes}
        self._styles: dict[str, Style] = {}
        self._title_gap = rules.measure("text", "left") - rules.measure("text", "title_number")
        self._outline = 0

    def data(self) -> Iterator[Json]:
        blocks = self._body.blocks
        for before, block in zip((None, *blocks), blocks, strict=False):
            yield self._block(before, block)

    def _block(self, before: Block | None, block: Block) -> Json:
        style = self._outlined(self._style(block), block)
        place = _row_of(self._rules, block)
        label, runs = _label(block, place, self._title_gap)
        left = int(place["left"]) / TWIPS if place else style.left
        first = int(place["first"]) / TWIPS if place else style.first
        return {
            "style": _style(style, self._rules),
            "above": self._distance(before, block),
            "new_page": block.new_page,
            "left": left,
            "right": style.right,
            "first": first,
            "label": label,
            "runs": list(self._runs(runs)),
        }

    def _style(self, block: Block) -> Style:
        name = block.style.removesuffix(NUMBERED)
        if name not in self._styles:
            self._styles[name] = self._rules.style(name, self._language.code)
        return self._styles[name]

    def _outlined(self, style: Style, block: Block) -> Style:
        """The level of its bookmark: by the part that it heads or stands in, none ever skipped
        (PDF/UA-1, 7.4.2); none for a heading without words, as in a new draft."""
        element = block.element
        worded = any(run.text.strip() for run in block.runs)
        if not style.outline or element is None or not worded:
            return replace(style, outline=0)
        depth = element.part.count("/")
        if element.paragraph is None:
            level = max(depth, 1)
        else:
            level = depth + (1 if element.kind is Kind.TITLE else 2)
        self._outline = min(level, self._outline + 1)
        return replace(style, outline=self._outline)

    def _distance(self, before: Block | None, block: Block) -> float:
        below = self._style(block).before
        if before is None:
            return below
        above = self._style(before).after
        return above if block.close else max(above, below)

    def _runs(self, runs: Sequence[Run]) -> Iterator[Json]:
        """The runs, something between the marks of several notes at one place."""
        between = self._language.note_marks.between
        for run in runs:
            if run.beside:
                yield {"kind": "mark", "mark": between}
            yield self._run(run)

    def _run(self, run: Run) -> Json:
        if run.note:
            note = self._notes[run.note]
            return {"kind": "note", "mark": note.printed, "note": self._note(note)}
        if run.mark:
            return {"kind": "mark", "mark": run.mark}
        if run.breaks:
            return {"kind": run.breaks}
        return {"kind": "text", "text": run.text, "emphasis": run.emphasis, "href": run.href}

    def _note(self, note: Footnote) -> list[Json]:
        return [self._run(each) for each in note.runs]


def _row_of(rules: Layout, block: Block) -> Mapping[str, str] | None:
    name = block.indents
    if not name and block.style.endswith(NUMBERED) and block.label:
        name = f"section-{block.style.removesuffix(NUMBERED)}"
    return rules.indents(name, block.level) if name else None


def _label(
    block: Block, place: Mapping[str, str] | None, title_gap: float
) -> tuple[Json, tuple[Run, ...]]:
    """The label of a paragraph, and its other runs. The number of an adopted text is a label too:
    it stands between tabs before the title."""
    if len(block.runs) > 3 and block.runs[0].breaks == "tab" and block.runs[2].breaks == "tab":
        number = block.runs[1].text
        return {"text": number, "right": True, "gap": title_gap}, block.runs[3:]
    if not block.label or place is None:
        return None, block.runs
    first, tab = int(place["first"]), int(place["tab"])
    if place.get("label") == "right":
        return {"text": block.label, "right": True, "gap": -first / TWIPS}, block.runs
    width = tab - int(place["left"]) - first
    return {"text": block.label, "right": False, "width": width / TWIPS}, block.runs
