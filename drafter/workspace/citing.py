"""Citations in the words of a language, with what a draft knows of the texts it may cite."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from drafter.languages import Language, language
from drafter.library import Source
from drafter.model.citation_words import body_of, cited
from drafter.model.citations import Citation, find_citations
from drafter.model.provenance import Stage
from drafter.model.tree import Document
from drafter.model.view import DocumentView
from drafter.workspace.typed_citations import SYMBOLS, given
from drafter.writers import bodies
from drafter.writers.layout import layout


def written(citations: Sequence[Citation], spoken: Language, *, own: bool = False) -> str:
    """The citations in the words of a language."""
    rules = spoken.conventions
    sections = rules.section.counter, rules.letter_counter
    return cited(
        citations, spoken.citations, own=own, annexes=rules.part_counter, sections=sections
    )


def dates_in(document: Document, sources: Iterable[Source]) -> dict[str, str]:
    """The symbols of resolutions and decisions that `document` and the base under it cite, and
    those of the texts of a library, with their dates; "" where a date is not known."""
    known = {each.symbol: "" for each in sources if _is_text(each.symbol)}
    adopted = (each for each in sources if each.stage is Stage.ADOPTED)
    known |= {each.symbol: each.date for each in adopted if each.symbol in known and each.date}
    for text in (document, *(base.document for base in (document.base,) if base)):
        patterns = language(text.language).citations
        for _, paragraph in text.walk():
            for each in find_citations(paragraph.text.plain(), patterns):
                if _is_text(each.symbol) and (each.date or each.symbol not in known):
                    known[each.symbol] = each.date
    return known


def forms(
    words: str, dates: Mapping[str, str], spoken: Language, body: str = ""
) -> tuple[str, ...]:
    """The ways to cite what `words` name in a text of `body` ("general-assembly"), the likeliest
    first: as the body's own ("its resolution …") where it is its own, and without. Raises
    `UsageError` as `given` does."""
    citations = tuple(
        each if each.date else replace(each, date=dates.get(each.symbol, ""))
        for each in given([words], spoken=(spoken.code,))
    )
    own = {body_of(each) for each in citations} == {SYMBOLS.get(body, "")}
    said = (True, False) if own else (False,)
    return tuple(dict.fromkeys(written(citations, spoken, own=each) for each in said))


def speaking(view: DocumentView, spoken: Language) -> str:
    """The body whose text it is ("general-assembly"), "" where nothing says it."""
    return bodies.body_of(view, spoken, layout())


def short(symbol: str) -> str:
    """What a citation calls it by: "70/1" of A/RES/70/1."""
    return symbol.partition("/RES/")[2] or symbol.partition("/DEC/")[2]


def _is_text(symbol: str) -> bool:
    return "/RES/" in symbol or "/DEC/" in symbol
