"""The fields of the masthead: which of them a document wants, who gives each, what is missing.

Which field is whose is said in `layout.yaml`, by type and body.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path

from drafter.errors import UsageError
from drafter.languages import Language
from drafter.messages import say
from drafter.model.masthead import Masthead
from drafter.model.symbols import one_form, session_of
from drafter.model.tree import DocumentType, Kind
from drafter.model.view import DocumentView
from drafter.workspace.masthead_choices import key_of, near, shown
from drafter.workspace.sponsors import names_in, parted
from drafter.workspace.typed_days import typed_day
from drafter.writers.bodies import body_of
from drafter.writers.layout import layout
from drafter.yamlio.characters import fit

FIELDS = (
    "symbol", "session", "body", "committee", "agenda_items", "agenda_titles", "distribution",
    "date", "original_language", "submitters", "sponsors", "added_sponsors", "group", "submitter",
    "predecessor", "rapporteur", "adopted_on", "meeting", "documents", "bracket_line", "closing",
    "job_number",
)  # fmt: skip
LISTS = frozenset({"agenda_items", "agenda_titles", "sponsors", "added_sponsors", "documents"})
PARTED = LISTS | {"submitters", "submitter", "predecessor", "closing"}  # of several lines
SPONSORS = frozenset({"sponsors", "added_sponsors"})
_SUBMITTING = frozenset({"sponsors", "group", "submitter"})
_DAYS = frozenset({"date", "adopted_on"})
_SYMBOLS = frozenset({"symbol", "predecessor"})
SEVERAL = " | "
_TITLE = "title"
# fields that another says in their stead
_SAID_BY = {
    "session": ("session_read",),
    "sponsors": ("submitters", "submitter"),
    "submitter": ("submitters",),
    "predecessor": ("submitters",),
    "bracket_line": ("documents",),
    "meeting": ("closing",),
}


class Giver(StrEnum):
    """Who gives a field: the drafters must, the Secretariat does, or the drafters may."""

    REQUIRED = "required"
    SECRETARIAT = "secretariat"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class MastheadField:
    """A field that a type of document has; `title` is the title of the text."""

    name: str
    giver: Giver
    missing: bool


def fields_of(
    view: DocumentView,
    language: Language,
    kind: DocumentType | None = None,
    templates: Path | None = None,
) -> tuple[MastheadField, ...]:
    """The fields of the document printed as `kind` (None: as it is), in the order of the masthead.

    `templates` is a folder whose `layout.yaml` goes before the shipped one.
    """
    rules = layout(templates)
    row = rules.kind((kind or view.document.type).value, body_of(view, language, rules))
    givers = {name: giver for giver in Giver for name in row[giver.value].split()}
    known = _known(view)
    return tuple(
        MastheadField(name, givers[name], missing=not known(name))
        for name in (*FIELDS, _TITLE)
        if name in givers
    )


def missing(
    view: DocumentView,
    language: Language,
    kind: DocumentType | None = None,
    templates: Path | None = None,
) -> tuple[MastheadField, ...]:
    """The fields that print as blanks: required ones, and those of the Secretariat."""
    found = fields_of(view, language, kind, templates)
    return tuple(each for each in found if each.missing and each.giver is not Giver.ASKED)


def told(fields: Iterable[MastheadField]) -> str:
    """One line: "symbol, agenda items: missing"; empty for no fields."""
    names = say("library.and-comma").join(name_of(each.name) for each in fields)
    return say("workspace.fields-missing", fields=names) if names else ""


def told_of_body(view: DocumentView, language: Language, templates: Path | None = None) -> str:
    """One line where the masthead names a body that is not known and prints as another, which the
    symbol or the enacting words name; else empty."""
    named = view.document.masthead.body
    printed = (
        "" if language.masthead.organ_key(named) else body_of(view, language, layout(templates))
    )
    if not (named and printed):
        return ""
    return say("workspace.body-unknown", named=named, printed=shown("body", printed))


def name_of(field: str) -> str:
    """A field as the interface calls it."""
    return say(f"workspace.field-{field.replace('_', '-')}")


def words_of(masthead: Masthead, name: str) -> str:
    """A field as one line; several values, or several lines, are parted by a bar."""
    if name == "session":
        return masthead.session_read if masthead.session is None else str(masthead.session)
    value = getattr(masthead, name)
    return SEVERAL.join(value if name in LISTS else str(value).split("\n"))


def with_words(masthead: Masthead, name: str, words: str) -> Masthead:
    """The masthead with a field as it was typed; a list of sponsors may be pasted as it stands, a
    body, committee, distribution, language or day be named in any language. A session not yet known
    is that of the symbol.

    Raises `UsageError` for a session that is not a number, what names no day or could name two, and
    a name that is nearly one of those known.
    """
    parts = tuple(part.strip() for part in words.split("|") if part.strip())
    if name == "session":
        return replace(masthead, session=_number(words.strip()), session_read="")
    if name in SPONSORS:
        parts = parted(parts) if "|" in words else names_in(words)
    after = _put(masthead, name, parts if name in LISTS else _value(name, "\n".join(parts)))
    if name in _SUBMITTING and after != masthead:
        # the line was read with others, and would be printed in their stead
        return replace(after, submitters="")
    if name == "symbol" and not (after.session or after.session_read):
        return replace(after, session=session_of(after.symbol))
    return after


def so_far(masthead: Masthead, name: str, words: str) -> Masthead:
    """The masthead with a field as far as it is typed: what `with_words` would refuse stays as it
    stands."""
    try:
        return with_words(masthead, name, words)
    except UsageError:
        if name == "session":
            return replace(masthead, session=None, session_read=words.strip())
        return _put(masthead, name, words)


def _put(masthead: Masthead, name: str, value: object) -> Masthead:
    values = {field: getattr(masthead, field) for field in FIELDS}
    return replace(masthead, **{**values, name: value})


def _value(name: str, words: str) -> str:
    meant = near(name, words)
    if meant:
        raise UsageError("workspace.meant-value", typed=words, meant=meant)
    if name in _SYMBOLS:
        return one_form(words)
    return typed_day(words) if name in _DAYS else key_of(name, words)


def with_given(masthead: Masthead, given: Iterable[str]) -> Masthead:
    """The masthead with fields as the command line gives them ("symbol=A/C.2/81/L.5").

    Raises `UsageError` naming the field that was meant, or those there are, and as `with_words`.
    """
    for each in given:
        name, equals, words = each.partition("=")
        name = name.strip().replace("-", "_")
        if not equals or name not in FIELDS:
            raise _no_such_field(each, name if equals else "")
        try:
            masthead = with_words(masthead, name, fit(words))
        except UsageError as problem:
            problem.place = f"--set {each}"
            raise
    return masthead


def _no_such_field(given: str, name: str) -> UsageError:
    known, meant = ", ".join(FIELDS), get_close_matches(name, FIELDS, n=1)
    if meant:
        return UsageError("workspace.meant-field", field=given, meant=meant[0], known=known)
    return UsageError("workspace.no-such-field", field=given, known=known)


def _known(view: DocumentView) -> Callable[[str], bool]:
    masthead = view.document.masthead
    titled = any(e.kind is Kind.TITLE and e.text.plain().strip() for e in view.elements)

    def known(name: str) -> bool:
        if name == _TITLE:
            return titled
        return any(getattr(masthead, each) for each in (name, *_SAID_BY.get(name, ())))

    return known


def _number(words: str) -> int | None:
    if not words:
        return None
    if not (words.isascii() and words.isdecimal()):
        raise UsageError("workspace.session-is-a-number", typed=words)
    return int(words)
