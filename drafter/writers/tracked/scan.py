"""Finding where paragraphs, runs and words stand in the bytes of a part of a Word file.

Words are counted as `model.located` says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.errors import UnreadableInput
from drafter.writers.tracked.guarded import Guarded
from drafter.writers.tracked.parts import Child, Paragraph, Properties, Row, Run, Scan, Zone

WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_ALTERNATE = "mc:AlternateContent"
_TAG = re.compile(rb"<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_ENCODING = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([^"']+)""")
_TEXT = frozenset({"t", "delText"})
_ONE = {"tab": "\t", "ptab": "\t", "cr": "\n", "br": "\n", "noBreakHyphen": "-", "sym": " "}
_REFERENCES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_OFF = frozenset({"0", "false", "off"})  # ST_OnOff
_SILENT = frozenset({"lastRenderedPageBreak", "softHyphen", "footnoteRef", "endnoteRef"})
_MAX_DEPTH = 200


def scanned(data: bytes, part: str) -> Scan:
    """Raises `UnreadableInput` for what is no XML, declares a type, or is not in UTF-8."""
    return _Scanning(data, part).scan()


@dataclass(slots=True)
class _Open:
    """An element that is open, and what it is to the scan."""

    name: str
    start: int
    last: Paragraph | None = None  # its last child, if that is a paragraph


class _Scanning:
    def __init__(self, data: bytes, part: str) -> None:
        self._part = part
        self._made = Scan(data)
        self._open: list[_Open] = []
        self._paragraphs: list[Paragraph] = []  # those that are open
        self._runs: list[tuple[int, Run]] = []  # those that are open, and how deep
        self._rows: list[int] = []
        self._note = ""
        self._alternate = 0
        self._guarded = Guarded(part)
        self._parser = self._guarded.parser

    def scan(self) -> Scan:
        found = _ENCODING.search(self._made.data[:200])
        known = found is None or found[1].lower() in (b"utf-8", b"us-ascii")
        if not known or self._made.data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise UnreadableInput("writing.part-encoding", part=self._part)
        parser = self._parser
        parser.buffer_text = True
        parser.StartNamespaceDeclHandler = self._prefix
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        self._guarded.read(self._made.data)
        if not self._made.prefix:
            raise UnreadableInput("writing.part-prefix", part=self._part)
        for each in self._made.paragraphs:
            _add_fields(each)
        return self._made

    def _prefix(self, prefix: str | None, space: str) -> None:
        if space in WORD:
            if not prefix or self._made.prefix not in ("", prefix):
                raise UnreadableInput("writing.part-prefix", part=self._part)
            self._made.prefix = prefix

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= _MAX_DEPTH:
            raise UnreadableInput("word.too-deep", part=self._part)
        at = self._parser.CurrentByteIndex
        space, _, local = name.rpartition(" ")
        short = local if space in WORD else f"mc:{local}" if space == _COMPATIBILITY else name
        self._open.append(_Open(short, at))
        if short == _ALTERNATE:
            self._alternate += 1
        values = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        if short == "p":
            self._begin_paragraph(at)
        elif short == "tr":
            self._rows.append(len(self._made.rows))
            self._made.rows.append(Row(self._opened(at)))
        elif short in ("footnote", "endnote") and len(self._open) == 2:
            self._note = values.get("id", "") if values.get("type", "normal") == "normal" else ""
        if self._paragraphs and short != "p":
            self._in_paragraph(short, at, values)

    def _begin_paragraph(self, at: int) -> None:
        made = Paragraph(
            len(self._made.paragraphs), at, self._opened(at),
            inside=self._open[-2].name if len(self._open) > 1 else "",
            note=self._note,
            fixed=bool(self._paragraphs) or self._alternate > 0,
            row=self._rows[-1] if self._rows else -1,
        )  # fmt: skip
        self._made.paragraphs.append(made)
        self._paragraphs.append(made)

    def _in_paragraph(self, short: str, at: int, values: dict[str, str]) -> None:
        paragraph = self._paragraphs[-1]
        above = self._open[-2].name
        run = self._run()
        if short == "pPr" and above == "p":
            paragraph.properties = Properties(at)
        elif paragraph.properties is not None and paragraph.properties.end == 0:
            return
        elif short == "r" and run is None:
            self._begin_run(paragraph, at)
        elif run is not None:
            if above == "r" and len(self._open) == self._runs[-1][0] + 1:
                self._begin_child(run, paragraph, short, at, values)
            elif short in _ONE and above == "r":
                paragraph.length += 1  # in a run within a run: furigana
        elif above == "p" and short not in ("bookmarkStart", "bookmarkEnd"):
            paragraph.zones.append(Zone(at, closed=short == _ALTERNATE, name=short))

    def _begin_run(self, paragraph: Paragraph, at: int) -> None:
        run = Run(at, self._opened(at))
        if paragraph.zones and paragraph.zones[-1].end == 0:
            run.zone = len(paragraph.zones) - 1
        paragraph.runs.append(run)
        self._runs.append((len(self._open), run))

    def _begin_child(
        self, run: Run, paragraph: Paragraph, short: str, at: int, values: dict[str, str]
    ) -> None:
        if short == "rPr":
            run.props = (at, 0)
            return
        child = Child("other", at, at=paragraph.length, key=short)
        if short in _TEXT:
            child.kind = "text"
            child.kept = values.get("space") == "preserve"
        elif short in _ONE:
            child.kind, child.text = "one", _ONE[short]
            paragraph.length += 1
        elif short in _REFERENCES:
            child.kind = "note"
            child.own_mark = values.get("customMarkFollows", "0") not in _OFF
            child.key = f"{_REFERENCES[short]} {values.get('id', '')}"
        elif short == "fldChar":
            child.kind, child.key = "field", values.get("fldCharType", "")
        elif short in ("instrText", "delInstrText"):
            child.kind = "code"
        elif short in _SILENT:
            child.kind = "silent"
        run.children.append(child)

    def _run(self) -> Run | None:
        """The run that is open in the paragraph that is."""
        if not self._runs or self._runs[-1][1].start < self._paragraphs[-1].start:
            return None
        return self._runs[-1][1]

    def _characters(self, text: str) -> None:
        if not self._paragraphs or self._open[-1].name not in _TEXT:
            return
        paragraph = self._paragraphs[-1]
        run = self._run()
        if run is not None and run.children and run.children[-1].end == 0:
            run.children[-1].text += text
        paragraph.length += len(text)

    def _end(self, _: str) -> None:
        closed = self._open.pop()
        end = self._closed(closed.start)
        if closed.name == _ALTERNATE:
            self._alternate -= 1
        if self._paragraphs:
            self._end_in_paragraph(closed, end)
        elif closed.name == "trPr" and self._open[-1].name == "tr":
            self._made.rows[self._rows[-1]].props = (closed.start, end)
        if closed.name == "tr":
            self._rows.pop()
        elif closed.name in ("footnote", "endnote") and len(self._open) == 1:
            self._made.notes[self._note] = (closed.start, end)
            self._note = ""
        elif not self._open:
            self._made.root_end = self._parser.CurrentByteIndex
        self._follow(closed)

    def _follow(self, closed: _Open) -> None:
        """Tell the paragraph before which one follows it in its container."""
        if not self._open or closed.name in ("bookmarkStart", "bookmarkEnd", "proofErr"):
            return
        above = self._open[-1]
        if closed.name != "p":
            above.last = None
            return
        made = next(p for p in reversed(self._made.paragraphs) if p.start == closed.start)
        if above.last is not None:
            above.last.following = made.number
        above.last = made

    def _end_in_paragraph(self, closed: _Open, end: int) -> None:
        paragraph = self._paragraphs[-1]
        above = self._open[-1].name if self._open else ""
        properties = paragraph.properties
        run = self._run()
        if closed.name == "p" and closed.start == paragraph.start:
            paragraph.end = end
            self._paragraphs.pop()
        elif properties is not None and properties.end == 0:
            self._end_property(properties, closed, end, above)
        elif run is not None:
            if len(self._open) == self._runs[-1][0] - 1:
                run.end = end
                self._runs.pop()
            elif len(self._open) == self._runs[-1][0]:
                if closed.name == "rPr" and run.props == (closed.start, 0):
                    run.props = (closed.start, end)
                elif run.children:
                    run.children[-1].end = end
        elif paragraph.zones and paragraph.zones[-1].start == closed.start:
            paragraph.zones[-1].end = end

    def _end_property(self, made: Properties, closed: _Open, end: int, above: str) -> None:
        if closed.start == made.start:
            made.end = end
        elif above != "pPr" or self._open[-1].start != made.start:
            return
        elif closed.name == "rPr":
            made.mark = (closed.start, end)
        elif closed.name == "numPr":
            made.numbering = (closed.start, end)
        elif closed.name == "sectPr":
            made.section = (closed.start, end)

    def _opened(self, start: int) -> int:
        """Where the start tag at `start` ends."""
        found = _TAG.match(self._made.data, start)
        return found.end() if found else start

    def _closed(self, start: int) -> int:
        """Where the element that just ended, and began at `start`, ends."""
        opened = self._opened(start)
        if self._made.data[opened - 2 : opened] == b"/>":
            return opened
        return self._made.data.index(b">", self._parser.CurrentByteIndex) + 1


def _add_fields(paragraph: Paragraph) -> None:
    """Make a zone of each field that begins and ends in the paragraph, outside other zones."""
    begun: list[Run] = []
    for run in [each for each in paragraph.runs if each.zone < 0]:
        for child in run.children:
            if child.kind == "field" and child.key == "begin":
                begun.append(run)
            elif child.kind == "field" and child.key == "end" and begun:
                first = begun.pop()
                if not begun:
                    _enclose(paragraph, first, run)


def _enclose(paragraph: Paragraph, first: Run, last: Run) -> None:
    paragraph.zones.append(Zone(first.start, last.end))
    inner = [
        i for i, zone in enumerate(paragraph.zones[:-1]) if first.start <= zone.start < last.end
    ]
    for run in paragraph.runs:
        if first.start <= run.start <= last.start:
            run.zone = len(paragraph.zones) - 1
    for index in inner:
        # a link within a field is no zone of its own
        paragraph.zones[-1].closed |= paragraph.zones[index].closed
