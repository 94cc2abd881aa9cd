"""Paragraph numbers in running text: 15, 15 (c), 140.2, each of a list on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.citation import Citation, CitationKind
from drafter.model.citation_patterns import CitationPatterns, compiled
from drafter.model.conventions import Counter
from drafter.model.numbering import value

_SUB = re.compile(r"\(?(\w+)\)")


def cited_paragraphs(text: str, patterns: CitationPatterns) -> Iterator[Citation]:
    """Each paragraph cited; of a range its two ends."""
    parts = compiled(patterns)
    if parts.paragraph is None:
        return
    for match in parts.paragraph.finditer(text):
        whole, limit = "", match.end("number")
        before = match.groupdict().get("sub") or ""
        position = match.start("number")
        while one := parts.one_paragraph.search(text, position, limit):
            position = one.end()
            joined = _decimal(text, one, parts.one_paragraph, limit)
            if joined:
                position = joined.end()
                yield _cited(f"{one['whole']}.{joined['whole']}", one.start(), joined.end())
                continue
            whole = _figures(one["whole"]) if one["whole"] else whole
            subs = [*_SUB.findall(one["subs"] or one["alone"] or ""), *filter(None, (before,))]
            yield _cited(_written(whole, subs, patterns), *one.span())


def _cited(number: str, start: int, end: int) -> Citation:
    return Citation(CitationKind.PARAGRAPH, number, "", "", start, end)


def paragraph_words(number: str, patterns: CitationPatterns) -> str:
    """ "15 (c)" as the language writes it: 15 c), 15 (ج)."""
    form = dict(patterns.forms).get("sub", "({letter})")
    names = {letter: name for name, letter in reversed(patterns.labels)}
    return re.sub(
        r"\((\w+)\)", lambda found: form.format(letter=names.get(found[1], found[1])), number
    )


def _decimal(
    text: str, one: re.Match[str], expression: re.Pattern[str], limit: int
) -> re.Match[str] | None:
    """The figure after the hyphen of 140-2, which is 140.2: no range runs backwards."""
    if not one["whole"] or one["subs"] or text[one.end() : one.end() + 1] != "-":
        return None
    after = expression.match(text, one.end() + 1, limit)
    if after is None or not (after["whole"] or "").isdecimal() or not one["whole"].isdecimal():
        return None
    return after if int(after["whole"]) < int(one["whole"]) else None


def _written(whole: str, subs: list[str], patterns: CitationPatterns) -> str:
    names = dict(patterns.labels + patterns.alike)
    return " ".join((whole, *(f"({names.get(sub, sub)})" for sub in subs)))


def _figures(whole: str) -> str:
    number = None if whole[0].isdecimal() else value(Counter.HAN, whole)
    return str(number) if number else whole
