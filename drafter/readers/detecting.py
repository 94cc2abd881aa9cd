"""Which language a text is in: by its script, and among languages of one script by its words."""

from __future__ import annotations

import re
from functools import cache

from drafter.languages import Language, codes, language

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


def detected(text: str) -> str:
    """The code of the language `text` is most probably in."""
    sample = text[:_SAMPLE]
    counts = {
        script: len(pattern.findall(sample)) * _WEIGHT.get(script, 1.0)
        for script, pattern in _SCRIPTS.items()
    }
    known = [language(code) for code in codes()]
    best = max((counts.get(s, 0.0) for each in known for s in each.scripts), default=0.0)
    fitting = [
        each for each in known if any(counts.get(s, 0.0) == best for s in each.scripts)
    ] or known
    if len(fitting) == 1:
        return fitting[0].code
    words = _WORD.findall(sample.casefold())
    return max(fitting, key=lambda each: _familiar(words, _words(each))).code


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
