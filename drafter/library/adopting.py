"""How a text was adopted, where the document itself says so; never inferred.

A resolution says it under its text ("[Adopted without a vote.]", "[Adopted by a recorded vote of
28 to 14, with 5 abstentions."), a committee's report in its paragraphs ("the Committee adopted
draft resolution A/C.2/79/L.29 without a vote (see para. 12, draft resolution II)"), with the votes
on single paragraphs before that. What a resolution says of others in its preamble is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from drafter.languages import AdoptionWords, Language, language
from drafter.library.source import Adoption, Votes
from drafter.library.voting_apart import retained
from drafter.model.conventions import Counter
from drafter.model.dates import bounded
from drafter.model.normal import normal
from drafter.model.numbering import value
from drafter.model.tree import RECOMMENDED, Document, Kind, Part, PartKind

_VOTED = RECOMMENDED | {PartKind.RESOLUTION, PartKind.LETTERED}
_BELOW = frozenset({Kind.PROSE, Kind.CONTINUATION, Kind.OPERATIVE, Kind.HEADING})
# how far behind the words "(see para. 12, draft resolution II)" may stand
_REACH = 120


@dataclass(frozen=True, slots=True)
class AdoptionSaid:
    """How the part at path `part` was adopted, and where it is said: characters `start`…`end` of
    the paragraph `place`, or of a masthead line where `place` is empty."""

    part: str
    how: str
    votes: Votes | None
    place: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Patterns:
    below: re.Pattern[str]
    reported: tuple[re.Pattern[str], ...]
    draft: re.Pattern[str]
    vote: re.Pattern[str]


def adoptions_said(document: Document) -> tuple[AdoptionSaid, ...]:
    """Every statement of how a part was adopted, in document order, one part perhaps twice."""
    spoken = language(document.language)
    return (*_under_texts(document, spoken), *_in_report(document, spoken))


def adoptions(document: Document) -> tuple[Adoption, ...]:
    """How each part was adopted, a row for each part that says it; two that differ say nothing."""
    ways: dict[str, set[tuple[str, Votes | None]]] = {}
    for said in adoptions_said(document):
        ways.setdefault(said.part, set()).add((said.how, said.votes))
    apart = _set_apart(document, language(document.language))
    return tuple(
        Adoption(part, how, votes, apart.get(part, ()))
        for part, said_ways in ways.items()
        if len(said_ways) == 1
        for how, votes in said_ways
    )


def _set_apart(document: Document, spoken: Language) -> dict[str, tuple[Votes, ...]]:
    """The separate votes on paragraphs of each draft: told since the adoption of another, or since
    the last heading."""
    parts = dict(document.parts())
    told: list[str] = []
    said = {each.place: each for each in _in_report(document, spoken)}
    found: dict[str, tuple[Votes, ...]] = {}
    for path, paragraph in document.walk():
        if path != document.root.kind.value:
            continue
        if paragraph.kind is Kind.HEADING:
            told = []
        text = paragraph.text.plain()
        adopted = said.get(paragraph.id)
        if adopted is None:
            told.append(text)
            continue
        kept = retained(document, parts[adopted.part], [*told, text[: adopted.start]], spoken)
        found[adopted.part] = tuple(_separate(kept, spoken))
        told = []
    return found


def _separate(kept: Mapping[str, str], spoken: Language) -> Iterator[Votes]:
    """The votes that sentences tell, on paragraphs by their ids."""
    for on, sentence in kept.items():
        counted = _compiled(spoken).vote.search(sentence)
        votes = _votes(counted, spoken.adoption) if counted else None
        if votes:
            yield replace(votes, on=on)


def _under_texts(document: Document, spoken: Language) -> Iterator[AdoptionSaid]:
    """What stands under a resolution or in its masthead, on a line of its own."""
    below = _compiled(spoken).below
    root = document.root.kind.value
    masthead = document.masthead
    if document.root.kind in _VOTED:
        lines = (*masthead.closing.split("\n"), masthead.bracket_line, *masthead.read)
        for line in dict.fromkeys(lines):
            plain = normal(line)
            found = below.match(plain.text)
            if found:
                yield _said(root, found, spoken, "", plain.span(*found.span()))
    kinds = {path: part.kind for path, part in document.parts()}
    for path, paragraph in document.walk():
        if kinds[path] not in _VOTED or paragraph.kind not in _BELOW:
            continue
        plain = normal(paragraph.text.plain())
        found = below.match(plain.text)
        if found:
            yield _said(path, found, spoken, paragraph.id, plain.span(*found.span()))


def _in_report(document: Document, spoken: Language) -> Iterator[AdoptionSaid]:
    """What the paragraphs of a report say of the drafts that stand in it."""
    parts = [each for each in document.parts() if each[1].kind in RECOMMENDED]
    found = list(_reported(document, spoken)) if parts else []
    kinds: list[PartKind] = []
    names: list[re.Match[str] | None] = []
    for _, text, match in found:
        named = _draft_named(normal(text).text, match.end(), spoken)
        names.append(named)
        kinds.append(_kind_named(named[0] if named else match[0], spoken))
    for (place, text, match), named, kind in zip(found, names, kinds, strict=True):
        plain = normal(text)
        drafts = _numbered([each for each in parts if each[1].kind is kind], spoken)
        number = _number(named, spoken) if named else 0
        if not number and len(drafts) == 1 and kinds.count(kind) == 1:
            number = next(iter(drafts))
        if number in drafts:
            yield _said(drafts[number], match, spoken, place, plain.span(*match.span()))


def _reported(document: Document, spoken: Language) -> Iterator[tuple[str, str, re.Match[str]]]:
    for _, paragraph in document.walk():
        if paragraph.kind is not Kind.REPORT:
            continue
        text = paragraph.text.plain()
        plain = normal(text)
        taken = 0
        matches = [m for p in _compiled(spoken).reported for m in p.finditer(plain.text)]
        for match in sorted(matches, key=lambda each: each.span()):
            if match.start() >= taken:
                taken = match.end()
                yield paragraph.id, text, match


def _draft_named(text: str, start: int, spoken: Language) -> re.Match[str] | None:
    """The draft in the parenthesis that follows, None if none is named."""
    return _compiled(spoken).draft.search(text, start, min(start + _REACH, len(text)))


def _numbered(drafts: Sequence[tuple[str, Part]], spoken: Language) -> dict[int, str]:
    """The paths of the drafts by the numbers in their headings, else in their order."""
    headings = ((path, _compiled(spoken).draft.search(p.heading_read)) for path, p in drafts)
    headed = {_number(found, spoken): path for path, found in headings if found}
    return headed or {number: path for number, (path, _) in enumerate(drafts, 1)}


def _kind_named(words: str, spoken: Language) -> PartKind:
    """Whether words that name a draft name a decision or a resolution."""
    decision = spoken.conventions.part_word(PartKind.DECISION.value).casefold()
    return PartKind.DECISION if decision in words.casefold() else PartKind.DRAFT


def _number(named: re.Match[str], spoken: Language) -> int:
    words = named["draft"]
    names = dict(spoken.adoption.draft_numbers)
    if words in names:
        return int(names[words])
    counters = (Counter.ROMAN_UPPER, Counter.HAN, Counter.DECIMAL)
    return next((number for each in counters if (number := value(each, words))), 0)


def _said(
    part: str, found: re.Match[str], spoken: Language, place: str, span: tuple[int, int]
) -> AdoptionSaid:
    votes = _votes(found, spoken.adoption)
    how = "recorded-vote" if votes else "without-a-vote"
    return AdoptionSaid(part, how, votes, place, *span)


def _votes(found: re.Match[str], words: AdoptionWords) -> Votes | None:
    groups = found.groupdict().items()
    said = {re.sub(r"(?:_\d+)+$", "", name): word for name, word in groups if word}
    if "in_favour" not in said:
        return None
    favour, against, abstaining = (
        _count(said.get(each, ""), words) for each in ("in_favour", "against", "abstaining")
    )
    return Votes(favour, against, abstaining)


def _count(word: str, words: AdoptionWords) -> int | None:
    if word.isdecimal():
        return int(word)
    return _counted(words).get(" ".join(word.split()).casefold())


def _counted(words: AdoptionWords) -> Mapping[str, int]:
    return dict.fromkeys(words.none, 0) | {said: int(number) for said, number in words.counted}


@cache
def _compiled(spoken: Language) -> _Patterns:
    words = spoken.adoption
    return _Patterns(
        below=re.compile(_filled(rf"\[?\s*(?:{words.below})", words), re.IGNORECASE),
        reported=tuple(re.compile(_filled(each, words), re.IGNORECASE) for each in words.reported),
        draft=re.compile(bounded(words.draft), re.IGNORECASE),
        vote=re.compile(_filled("{how}", words), re.IGNORECASE),
    )


def _filled(template: str, words: AdoptionWords) -> str:
    """The template with the ways of adoption in it; each way numbers its own groups."""
    ways = [
        re.sub(r"\(\?P<(\w+)>", rf"(?P<\g<1>_{index}>", each)
        for index, each in enumerate((*words.recorded_vote, *words.without_vote))
    ]
    other = "|".join(map(re.escape, words.elsewhere)) or "(?!)"
    gap = rf"(?:(?!{other})(?:[^.;؛。；\[\]]|\.(?!\s))){{0,160}}?"
    counts = (re.escape(each).replace(r"\ ", r"\s+") for each in _counted(words))
    count = "|".join((r"\d{1,3}", *counts))
    how = f"(?:{'|'.join(ways)})"
    filled = template.replace("{gap}", gap).replace("{how}", how)
    return bounded(filled.replace("{count}", f"(?:{count})"))
