"""The XML of one part of a Word file: names by their usual prefixes, hostile constructs refused.

Elements are named "w:p", "mc:Choice" … whichever prefix the file declares, and whether it is of the
transitional or the strict kind (ISO/IEC 29500-1 and -4 differ in their namespaces).
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, TreeBuilder

from drafter.errors import UnreadableInput
from drafter.readers.guarded_xml import APART, GuardedXml, Refusal

_MAX_DEPTH = 200
_MAX_PARAGRAPHS = 150_000
_OFFICE = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"
_PREFIXES = {
    f"{_OFFICE}/wordprocessingml/2006/main": "w",
    f"{_STRICT}/wordprocessingml/main": "w",
    f"{_OFFICE}/officeDocument/2006/relationships": "r",
    f"{_STRICT}/officeDocument/relationships": "r",
    f"{_OFFICE}/officeDocument/2006/math": "m",
    f"{_STRICT}/officeDocument/math": "m",
    f"{_OFFICE}/drawingml/2006/main": "a",
    f"{_STRICT}/drawingml/main": "a",
    f"{_OFFICE}/drawingml/2006/picture": "pic",
    f"{_STRICT}/drawingml/picture": "pic",
    f"{_OFFICE}/drawingml/2006/chart": "c",
    f"{_STRICT}/drawingml/chart": "c",
    f"{_OFFICE}/drawingml/2006/diagram": "dgm",
    f"{_STRICT}/drawingml/diagram": "dgm",
    f"{_OFFICE}/markup-compatibility/2006": "mc",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "http://www.w3.org/XML/1998/namespace": "xml",
    # the two containers of links and content types need no prefix
    f"{_OFFICE}/package/2006/relationships": "",
    f"{_OFFICE}/package/2006/content-types": "",
}
# Where something stands, given to each `w:p` (its number in the part) and to whatever prints
# characters (how many of its paragraph stand before): see `model.located`.
AT = "at"
_PRINTS = frozenset({"w:t", "w:delText"})
_PRINTS_ONE = frozenset({"w:tab", "w:ptab", "w:cr", "w:br", "w:noBreakHyphen", "w:sym"})
# White space between elements means nothing; characters count only in these.
_WORDS = frozenset({"w:t", "w:delText", "w:instrText", "w:delInstrText", "m:t", "a:t"})
_SAVED_BY = "w:rsid"


_SAID = {Refusal.DAMAGED: "word.damaged-part", Refusal.TYPES: "word.doctype"}


class DamagedPart(UnreadableInput):
    """A part that is torn; the text may do without it."""


class Markup(GuardedXml):
    """Parses one part; `place` and `name` tell in errors which."""

    def __init__(self, place: str, name: str) -> None:
        super().__init__(_MAX_DEPTH)
        self._place = place
        self._name = name
        self._short: dict[str, str] = {}
        self._open: list[str] = []
        self._paragraphs = 0
        self._lengths: list[int] = []  # of the paragraphs that are open
        self._tree = TreeBuilder()

    def parsed(self, data: bytes) -> Element:
        """The root element. Raises `UnreadableInput` for what is no XML, or declares a type."""
        self.read(data)
        return self._tree.close()

    def _refused(self, why: Refusal, line: int) -> UnreadableInput:
        said = _SAID.get(why, "word.too-deep")
        if why is Refusal.DAMAGED:
            hint = "word.damaged-hint"
            return DamagedPart(said, place=self._place, hint_id=hint, part=self._name)
        return UnreadableInput(said, place=self._place, part=self._name)

    def _named(self, name: str) -> str:
        short = self._short.get(name)
        if short is None:
            space, _, local = name.rpartition(APART)
            prefix = _PREFIXES.get(space, space)
            short = self._short[name] = f"{prefix}:{local}" if prefix else local
        return short

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        short = self._named(name)
        self._open.append(short)
        kept = {self._named(key): value for key, value in attributes.items()}
        if short == "w:p":
            kept = {AT: str(self._paragraphs)}
            self._lengths.append(0)
            self._paragraphs += 1
            if self._paragraphs > _MAX_PARAGRAPHS:
                raise UnreadableInput(
                    "reading.too-many-elements", place=self._place, limit=_MAX_PARAGRAPHS
                )
        elif kept:
            kept = {k: v for k, v in kept.items() if not k.startswith(_SAVED_BY)}
        if self._lengths and (short in _PRINTS or (short in _PRINTS_ONE and self._in_run())):
            kept[AT] = str(self._lengths[-1])
            self._lengths[-1] += short in _PRINTS_ONE
        self._tree.start(short, kept)

    def _in_run(self) -> bool:
        """Whether the element just opened stands in a run: a tab stop is no tab."""
        return self._open[-2] == "w:r"

    def _end(self, name: str) -> None:
        closed = self._open.pop()
        if closed == "w:p":
            self._lengths.pop()
        self._tree.end(closed)

    def _characters(self, text: str) -> None:
        if self._open[-1] in _WORDS:
            self._tree.data(text)
            if self._lengths and self._open[-1] in _PRINTS:
                self._lengths[-1] += len(text)


def below(element: Element | None, *path: str) -> Element | None:
    """The first child of that name, of which the first child of the next name …; None for none."""
    for tag in path:
        if element is None:
            return None
        for each in element:
            if each.tag == tag:
                element = each
                break
        else:
            return None
    return element


def value(element: Element | None, tag: str, name: str = "w:val") -> str:
    """The attribute `name` of the child `tag` of `element`, "" if there is none."""
    found = below(element, tag)
    return found.get(name, "") if found is not None else ""


def switch(element: Element | None, tag: str) -> bool | None:
    """Whether the property `tag` is on, None if `element` says nothing of it."""
    found = below(element, tag)
    return None if found is None else is_on(found)


def is_on(element: Element) -> bool:
    """Whether a property that can be switched off is on."""
    return element.get("w:val", "on") not in ("0", "false", "off")


def whole(text: str, default: int = 0) -> int:
    """The whole number that `text` spells; `default` for anything else, or beyond all measure."""
    try:
        number = int(text)
    except ValueError:
        return default
    return number if abs(number) < 1_000_000_000 else default
