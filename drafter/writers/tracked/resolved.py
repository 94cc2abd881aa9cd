"""Whether rejecting every change gives the official file again: told from the XML alone, with
nothing of what reads or writes it, as Word resolves changes (ISO/IEC 29500-1, 17.13.5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, fromstring, tostring

from drafter.writers.tracked.archive import Archive

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RANGES = tuple(f"move{way}Range{end}" for way in ("From", "To") for end in ("Start", "End"))


def differing(official: bytes, made: bytes) -> tuple[str, ...]:
    """The parts of the text and of the notes that do not become the official ones, word for word
    and run for run, if every change in the package `made` is rejected. Notes that the official
    has not are nowhere referred to then, and do not count."""
    one, other = Archive(official), Archive(made)
    return tuple(
        name
        for name in one.names
        if name.startswith("word/")
        and name.endswith(".xml")
        and one.part(name) != other.part(name)
        and not _same(one.part(name), other.part(name))
    )


def _same(official: bytes, made: bytes) -> bool:
    one = fromstring(official)  # noqa: S314  scanned before: it declares no types, so no entities
    other = fromstring(made)  # noqa: S314  made from the same parts
    w = one.tag.partition("}")[0] + "}"
    known = {each.get(f"{w}id") for each in one}
    for note in list(other):
        if note.tag == f"{w}footnote" and note.get(f"{w}id") not in known:
            other.remove(note)
    resolving = _Rejecting(w)
    return resolving.rejected(other) and resolving.normal(one) == resolving.normal(other)


@dataclass(frozen=True, slots=True)
class _Rejecting:
    """`w` is the namespace of the part, in braces."""

    w: str

    def rejected(self, root: Element) -> bool:
        """Reject every change; False where a paragraph would run on into nothing."""
        self._rows(root)
        whole = self._blocks(root)
        self._runs(root)
        self._properties(root)
        return whole

    def normal(self, root: Element) -> bytes:
        """A part without what makes no difference: how words are cut into runs of one look."""
        for element in list(root.iter()):
            self._join(element)
        for element in list(root.iter()):
            for child in list(element):
                if child.tag in self._named("pPr", "r") and not len(child):
                    element.remove(child)
        for each in root.iter():
            if each.tag == f"{self.w}p":
                each.attrib.clear()  # by which Word knows in which session it was saved
            if each.tag not in self._named("t", "instrText"):
                each.text = None
            each.tail = None
        return tostring(root)

    def _named(self, *names: str) -> tuple[str, ...]:
        return tuple(f"{self.w}{name}" for name in names)

    def _gains(self) -> tuple[str, ...]:
        return self._named("ins", "moveTo")

    def _losses(self) -> tuple[str, ...]:
        return self._named("del", "moveFrom")

    def _rows(self, root: Element) -> None:
        for table in root.iter(f"{self.w}tbl"):
            for row in table.findall(f"{self.w}tr"):
                properties = row.find(f"{self.w}trPr")
                if properties is None:
                    continue
                if any(each.tag in self._gains() for each in properties):
                    table.remove(row)
                _remove(properties, self._losses())
                if not len(properties):
                    row.remove(properties)

    def _blocks(self, element: Element) -> bool:
        """Run paragraphs whose mark goes into the next one."""
        whole = not [child for child in element if not self._blocks(child)]
        _remove(element, self._named(*_RANGES))
        carried: list[Element] = []
        for child in list(element):
            if child.tag != f"{self.w}p":
                passing = child.tag in self._named("bookmarkStart", "bookmarkEnd")
                whole = whole and (passing or not carried)
                continue
            properties = child.find(f"{self.w}pPr")
            own = [each for each in child if each is not properties]
            if properties is not None and self._goes(properties):
                carried += own
                element.remove(child)
                continue
            child[len(child) - len(own) : len(child) - len(own)] = carried
            carried = []
        return whole and not carried

    def _goes(self, properties: Element) -> bool:
        """Whether the mark of a paragraph goes; what tells so is taken out."""
        mark = properties.find(f"{self.w}rPr")
        if mark is None:
            return False
        goes = any(each.tag in self._gains() for each in mark)
        _remove(mark, (*self._gains(), *self._losses()))
        if not len(mark):
            properties.remove(mark)
        return goes

    def _runs(self, element: Element) -> None:
        for child in list(element):
            held = len(child)
            self._runs(child)
            emptied = held and not len(child) and child.tag in self._named("hyperlink", "fldSimple")
            if emptied or child.tag in self._gains():
                element.remove(child)
            elif child.tag in self._losses():
                at = list(element).index(child)
                element[at : at + 1] = list(child)
            elif child.tag in self._named("delText", "delInstrText"):
                child.tag = (
                    f"{self.w}t" if child.tag == f"{self.w}delText" else f"{self.w}instrText"
                )

    def _properties(self, root: Element) -> None:
        for properties in list(root.iter(f"{self.w}pPr")):
            change = properties.find(f"{self.w}pPrChange")
            if change is not None:
                before = change.find(f"{self.w}pPr")
                kept = [e for e in properties if e.tag in self._named("rPr", "sectPr")]
                properties[:] = [*(before if before is not None else ()), *kept]

    def _join(self, element: Element) -> None:
        """Runs of one look side by side are one run, and their words one text."""
        last: Element | None = None
        for child in list(element):
            if child.tag != f"{self.w}r":
                last = None
            elif last is not None and self._look(last) == self._look(child):
                last.extend(each for each in child if each.tag != f"{self.w}rPr")
                element.remove(child)
            else:
                last = child
        for run in element.findall(f"{self.w}r"):
            self._join_texts(run)

    def _look(self, run: Element) -> tuple[bytes, list[tuple[str, str]]]:
        properties = run.find(f"{self.w}rPr")
        look = b"" if properties is None else tostring(properties)
        return look, sorted(run.items())

    def _join_texts(self, run: Element) -> None:
        last: Element | None = None
        for child in list(run):
            if child.tag != f"{self.w}t":
                last = None
                continue
            words = child.text or ""
            if child.attrib.pop(_SPACE, "") != "preserve":
                words = words.strip(" \t\r\n")
            if last is not None:
                last.text = (last.text or "") + words
                run.remove(child)
            else:
                child.text, last = words, child


def _remove(element: Element, tags: tuple[str, ...]) -> None:
    for child in list(_tagged(element, tags)):
        element.remove(child)


def _tagged(element: Element, tags: tuple[str, ...]) -> Iterator[Element]:
    return (each for each in element if each.tag in tags)
