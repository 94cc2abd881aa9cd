"""The `meta` of a document and of its parts: who it is, in which language, what it refers to."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from drafter.languages import Language, codes, language
from drafter.model.masthead import Masthead
from drafter.model.tree import DocumentType
from drafter.writers.akn.elements import element, put, say
from drafter.writers.akn.identity import Identity

SOURCE = "#un"
ADOPTION_DATE = "adoptionDate"
PLENARY_MEETING = "plenaryMeeting"
SYMBOL = "symbol"
OWN = "drafter"
UNTOLD = ("added_sponsors", "group", "submitter", "predecessor", "meeting", "documents")
_OWN_NAMESPACE = "urn:drafter:masthead"
_ONTOLOGY = "/akn/ontology"


def meta(who: Identity, kind: DocumentType, spoken: Language, component: str = "main") -> Element:
    """The identification of a document or of one of its components ("annex_1")."""
    expression = f"{who.work}/{spoken.iso_639_3}@"
    this = f"!{component}"
    work = _level("Work", f"{who.work}/{this}", who.work, who)
    put(work, "FRBRcountry", value="un")
    put(work, "FRBRsubtype", value=who.subtype)
    if who.symbol:
        put(work, "FRBRnumber", value=who.number, showAs=who.symbol)
    if component == "main":
        put(work, "FRBRname", value=kind.value)
    told = _level("Expression", f"{expression}/{this}", expression, who)
    put(told, "FRBRlanguage", language=spoken.iso_639_3)
    made = _level("Manifestation", f"{expression}/{this}/.xml", f"{expression}/.xml", who)
    put(made, "FRBRformat", value="application/akn+xml")
    return element("meta", element("identification", work, told, made, source=SOURCE))


def references(who: Identity, organ: str, spoken: Language, original: str) -> Element:
    """The organs, roles, events and concepts that the file speaks of; `original` is the language it
    was written in first, by code or as a masthead names it, empty if not known."""
    made = element("references", source=SOURCE)
    names = {name: code for code, name in spoken.masthead.languages}
    code = names.get(original, original)
    if code in codes() and code != spoken.code:
        first = language(code).iso_639_3
        put(made, "original", eId="original", href=f"{who.work}/{first}@", showAs=first)
    _term(made, "Organization", "un", "United Nations")
    if who.actor != "un":
        _term(made, "Organization", who.actor, organ or who.actor)
    _term(made, "Role", "author", "Author")
    _term(made, "Process", OWN, OWN)
    _term(made, "Event", PLENARY_MEETING, "Plenary meeting")
    _term(made, "Concept", ADOPTION_DATE, "Date of adoption")
    _term(made, "Concept", SYMBOL, "Document symbol")
    return made


def untold(masthead: Masthead, *unprinted: str) -> Element | None:
    """The fields of the masthead for which Akoma Ntoso has no element, or that this type of
    document does not print, None if there are none: several values of one stand on a line each."""
    fields = {name: getattr(masthead, name) for name in (*UNTOLD, *unprinted)}
    rows = {k: v if isinstance(v, str) else "\n".join(v) for k, v in fields.items() if v}
    if not rows:
        return None
    made = element("proprietary", source=f"#{OWN}")
    made.set(f"xmlns:{OWN}", _OWN_NAMESPACE)
    for name, words in rows.items():
        say(put(made, f"{OWN}:{name}"), words)
    return made


def _level(name: str, this: str, uri: str, who: Identity) -> Element:
    return element(
        f"FRBR{name}",
        element("FRBRthis", value=this),
        element("FRBRuri", value=uri),
        element("FRBRdate", date=who.date, name=who.dated),
        element("FRBRauthor", href=f"#{who.actor}", as_="#author"),
    )


def _term(parent: Element, kind: str, name: str, shown: str) -> None:
    href = f"{_ONTOLOGY}/{kind.lower()}/un/{name}"
    put(parent, f"TLC{kind}", eId=name, href=href, showAs=shown)
