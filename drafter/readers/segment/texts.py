"""From the raw words of a paragraph to its Text: line wraps undone, marks in their places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.languages import Language, canonical, opening_of
from drafter.model.text import Span, SpanKind, Text
from drafter.readers.segment.raw import Raw

_HYPHEN = re.compile(r"(?<!\w)(\w{1,40})[-\u2010\u00ad]\n(\w{1,40})")
# a line may end after a slash or dash that stands between two words without spaces: 3–⏎14 June
_UNPARTED = re.compile(r"(?<=\w[/–])\n(?=\w)")
_BETWEEN = re.compile(r"[\s,，、،]*")
_SPACE = re.compile(r"\s")
_OPENING = "([“«\"'‘–—$€£"


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote mark at characters `start`…`end` of raw text, and the id of its note."""

    start: int
    end: int
    note: str


def vocabulary_of(raws: Sequence[Raw]) -> frozenset[str]:
    """Every word of the text that no line end cuts, in small letters."""
    words: set[str] = set()
    for raw in raws:
        for line in raw.text.split("\n"):
            words |= set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.casefold())[:-1])
    return frozenset(words)


def text_of(
    raw: str, marks: Sequence[Mark], language: Language, known: frozenset[str] = frozenset()
) -> Text:
    """The Text of raw words with footnote marks; nothing but extraction white space is lost."""
    pieces, position = [], 0
    for mark in marks:
        pieces.append(raw[position : mark.start])
        position = mark.end
    pieces = [_mended(piece, known) for piece in (*pieces, raw[position:])]
    for index in range(1, len(marks)):
        if _BETWEEN.fullmatch(pieces[index]):
            pieces[index] = ""
    met, counts, count = [pieces[0]], [], 0
    for piece in pieces[1:]:
        count += len(_SPACE.sub("", met[-1]))
        counts.append(count)
        met[-1], after = _met(met[-1], piece, language)
        met.append(after)
    return _marked(canonical("".join(met), language), counts, [mark.note for mark in marks])


def with_opening(text: Text, kind: str, language: Language) -> Text:
    """`text` with the words emphasised that are known to open `kind`."""
    length = len(opening_of(text.plain(), language, kind))
    return text.emphasised(length) if length else text


def with_emphasis(text: Text, raw: str, stretches: Sequence[tuple[int, int]]) -> Text:
    """`text` with the characters emphasised too that stand in `stretches` of the raw words it was
    made of; white space, which may have gone, is not counted."""
    if not any(start < end for start, end in stretches):
        return text
    plain = text.plain()
    places = [i for i, character in enumerate(plain) if not character.isspace()]
    emphatic = {i for i in range(len(plain)) if text.kind_at(i) is SpanKind.EMPHASIS}
    for start, end in _joined(stretches, raw):
        before, within = (len(_SPACE.sub("", raw[a:b])) for a, b in ((0, start), (start, end)))
        inside = places[before : before + within]
        if inside:
            emphatic.update(range(inside[0], inside[-1] + 1))
    notes: dict[int, list[Span]] = {}
    for offset, note in text.marks:
        notes.setdefault(offset, []).append(Span(note, SpanKind.NOTE))
    parts: list[Span] = [*notes.get(0, ())]
    for index, character in enumerate(plain):
        parts.append(Span(character, SpanKind.EMPHASIS if index in emphatic else SpanKind.PLAIN))
        parts += notes.get(index + 1, ())
    return Text.of(*parts)


def _joined(stretches: Sequence[tuple[int, int]], raw: str) -> list[tuple[int, int]]:
    """The stretches with those that touch as one: neither a link in emphasised words is an end of
    them nor that of a line."""
    made: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if made and not raw[made[-1][1] : start].strip("\n"):
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return made


def _met(before: str, after: str, language: Language) -> tuple[str, str]:
    """The two sides of a mark as they stand without it: white space beside the mark is the mark's,
    unless a word follows, or a stop that the language sets apart."""
    parted = before != before.rstrip() or after != after.lstrip()
    following = after.lstrip()
    if after != following and following[:1] in _set_apart(language):
        return before.rstrip(), after
    if parted and following and _begins(following[0], language):
        return before.rstrip(), " " + following
    return before.rstrip(), following if parted else after


def _begins(sign: str, language: Language) -> bool:
    """Whether a word begins with a sign; which quotation marks open is a matter of the language."""
    pairs = language.typography.brackets
    if any(sign == closing for _, closing in pairs):
        return False
    return sign.isalnum() or sign in _OPENING or any(sign == opening for opening, _ in pairs)


def _set_apart(language: Language) -> tuple[str, ...]:
    """The stops with a space of their own before them (French ;)."""
    marks = language.endings
    every = (marks.operative, marks.introducing, marks.sub, marks.prose, marks.preambular)
    return tuple(each.strip() for each in every if each[:1].isspace())


def _marked(plain: str, counts: Sequence[int], notes: Sequence[str]) -> Text:
    """`plain` with a mark after as many characters (white space apart) as `counts` says."""
    parts: list[str | Span] = []
    position = seen = 0
    for count, note in zip(counts, notes, strict=True):
        end = position
        while seen < count and end < len(plain):
            seen += not plain[end].isspace()
            end += 1
        parts += [plain[position:end], Span(note, SpanKind.NOTE)]
        position = end
    return Text.of(*parts, plain[position:])


def _mended(text: str, known: frozenset[str]) -> str:
    """Words that a line end cut: the hyphen goes if the text has the word without one."""

    def whole(found: re.Match[str]) -> str:
        word = found[1] + found[2]
        parted = f"{found[1]}-{found[2]}"
        soft = word.casefold() in known and parted.casefold() not in known
        return word if soft else parted

    return _HYPHEN.sub(whole, _UNPARTED.sub("", text)).replace("\u00ad", "")
