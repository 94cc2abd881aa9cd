"""What a whole line is if its words or its style tell: the organ that acts, an annex, a field."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.languages import Language, canonical, session_number
from drafter.model.symbols import parse_symbol
from drafter.readers.segment.labels import label_of
from drafter.readers.segment.lines import Line
from drafter.readers.segment.raw import Raw
from drafter.readers.segment.vocabulary import Vocabulary, vocabulary

# Lines that stand by themselves anywhere in a document.
BODY = ("enacting", "annex", "appendix", "draft_heading", "decision_heading", "meeting")
# Lines of a masthead, in the order in which they are tried.
HEAD = (
    "report", "rapporteur", "agenda", "number", "adopted", "statement", "addendum", "corrigendum",
    "oral_revisions",
    "distribution", "original", "version", "date", "organ", "committee", "organization",
    "draft_heading", "decision_heading", "sponsors", "submitted",
)  # fmt: skip
# Roles that a line keeps only if it cannot be the end of a longer line before it.
_LONGEST = 4000  # no list of sponsors is longer
LOOSE = frozenset({"sponsors", "submitted"})
# What a style tells that leaves open which title, heading or text it is: words may say more.
# Lines that only a masthead has.
_MASTHEAD = frozenset(
    {"agenda", "number", "adopted", "distribution", "original", "report", "sponsors", "submitted",
     "session"}
)  # fmt: skip
_DEEPEST = 60
GENERIC = frozenset({"title", "heading", "text"})
ROW = "row"


def body_role(text: str, language: Language) -> str:
    """The role of a line that can stand anywhere, "" for none."""
    if len(text) > _LONGEST:
        return ""
    return _first(canonical(text, language), vocabulary(language), BODY)


def head_role(text: str, language: Language) -> str:
    """The role of a line of the masthead, "" for none."""
    if len(text) > _LONGEST:
        return ""
    plain = canonical(text, language)
    role = _first(plain, vocabulary(language), HEAD)
    if role:
        return role
    if session_number(language, plain.rstrip("*")) is not None:
        return "session"
    if plain.startswith("[") and plain.endswith("]"):
        return "bracket"
    return "symbol" if "/" in plain and parse_symbol(plain) is not None else ""


def told(role: str) -> str:
    """The role that a style or place told, if it says exactly what the line is."""
    return "" if role in GENERIC or role == ROW else role


def role_in_body(raw: Raw, language: Language) -> str:
    """The role of a paragraph that can stand anywhere; what its style told wins over words."""
    exact = told(raw.told)
    if exact or raw.role == "organ":
        return exact if exact in BODY else ""
    return "" if raw.label or raw.told == ROW else body_role(raw.text, language)


def role_in_head(raw: Raw, language: Language) -> str:
    """The role of a line of the masthead; what its style told wins over words."""
    return told(raw.told) or head_role(raw.text, language)


def below_masthead(lines: Sequence[Line], language: Language) -> int:
    """The number in the file of the last line that only a masthead has; organs named by their bare
    names above it do not act. 0 if there is none."""
    last = 0
    for line in lines[:_DEEPEST]:
        words = canonical(line.text, language)
        acting = vocabulary(language).enacting.fullmatch(words)
        if (acting and words.rstrip("*")[-1:] in ",，،") or label_of(line.text):
            break
        if told(line.role) in _MASTHEAD or head_role(line.text, language) in _MASTHEAD:
            last = line.number
    return last


def _first(text: str, words: Vocabulary, roles: tuple[str, ...]) -> str:
    return next((role for role in roles if getattr(words, role).fullmatch(text)), "")
