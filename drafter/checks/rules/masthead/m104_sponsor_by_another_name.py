"""A sponsor is not named as documents of the language name it.

Sponsors stand in the masthead under their short official names: "Türkiye", "Iran (Islamic Republic
of)". Abbreviations, names in other languages, and former names on a draft of a day when they were
no longer the State's are offered the short name. A name that is only nearly a State's is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.check import Check
from drafter.languages import Language, order_of, states
from drafter.model.findings import Finding, NameList, NamesFix, Severity
from drafter.model.sponsors import Sponsor, sponsors_of
from drafter.model.view import DocumentView


def _run(view: DocumentView, language: Language) -> Iterator[Finding]:
    masthead = view.document.masthead
    yield from _renamed(NameList.SPONSORS, masthead.sponsors, masthead.day, language)
    added = masthead.added_sponsors
    yield from _renamed(NameList.ADDED_SPONSORS, added, masthead.day, language)


def _renamed(
    listed: NameList, typed: tuple[str, ...], day: str, language: Language
) -> Iterator[Finding]:
    named = {state.key: state.name(language.code) for state in states()}
    sponsors = sponsors_of(typed, states()).sponsors
    right = tuple(_name(each, day, language.code) + "*" * each.marked for each in sponsors)
    changed = [(old, new) for old, new in zip(typed, right, strict=True) if old != new]
    if changed:
        old, new = (order_of(language.code).joined(names) for names in zip(*changed, strict=True))
        fixes = (NamesFix(listed, typed, right),)
        params = (("typed", old), ("names", new))
        message = "check.sponsor-names"
        yield Finding(CHECK.code, CHECK.severity, message, params=params, fixes=fixes)
    for each in sponsors:
        if each.meant:
            yield CHECK.of_document("check.sponsor-meant", typed=each.typed, name=named[each.meant])


def _name(sponsor: Sponsor, day: str, code: str) -> str:
    """The name that documents of a day print; as typed where that is right, or not certain."""
    state, typed = sponsor.state, sponsor.typed
    if state is None or typed == state.key or _alike(typed, state.name(code)):
        return typed
    if sponsor.former and not state.was_renamed(typed, day):
        return typed
    return state.name(code)


def _alike(one: str, other: str) -> bool:
    """Whether two names differ in the form of the apostrophe alone."""
    return one.replace("'", "’") == other.replace("'", "’")


CHECK = Check(
    code="M104",
    name="sponsor-by-another-name",
    severity=Severity.INFO,
    authority="Editorial Manual, Country names; UNTERM",
    page=__doc__,
    run=_run,
)
