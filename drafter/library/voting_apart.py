"""Votes on single paragraphs of a draft, as a committee's report tells them before it tells how the
draft was adopted.

A paragraph is known by its name in the recommended text. Where the committee did not retain one,
the numbers of those after it are others than those that were voted on: nothing is said of that
draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from drafter.compare.amending_places import Places
from drafter.languages import Language
from drafter.model.dates import bounded
from drafter.model.normal import normal
from drafter.model.tree import Document, Kind, Part
from drafter.model.view import view

_SENTENCE = re.compile(r"(?:[^.;؛。；]|\.(?!\s|$)){1,2000}")
_GAP = r"(?:[^.;؛。；:：()]|\.(?!\s)){0,100}?"
_CASES = ("", "in", "of")
_KINDS = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE})


def retained(
    document: Document, part: Part, told: Iterable[str], spoken: Language
) -> dict[str, str]:
    """The paragraphs of the draft `part` that were kept by a vote of their own, by their ids, each
    with the sentence that says so in `told`, paragraphs of the report in order."""
    sentences = [
        sentence
        for text in told
        for sentence in _SENTENCE.findall(normal(text).text)
        if _of_another(sentence, spoken)
    ]
    names = _names(document, part, spoken) if sentences else {}
    if not names:
        return {}
    words = spoken.adoption
    kept, struck = (_compiled(each, names, spoken) for each in (words.retained, words.struck))
    found: dict[str, str] = {}
    for sentence in sentences:
        if _voted_on(struck, sentence, spoken):
            return {}
        name = _voted_on(kept, sentence, spoken)
        # letters that are alike without their case may not be so when it is folded: ı and i
        on = names.get(name.casefold())
        if on:
            found[on] = sentence
    return found


def _voted_on(way: re.Pattern[str], sentence: str, spoken: Language) -> str:
    """The name of the paragraph that a sentence says was voted on, "" for none: a vote on "the
    amendment to paragraph 5" is none on paragraph 5."""
    match = way.search(sentence)
    if match is None:
        return ""
    index = match.lastindex or 0
    return "" if _of_another(sentence[: match.start(index)], spoken) else match[index]


def _of_another(words: str, spoken: Language) -> bool:
    """Whether words name a paragraph, or an amendment: something else than a draft."""
    return any(each in words.casefold() for each in spoken.adoption.elsewhere)


def _compiled(patterns: Iterable[str], names: Iterable[str], spoken: Language) -> re.Pattern[str]:
    """One expression for all the patterns; its only groups are the names."""
    either = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    articles = "|".join(map(re.escape, spoken.amending.articles))
    # 1 is no name of 15, nor 1 of 1 (a); Han characters stand behind a name without space
    name = rf"(?:{articles})?({either})(?![^\W\u4e00-\u9fff]|\s?\()"
    whole = (bounded(each).replace("{name}", name).replace("{gap}", _GAP) for each in patterns)
    return re.compile("|".join(whole) or "(?!)", re.IGNORECASE)


def _names(document: Document, part: Part, spoken: Language) -> dict[str, str]:
    """The ids of the paragraphs of a draft by their names; a name of two is none."""
    seen = view(replace(document, root=part), spoken.conventions)
    places = Places(seen, spoken)
    found: dict[str, set[str]] = {}
    for each in seen.elements:
        if each.kind in _KINDS and each.part == part.kind.value:
            for name in places.ways(each.id, _CASES):
                found.setdefault(normal(name).text.casefold(), set()).add(each.id)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}
