"""What the language versions that a library holds say of the changes of a translation."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from drafter.compare.originals import judged
from drafter.languages import codes, language
from drafter.messages import say
from drafter.model.findings import Change

if TYPE_CHECKING:
    from drafter.library import Clause, Library


def with_originals(
    found: tuple[Change, ...], old: Clause, new: Clause, library: Library
) -> tuple[Change, ...]:
    """The changes between two clauses of one language, judged by their originals: the versions of
    both in the original language or, where no source names it, in the only other language that
    both are held in."""
    pairs = _pairs(old, new, library)
    original = original_of(old, new, library)
    spoken = original or (next(iter(pairs)) if len(pairs) == 1 else "")
    if spoken not in pairs:
        return found
    return judged(found, pairs[spoken], language(spoken))


def unchecked(old: Clause, new: Clause, library: Library) -> str:
    """The remark that a translation alone was compared; empty where it was not, or where no source
    says that it is a translation."""
    original = original_of(old, new, library)
    if not original or original in _pairs(old, new, library):
        return ""
    return alone(new.language)


def original_of(old: Clause, new: Clause, library: Library) -> str:
    """The language that both clauses were translated from, as far as their sources say."""
    sources = [source for source in library.sources if source.symbol in (old.symbol, new.symbol)]
    named = {code_of(source.original_language) for source in sources} - {""}
    return named.pop() if len(named) == 1 and new.language not in named else ""


def alone(code: str) -> str:
    """The remark itself, of a text in this language."""
    return say("deviation.translation-alone", language=say(f"deviation.language-{code}"))


@cache
def code_of(name: str) -> str:
    """The code of a language named as mastheads name it ("English", "anglais", "en"); empty if it
    is not known."""
    for code in codes():
        names = {code, *(language(each).masthead.language_name(code) for each in codes())}
        if name.casefold() in {each.casefold() for each in names if each}:
            return code
    return ""


def _pairs(old: Clause, new: Clause, library: Library) -> dict[str, tuple[str, str]]:
    """The texts of both clauses in every other language that both are held in."""
    before, after = (
        {each.language: each.plain for each in library.versions(clause.id)} for clause in (old, new)
    )
    known = set(codes()) - {new.language}
    return {code: (before[code], after[code]) for code in sorted({*before} & {*after} & known)}
