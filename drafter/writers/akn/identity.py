"""Names of documents: the IRIs of the naming convention, as the United Nations guidelines fill it.

`/akn/un/{type}/{subtype}/{actor}/{date}/{number}`. The number may be missing, the date may not:
what is not known is the placeholder `UNKNOWN_DATE`, never a date of our own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drafter.languages import Language, language
from drafter.model.dates import read_date
from drafter.model.masthead import Masthead
from drafter.model.symbols import parse_symbol
from drafter.model.tree import DocumentType, Part, PartKind

UNKNOWN_DATE = "0001-01-01"
_ADOPTED = frozenset({DocumentType.RESOLUTION, DocumentType.DECISION})
_DRAFTED = frozenset({
    DocumentType.DRAFT_RESOLUTION, DocumentType.REVISED_DRAFT, DocumentType.CHAIRS_TEXT,
    DocumentType.DRAFT_DECISION,
})  # fmt: skip
_ACTORS = {
    "general-assembly": "un-ga",
    "security-council": "un-sc",
    "economic-and-social-council": "un-ecosoc",
    "human-rights-council": "un-ga-hrc",
}
_SEGMENTS = {"A": "general-assembly", "S": "security-council", "E": "economic-and-social-council"}
_UNNAMED = "un"
_FULL_DATE = 10  # characters: a month or a year alone is no date of the schema


@dataclass(frozen=True, slots=True)
class Identity:
    """What a document is called: `tag` is its element, `name` its subclass ("resolutionDraft"),
    `date` ISO and never empty, `dated` what happened then; `symbol` as printed (empty if not
    given)."""

    tag: str
    subtype: str
    name: str
    actor: str
    date: str
    symbol: str = ""
    dated: str = "submission"

    @property
    def number(self) -> str:
        """The number in the IRI: of adopted texts without organ and series ("71-4")."""
        found = parse_symbol(self.symbol)
        plain = str(found) if found else self.symbol
        if found is not None and (found.is_resolution or found.is_decision):
            plain = plain.partition(f"/{found.series}/")[2]
        return plain.rstrip("*").replace("/", "-").replace(" ", "_")

    @property
    def work(self) -> str:
        """The IRI of the work, in whatever language."""
        parts = ("/akn/un", self.tag, self.subtype, self.actor, self.date, self.number)
        return "/".join(part for part in parts if part)

    def component(self, kind: PartKind) -> tuple[str, str]:
        """The element and the subclass of a part of this kind."""
        return _COMPONENTS.get(kind, (self.tag, self.name))


def identity(masthead: Masthead, kind: DocumentType, root: Part, spoken: Language) -> Identity:
    """The name of the document with this masthead, as a document of `kind`."""
    actor = actor_of(masthead.symbol, masthead.body, spoken)
    adopted = kind in _ADOPTED
    date = iso_date(masthead.adopted_on if adopted else masthead.date, spoken)
    dated = "adoption" if adopted else "submission"
    tag, subtype, name = _class(kind, root.kind)
    return Identity(
        tag,
        subtype,
        name,
        actor,
        date or UNKNOWN_DATE,
        masthead.symbol,
        dated if date else "unknown",
    )


def cited(symbol: str, date: str) -> str:
    """The IRI of a resolution or decision that is cited with its date, "" for other documents."""
    found = parse_symbol(symbol)
    if found is None or not (found.is_resolution or found.is_decision) or len(date) != _FULL_DATE:
        return ""
    name = "resolution" if found.is_resolution else "decision"
    body = _ACTORS.get(_SEGMENTS.get(found.organ, ""), "")
    actor = _ACTORS["human-rights-council"] if "HRC" in found.bodies else body
    return Identity("statement", "deliberation", name, actor, date, symbol).work if actor else ""


def actor_of(symbol: str, body: str, spoken: Language) -> str:
    """The organ that acts, in the words of the guidelines ("un-ga"); "un" where none is known."""
    names = {name: key for key, name in spoken.masthead.organs}
    key = body if body in _ACTORS else names.get(body, "")
    return _ACTORS.get(key or _SEGMENTS.get(symbol.partition("/")[0], ""), _UNNAMED)


def iso_date(given: str, spoken: Language) -> str:
    """A full date in ISO form, from ISO or from words as this language's mastheads have them."""
    if not given:
        return ""
    languages = (spoken, language(spoken.masthead.date_language))
    read = (read_date(given, each.citations.dates) for each in languages)
    return next((date for date in (given, *read) if _is_iso(date)), "")


def _is_iso(date: str) -> bool:
    return len(date) == _FULL_DATE and date[4] == date[7] == "-" and date[:4].isdecimal()


def _class(kind: DocumentType, root: PartKind) -> tuple[str, str, str]:
    if root is PartKind.REPORT:
        return "doc", "report", "report"
    named = "decision" if root is PartKind.DECISION else "resolution"
    if kind in _ADOPTED:
        return "statement", "deliberation", named
    if kind in _DRAFTED:
        return "statement", "deliberation", f"{named}Draft"
    return "statement", "deliberation", kind.value


_COMPONENTS: Mapping[PartKind, tuple[str, str]] = {
    PartKind.DRAFT: ("statement", "resolutionDraft"),
    PartKind.DECISION: ("statement", "decisionDraft"),
    PartKind.ANNEX: ("doc", "annex"),
    PartKind.APPENDIX: ("doc", "appendix"),
    PartKind.DECLARATION: ("doc", "declaration"),
}
