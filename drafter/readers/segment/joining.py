"""Lines to paragraphs: whether each line begins one or carries on the one before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from drafter.languages import Language, canonical
from drafter.model.conventions import LabelStyle
from drafter.readers.segment.borders import Border, Borders
from drafter.readers.segment.characters import SUPERSCRIPTS, ending, ends_open
from drafter.readers.segment.head import LONGEST_HEAD
from drafter.readers.segment.labels import (
    SECTION_FORMS,
    SUB_FORMS,
    Form,
    Label,
    label_of,
    lone_label,
    readings,
)
from drafter.readers.segment.layout import Layout, layout_of, levelled
from drafter.readers.segment.lines import Line, columns
from drafter.readers.segment.raw import Raw
from drafter.readers.segment.roles import LOOSE, ROW, below_masthead, body_role, head_role, told
from drafter.readers.segment.vocabulary import vocabulary

_WRAPPED_TITLE = 36
_PARAGRAPH = 100
_AHEAD = 60
_MARK_ALONE = re.compile(rf"\d{{1,3}}|[{SUPERSCRIPTS}]{{1,3}}|\*{{1,3}}")
_CLOSING = 4  # so many paragraphs tell when a text was adopted: meeting, day, vote
_COMMAS = (",", "、", "，", "،")
_LIST = re.compile("[,、，،]")


def joined(lines: tuple[Line, ...], language: Language) -> tuple[Raw, ...]:
    """The paragraphs of the text, titles and masthead lines among them."""
    if all(line.starts is not None for line in lines):
        return _Joining(language, Layout()).paragraphs(lines)
    lines = levelled(lines)
    return _Joining(language, layout_of(lines)).paragraphs(lines)


@dataclass(slots=True)
class _Current:
    """The paragraph being put together."""

    text: str
    lines: list[Line]
    label: Label | None
    role: str

    @property
    def last(self) -> Line:
        return self.lines[-1]

    def raw(self) -> Raw:
        return Raw(self.text, tuple(self.lines), self.label, self.role)


@dataclass(slots=True)
class _Joining:
    language: Language
    layout: Layout
    done: list[Raw] = field(default_factory=list)
    current: _Current | None = None
    in_head: bool = True
    number: int = 0
    acting: int = 0
    adopted: int = 0
    lists: dict[LabelStyle, int] = field(default_factory=dict)

    @property
    def borders(self) -> Borders:
        return Borders(self.language, self.layout)

    def paragraphs(self, lines: tuple[Line, ...]) -> tuple[Raw, ...]:
        self.acting = below_masthead(lines, self.language)
        for line in lines:
            self.in_head = self.in_head and len(self.done) < LONGEST_HEAD
            label, role = _label(line), self._role(line)
            if self._begins(line, label, role):
                self._begin(line, label, role)
            elif self.current:
                self.current.text += "\n" + line.text
                self.current.lines.append(line)
        self._finish()
        return tuple(self.done)

    def _role(self, line: Line) -> str:
        """What the line is: what its style told exactly, or what its words say."""
        if line.role == ROW:
            return ""
        role = told(line.role) or body_role(line.text, self.language)
        if role == "enacting" and line.number < self.acting and not line.role:
            return "organ"  # 大会 in the masthead, Совет Безопасности: the organ by its bare name
        return role or (head_role(line.text, self.language) if self.in_head else "")

    def _begin(self, line: Line, label: Label | None, role: str) -> None:
        self._finish()
        text = line.text[label.end - (len(line.label) + 1 if line.label else 0) :] if label else ""
        self.current = _Current(text if label else line.text, [line], label, role)
        if label and label.form is Form.NUMBER:
            self.number = label.number
        if label and label.form in SUB_FORMS:
            for way in readings(label.form, label.token, self.language.conventions):
                self.lists[way.style] = way.number
        elif label or role:
            self.lists.clear()
        self.adopted = _CLOSING if role == "meeting" else max(self.adopted - 1, 0)
        if role in ("enacting", "annex", "appendix") or label:
            self.in_head = False
            self.number = self.number if label else 0

    def _finish(self) -> None:
        if self.current:
            self.done.append(self.current.raw())
        self.current = None

    def _begins(self, line: Line, label: Label | None, role: str) -> bool:
        before = self.current
        if before is None:
            return True
        if line.starts is not None or _MARK_ALONE.fullmatch(line.text):
            return bool(line.starts) or before.role in ("annex", "appendix")
        border = self.borders.between(before.text, before.last, line, in_head=self.in_head)
        if role == "symbol" and not border.gap and self._names_draft(before, line):
            return False
        if role and not (before.role or border.ended) and self._flows(before, line, border):
            return False
        if role and role not in LOOSE:
            return True
        if before.role and before.role not in LOOSE:
            return True
        if self.adopted and (line.text.startswith("[") or self._is_date(before.text)):
            return True
        if label:
            return self._label_begins(before, label, border)
        if lone_label(line.text) and border.ended:
            apart = line.blank_before > self.layout.blank or border.indented
            return apart or border.seam or border.short
        if self.in_head:
            return self._head_begins(before, line, role, border)
        return (
            self._wrapped(before, line, border)
            if self.layout.wrapped
            else self._whole(before, line, border)
        )

    def _flows(self, before: _Current, line: Line, border: Border) -> bool:
        """Whether a line only seems to stand for itself: it goes on at the margin below a full
        line, in a text whose paragraphs are set apart ("… special session of the / General
        Assembly")."""
        close = line.indent <= before.last.indent and not (border.gap or border.short)
        parted = border.seam or border.indented
        return self.layout.wrapped and self.layout.gaps and close and not parted

    def _names_draft(self, before: _Current, line: Line) -> bool:
        """Whether the symbol is that of the draft that amendments are to, named on two lines."""
        return head_role(f"{before.text} {line.text}", self.language) in LOOSE

    def _is_date(self, text: str) -> bool:
        words = canonical(text, self.language)
        return vocabulary(self.language).date.fullmatch(words) is not None

    def _label_begins(self, before: _Current, label: Label, border: Border) -> bool:
        if label.form is Form.NUMBER:
            return self._number_begins(before, label, border)
        if label.form in SUB_FORMS:
            return self._sub_label_begins(before, label, border)
        return bool(border.ended) or border.set_apart or before.raw().title_like

    def _number_begins(self, before: _Current, label: Label, border: Border) -> bool:
        apart = self._is_apart(border) or border.short
        if label.number in (1, self.number + (0 if label.later else 1)):
            return bool(border.ended) or apart or before.raw().title_like
        near = label.number <= self.number + _AHEAD
        return near and border.ended == "stop" and (apart or border.seam)

    def _sub_label_begins(self, before: _Current, label: Label, border: Border) -> bool:
        if border.ended and self._is_next(label):
            return True
        shows = self.layout.wrapped and (self.layout.indents or self.layout.gaps)
        if shows and not border.seam:
            return border.set_apart or (border.short and ends_open(before.text))
        return bool(border.ended) or self._is_apart(border) or border.short

    def _is_apart(self, border: Border) -> bool:
        return border.set_apart or (not self.layout.wrapped and bool(border.ended))

    def _is_next(self, label: Label) -> bool:
        """Whether the label of a sub-paragraph carries on a list that is open."""
        ways = readings(label.form, label.token, self.language.conventions)
        step = 0 if label.later else 1
        return any(self.lists.get(way.style) == way.number - step for way in ways)

    def _head_begins(self, before: _Current, line: Line, role: str, border: Border) -> bool:
        if border.opening and (ending(line.text) or self._fills(line)):
            self.in_head = False
            return True
        if before.text.endswith(_COMMAS) or (
            before.text.startswith("[") and "]" not in before.text
        ):
            return False
        if border.ended and _carries_on(line.text) and not (border.gap or border.short):
            return False  # "… economic assistance: / strengthening of …"
        least = max(self.layout.measure // 2, _WRAPPED_TITLE)
        if role in LOOSE:
            return border.gap or not _LIST.search(before.text)
        # an agenda title stands at the margin, the title below it further in
        further = line.blank_before > 0 and line.indent > before.last.indent == 0
        if border.gap or further or (border.ended and border.indented):
            return True
        return before.last.width < least or border.ended == "stop"

    def _fills(self, line: Line) -> bool:
        least = self.layout.measure - 8 if self.layout.wrapped else _PARAGRAPH
        return line.width >= least

    def _wrapped(self, before: _Current, line: Line, border: Border) -> bool:
        """Where a paragraph goes on over lines that are full."""
        if border.ended and _carries_on(line.text) and not (border.opening or border.gap):
            return False
        if self.layout.indents and self._flows(before, line, border):
            return False  # a last line without a mark, below one that ends a sentence by chance
        if border.ended == "stop":
            return self._after_stop(before, line, border)
        if border.ended == "comma":
            return self._after_comma(before, line, border)
        return self._after_no_mark(before, line, border)

    def _after_stop(self, before: _Current, line: Line, border: Border) -> bool:
        if ends_open(before.text) and not (border.set_apart or self._heading(line)):
            return border.seam and border.short
        if border.gap or border.short or self._heading(line):
            return True
        # where paragraphs are numbered, one without a number goes on over a page break
        told = self.layout.begins_page(line) if border.seam else border.indented
        return not self.number and (border.opening if told is None else told)

    def _after_comma(self, before: _Current, line: Line, border: Border) -> bool:
        if self.number:
            apart = border.gap or (before.label is None and border.indented)
            return apart and border.opening
        if border.seam:
            told = self.layout.begins_page(line)
            return border.opening and (border.short or border.fresh) if told is None else told
        if border.gap or (border.indented and (border.short or border.opening)):
            return True
        plain = self.layout.indents is False and not self.layout.gaps
        return border.opening and (border.short or (plain and border.fresh))

    def _after_no_mark(self, before: _Current, line: Line, border: Border) -> bool:
        if border.short and border.indented and self.layout.indents and before.label is None:
            return True
        if before.raw().title_like and border.short:
            narrow = len(before.lines) == 1 and before.last.width * 2 < self.layout.measure
            # a full line at the margin begins nothing where first lines are set in
            full = self._fills(line) and (border.seam or not self.layout.indents)
            full = full and self.borders.opening(before.text) is None
            if border.set_apart or border.opening or narrow or full:
                return True
        plain = len(before.lines) == 1 and before.label is None and not _carries_on(line.text)
        return border.gap and (border.short or plain or (border.opening and border.fresh))

    def _heading(self, line: Line) -> bool:
        widest = self.layout.measure // 2 or _PARAGRAPH // 2
        return not ending(line.text) and line.width < widest

    def _whole(self, before: _Current, line: Line, border: Border) -> bool:
        """Where a line is a whole paragraph, unless a page break or a narrow title cut it."""
        if self.layout.gaps and self.layout.indents and not (border.set_apart or border.seam):
            return False  # set apart neither by an empty line nor by a first line set in
        long = len(before.text) >= _PARAGRAPH or columns(before.text) >= _PARAGRAPH
        if border.ended:
            if border.ended == "comma" and _carries_on(line.text) and not border.opening:
                return False
            apart = border.gap or border.seam or not self.layout.gaps
            if apart or before.last.width >= _PARAGRAPH or self._heading(line):
                return True
            return (border.opening and border.ended == "comma") or ends_open(before.text)
        if border.gap or border.seam:
            return not long or (border.gap and border.opening and border.fresh)
        return before.last.width < _WRAPPED_TITLE


def _label(line: Line) -> Label | None:
    """The label of the line, unless its style told that it is none of a paragraph."""
    if line.label:
        return label_of(f"{line.label} {line.text}")
    label = None if told(line.role) or line.role == ROW else label_of(line.text)
    counted = label is not None and label.form not in SECTION_FORMS
    return None if line.role == "title" and counted else label


def _carries_on(text: str) -> bool:
    """Whether a line begins in the middle of a sentence: with a small letter."""
    return text[:1].islower()
