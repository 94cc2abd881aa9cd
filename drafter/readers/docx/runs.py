"""The runs of a paragraph: its characters in order, with marks, fields and tracked changes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from drafter.readers.docx.blocks import UNTRACKED, Origin, Piece, Revision, Tracked
from drafter.readers.docx.markup import AT, below, whole
from drafter.readers.docx.styles import Look, Styles, dressed
from drafter.readers.docx.symbols import in_font, symbol

_GAINS = {"w:ins": "inserted", "w:moveTo": "moved-to"}
_LOSSES = {"w:del": "deleted", "w:moveFrom": "moved-from"}
_SILENT = frozenset(
    {"w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:smartTagPr", "w:customXmlPr", "w:fldData",
     "w:txbxContent", "m:ctrlPr"}
)  # fmt: skip
_GAPS = {"w:tab": "\t", "w:ptab": "\t", "w:cr": "\n", "w:br": "\n", "w:noBreakHyphen": "-"}
_TEXTS = frozenset({"w:t", "w:delText"})
_CODES = frozenset({"w:instrText", "w:delInstrText"})
_GRAPHICS = frozenset({"w:drawing", "w:pict", "w:object"})
# LibreOffice names them otherwise.
_MARKS = frozenset(
    {"footnotereference", "endnotereference", "footnotecharacters", "endnotecharacters",
     "footnoteanchor", "endnoteanchor"}
)  # fmt: skip
_PICTURES = {
    "pic:pic": "picture", "v:imagedata": "picture", "c:chart": "chart", "dgm:relIds": "diagram",
    "o:OLEObject": "object",
}  # fmt: skip
# Fields whose result Word works out each time and does not keep in the file.
_WITHOUT_RESULT = ("LISTNUM", "AUTONUM", "SYMBOL", "EQ", "FORMDROPDOWN", "FORMCHECKBOX")


def revision(element: Element, kind: str) -> Revision:
    """The revision that a tracked change element tells of."""
    return Revision(kind, element.get("w:author", ""), element.get("w:date", ""))


def branch(element: Element) -> Element | None:
    """The one branch to read of an `mc:AlternateContent`: the first that holds words."""
    branches = [each for each in element if each.tag in ("mc:Choice", "mc:Fallback")]
    for each in branches:
        if any(found.text for found in each.iter() if found.tag in ("w:t", "m:t", "a:t")):
            return each
    return branches[0] if branches else None


@dataclass(slots=True)
class _Field:
    """A field that is open: its code, and whether its result has begun."""

    code: str = ""
    result: bool = False


@dataclass(slots=True)
class Gathered:
    """What the runs of one paragraph hold; `boxes` are the elements of its text boxes."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


class Runs:
    """Reads the runs of one story paragraph by paragraph: fields may go on over several."""

    def __init__(self, styles: Styles, *, original: bool, part: str = "") -> None:
        self._styles = styles
        self._original = original
        self._part = part
        self._paragraph = 0
        self._fields: list[_Field] = []
        self._simple: list[str] = []
        self._base = Look()
        self._look = Look()
        self._again = False
        self._found = Gathered()

    def gathered(self, paragraph: Element, base: Look, tracked: Tracked = UNTRACKED) -> Gathered:
        """The pieces of a paragraph whose characters look like `base` unless they say otherwise."""
        self._base, self._found = base, Gathered()
        self._paragraph = whole(paragraph.get(AT, ""))
        self._inside(paragraph, tracked)
        # a field that is never closed must not swallow the rest of the file
        self._fields = [each for each in self._fields if each.result]
        return self._found

    def _inside(self, element: Element, tracked: Tracked) -> None:
        for child in element:
            tag = child.tag
            if tag == "w:r":
                self._run(child, tracked)
            elif tag in _GAINS:
                self._inside(child, replace(tracked, gain=revision(child, _GAINS[tag])))
            elif tag in _LOSSES:
                self._inside(child, replace(tracked, loss=revision(child, _LOSSES[tag])))
            elif tag == "mc:AlternateContent":
                chosen = branch(child)
                if chosen is not None:
                    self._inside(chosen, tracked)
            elif tag == "w:fldSimple":
                self._simple.append(child.get("w:instr", ""))
                self._inside(child, tracked)
                self._simple.pop()
            elif tag == "m:oMath":
                self._equation(child, tracked)
            elif tag == "w:rt":
                self._reading_aid(child, tracked)
            elif tag not in _SILENT:
                self._inside(child, tracked)

    def _equation(self, element: Element, tracked: Tracked) -> None:
        words = "".join(each.text or "" for each in element.iter("m:t"))
        self._put(Piece(words, self._base, tracked, thing="equation"))

    def _reading_aid(self, element: Element, tracked: Tracked) -> None:
        """How a word is read aloud, set above it in small type: no part of the text."""
        words = "".join(each.text or "" for each in element.iter("w:t"))
        self._put(Piece(words, replace(self._base, hidden=True), tracked))

    def _run(self, run: Element, tracked: Tracked) -> None:
        properties = below(run, "w:rPr")
        style = ""
        if properties is not None:
            changed = below(properties, "w:rPrChange", "w:rPr") if self._original else None
            properties = changed if changed is not None else properties
            named = below(properties, "w:rStyle")
            style = named.get("w:val", "") if named is not None else ""
        look = self._styles.over(self._base, style) if style else self._base
        self._look = dressed(look, properties)
        self._again = bool(style) and self._styles.character_name(style) in _MARKS
        first = len(self._found.pieces)
        for child in run:
            self._in_run(child, tracked)
        self._own_mark(first)

    def _own_mark(self, first: int) -> None:
        """The mark of a note that the run of its reference gives in words."""
        pieces = self._found.pieces
        for index in range(first, len(pieces)):
            if pieces[index].custom:
                mark = "".join(each.text for each in pieces[index:])
                pieces[index:] = [replace(pieces[index], text=mark.strip())]
                return

    def _in_run(self, child: Element, tracked: Tracked) -> None:
        tag = child.tag
        if tag in _TEXTS:
            words, dropped = _kept(child)
            self._words(words, tracked, self._at(child, dropped))
        elif tag in _GAPS:
            self._words(_GAPS[tag], tracked, self._at(child))
        elif tag == "w:sym":
            self._words(_symbol(child), tracked, self._at(child))
        elif tag in ("w:footnoteReference", "w:endnoteReference"):
            key = f"{tag[2:-9]} {child.get('w:id', '')}"
            custom = child.get("w:customMarkFollows", "0") in ("1", "true", "on")
            self._put(Piece(look=self._look, tracked=tracked, note=key, custom=custom))
        elif tag == "w:fldChar":
            self._field(child.get("w:fldCharType", ""), tracked)
        elif tag in _CODES:
            if self._fields and not self._fields[-1].result:
                self._fields[-1].code += child.text or ""
        elif tag in _GRAPHICS:
            self._graphic(child, tracked)
        else:
            self._other(child, tracked)

    def _other(self, child: Element, tracked: Tracked) -> None:
        if child.tag == "w:commentReference":
            self._put(Piece(tracked=tracked, comment=child.get("w:id", "")))
        elif child.tag == "w:lastRenderedPageBreak":
            self._put(Piece(tracked=tracked, page=True))
        elif child.tag == "mc:AlternateContent":
            chosen = branch(child)
            for inner in chosen if chosen is not None else ():
                self._in_run(inner, tracked)
        elif child.tag == "w:ruby":
            self._inside(child, tracked)

    def _field(self, kind: str, tracked: Tracked) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].result = True
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            if not ended.result and ended.code.lstrip().upper().startswith(_WITHOUT_RESULT):
                self._put(Piece(tracked=tracked, thing="field"))

    def _at(self, child: Element, dropped: int = 0) -> Origin | None:
        if not self._part:
            return None
        return self._part, self._paragraph, whole(child.get(AT, "")) + dropped

    def _words(self, text: str, tracked: Tracked, at: Origin | None) -> None:
        codes = (*self._simple, *(each.code for each in self._fields))
        again = self._again or any("NOTEREF" in code for code in codes)
        words = in_font(text, self._look.font)
        self._put(Piece(words, self._look, tracked, again=again, at=at))

    def _put(self, piece: Piece) -> None:
        if all(each.result for each in self._fields):
            self._found.pieces.append(piece)

    def _graphic(self, element: Element, tracked: Tracked) -> None:
        things: list[str] = []
        self._in_graphic(element, things)
        if "object" in things:
            things = ["object"]
        for thing in dict.fromkeys(things):
            self._put(Piece(tracked=tracked, thing=thing))

    def _in_graphic(self, element: Element, things: list[str]) -> None:
        for child in element:
            if child.tag == "w:txbxContent":
                self._found.boxes.append(child)
            elif child.tag == "mc:AlternateContent":
                chosen = branch(child)
                if chosen is not None:
                    self._in_graphic(chosen, things)
            else:
                if child.tag in _PICTURES:
                    equation = child.get("ProgID", "").startswith("Equation")
                    things.append("equation" if equation else _PICTURES[child.tag])
                self._in_graphic(child, things)


def _kept(element: Element) -> tuple[str, int]:
    """The characters of a `w:t`, and how many were dropped before them: white space at its ends
    counts only where it says so."""
    text = element.text or ""
    dropped = 0
    if element.get("xml:space") != "preserve":
        dropped = len(text) - len(text.lstrip(_WHITE))
        text = text.strip(_WHITE)
    return text.translate(_SPACES), dropped


def _symbol(element: Element) -> str:
    """The character of a `w:sym`: a hexadecimal code in a font."""
    code = element.get("w:char", "")
    plain = 0 < len(code) <= 6 and all(each in "0123456789abcdefABCDEF" for each in code)
    return symbol(int(code, 16) if plain else 0, element.get("w:font", ""))


_WHITE = " \t\r\n"
_SPACES = str.maketrans("\t\r\n", "   ")
