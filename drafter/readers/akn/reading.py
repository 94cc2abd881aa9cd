"""An Akoma Ntoso file to its outline."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.languages import Language, codes, language
from drafter.model.symbols import parse_symbol
from drafter.model.tree import DocumentType, PartKind
from drafter.readers.akn.body import DOCUMENTS
from drafter.readers.akn.inline import NOTES, Inline
from drafter.readers.akn.markup import Element
from drafter.readers.akn.structure import COLLECTIONS, Structure
from drafter.readers.detecting import spoken_in
from drafter.readers.outline import Outline
from drafter.readers.segment.branches import Branch, Phase

_UNKNOWN_DATE = "0001-01-01"  # the schema demands a date
_OWN = "#drafter"
_UNTOLD = frozenset(
    {"added_sponsors", "group", "submitter", "predecessor", "meeting", "documents", "committee"}
)
_TYPES = {kind.value: kind for kind in DocumentType}


@dataclass(frozen=True, slots=True)
class _Found:
    """The document that a file is about, and the collections it stands in, outermost first."""

    document: Element
    around: tuple[Element, ...]


def outline_of(root: Element, code: str | None) -> tuple[Outline, Language] | None:
    """What the file tells, and the language it is in; None if there is no document in it. `code` is
    the language told by the person reading."""
    targets = {each.get("eId"): each for each in root.inside() if each.get("eId")}
    found = _document(root, targets)
    if found is None:
        return None
    outline = Outline(Branch(_root_kind(found.document), Phase.PROSE))
    spoken = spoken_in(found.document.text(), code or _language(found), outline.findings)
    outline.type = _type(found.document)
    outline.symbol, outline.date = _identified(found.document)
    outline.fields |= _untold(found.document)
    notes = {key: each for key, each in targets.items() if each.name in (*NOTES, "note")}
    structure = Structure(outline, Inline(outline, notes), targets, spoken)
    structure.tell(found.document, found.around, root.every("components"))
    return outline, spoken


def _document(root: Element, targets: dict[str, Element]) -> _Found | None:
    around: list[Element] = []
    current = next((each for each in root.inside() if each.name in DOCUMENTS), None)
    while current is not None and current.name in COLLECTIONS:
        around.append(current)
        current = next(
            (each for each in _listed(current, targets) if id(each) not in map(id, around)), None
        )
    if current is not None:
        return _Found(current, tuple(around))
    return _Found(around[-1], tuple(around[:-1])) if around else None


def _listed(collection: Element, targets: dict[str, Element]) -> list[Element]:
    """The documents that a collection lists, in its order."""
    out: list[Element] = []
    for each in collection.inside():
        if each is not collection and each.name in DOCUMENTS:
            out.append(each)
        elif each.name in ("documentRef", "componentRef"):
            target = targets.get((each.get("href") or each.get("src")).lstrip("#"))
            if target is not None:
                out += [inner for inner in target.inside() if inner.name in DOCUMENTS][:1]
    return out


def _root_kind(document: Element) -> PartKind:
    name = document.get("name").lower()
    if "report" in name:
        return PartKind.REPORT
    return PartKind.DECISION if "decision" in name else PartKind.RESOLUTION


def _type(document: Element) -> DocumentType | None:
    """The type that the document's name, or its identification, says."""
    meta = document.child("meta")
    names = [
        each.get("value")
        for each in (meta.inside() if meta else ())
        if each.name in ("FRBRname", "FRBRsubtype")
    ]
    for name in (*names, document.get("name").lower()):
        if name in _TYPES and name != DocumentType.RESOLUTION.value:
            return _TYPES[name]
    if "report" in document.get("name").lower():
        return DocumentType.COMMITTEE_REPORT
    return _TYPES[DocumentType.RESOLUTION.value] if DocumentType.RESOLUTION.value in names else None


def _identified(document: Element) -> tuple[str, str]:
    """The symbol and the date that the identification gives."""
    meta = document.child("meta")
    work = next((e for e in (meta.inside() if meta else ()) if e.name == "FRBRWork"), None)
    symbol = date = ""
    for each in work.elements if work else ():
        if each.name == "FRBRnumber" and not symbol:
            shown = (each.get("showAs"), each.get("value"))
            symbol = next((s for s in shown if "/" in s and parse_symbol(s)), "")
        if each.name == "FRBRdate" and not date and each.get("date") != _UNKNOWN_DATE:
            date = each.get("date")
    return symbol, date


def _untold(document: Element) -> dict[str, str]:
    """The fields of the masthead that drafter puts beside the elements of Akoma Ntoso."""
    meta = document.child("meta")
    own = (
        next((e for e in meta.every("proprietary") if e.get("source") == _OWN), None)
        if meta
        else None
    )
    inside = own.elements if own is not None else ()
    return {each.name: "".join(map(str, each.children)) for each in inside if each.name in _UNTOLD}


def _language(found: _Found) -> str:
    """The code of the language that the file says it is in; empty if it says none that is known."""
    said = [found.document.get("xml:lang")]
    meta = found.document.child("meta")
    for each in meta.inside() if meta else ():
        if each.name == "FRBRlanguage":
            said.append(each.get("language"))
    for tag in said:
        code = tag.partition("-")[0].lower()
        for known in codes():
            if code in (known, language(known).iso_639_3):
                return known
    return ""
