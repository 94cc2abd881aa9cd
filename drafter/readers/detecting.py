"""Which language a text is in: by its script, and among languages of one script by its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from drafter.languages import SUPPOSED, Language, codes, language
from drafter.readers.segment.findings import Findings

_SCRIPTS = {
    "han": re.compile("[\u3400-\u4dbf\u4e00-\u9fff]"),
    "arabic": re.compile("[\u0600-\u06ff]"),
    "cyrillic": re.compile("[\u0400-\u04ff]"),
    "latin": re.compile("[A-Za-zÀ-ÿŒœ]"),
}
# a Han character is a word; Latin letters also make up symbols and addresses in every language
_WEIGHT = {"han": 4.0, "latin": 0.6}
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 200_000


@dataclass(frozen=True, slots=True)
class Detected:
    """The code of a language; `told` whether the text tells it, or it is only supposed."""

    code: str
    told: bool


def spoken_in(text: str, code: str | None, findings: Findings) -> Language:
    """The language `code`, or that of `text`; where nothing tells it, that is reported."""
    if code:
        return language(code)
    found = detected(text)
    if not found.told and text.strip():
        findings.add("language-untold", language=found.code)
    return language(found.code)


def detected(text: str) -> Detected:
    """The language `text` is most probably in: the one whose script and words it has most of. Where
    several have as much, or none has any, `SUPPOSED` if it is among them."""
    sample = text[:_SAMPLE]
    counts = {
        script: len(pattern.findall(sample)) * _WEIGHT.get(script, 1.0)
        for script, pattern in _SCRIPTS.items()
    }
    best = max(counts.values())
    known = [language(code) for code in codes()]
    fitting = [each for each in known if any(counts.get(s, 0.0) == best for s in each.scripts)]
    if len(fitting) > 1:
        words = _WORD.findall(sample.casefold())
        scores = [_familiar(words, _words(each)) for each in fitting]
        most = max(scores)
        fitting = [each for each, score in zip(fitting, scores, strict=True) if score == most]
    left = [each.code for each in fitting]
    return Detected(SUPPOSED if SUPPOSED in left else left[0], told=len(left) == 1)


def _familiar(words: list[str], known: frozenset[str]) -> int:
    return sum(word in known for word in words)


@cache
def _words(one: Language) -> frozenset[str]:
    """The words of the language's own data: verbs, masthead words, qualifiers, addressees."""
    head = one.masthead
    phrases = [
        *(row.words for row in one.openings),
        *(name for _, name in (*head.organs, *head.enacting, *head.committees)),
        head.adopted, head.on_report, head.by_president, head.report, head.without_committee,
        *one.modals, *one.qualifiers, *one.addressees, *one.negations, *one.dates.months,
    ]  # fmt: skip
    plain = " ".join(re.sub(r"\{\w+\}", " ", phrase) for phrase in phrases)
    return frozenset(_WORD.findall(plain.casefold()))
