"""What comparison knows of a language's words: its tables, prepared for looking up.

Every table is data of `drafter.languages`; here they become sets, groups of words that may replace
each other, and the sequences of words that no mark may cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from drafter.compare.tokens import norms
from drafter.languages import Language

Words = tuple[str, ...]
Pairs = tuple[tuple[str, str], ...]
_PAIR = "pair "
CLAUSE_MARKS = frozenset(",;:.。،؛")


def key(words: str) -> str:
    """How words are looked up: the compared forms of their tokens."""
    return " ".join(norms(words))


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The words of one language by `key`.

    `sequences` are the words that stand together, by their first token, longest first; `concepts`
    gives the current form of a term or of a word with a synonym; `groups` the table rows that a
    word stands in; `renamed` are a term and its successor, `alike` these and synonyms; `joining` is
    what adds one item of a list to another, `joints` that and what sets them against each other,
    `enumerating` the marks among them that do nothing else;
    `second_negations` are the negations that follow another one and its verb (ne … pas);
    `names` are those of bodies, in which no term is read as another, unless the terminology map
    names the body itself; `forms` gives the first form of an inflected word; `also_modals` are
    modals only where another modal answers them; `verbs` the opening words that are nothing else
    inside a text, `governed` the small words that belong to them; `ambiguous` what a modal renders
    in the original.
    """

    language: Language
    sequences: dict[str, tuple[Words, ...]]
    concepts: dict[str, str]
    terms: re.Pattern[str]
    newer: dict[str, str]
    groups: dict[str, frozenset[str]]
    opposed: frozenset[frozenset[str]]
    counterparts: frozenset[frozenset[str]]
    renamed: frozenset[frozenset[str]]
    alike: frozenset[frozenset[str]]
    names: frozenset[str]
    adverbs: frozenset[str]
    modals: frozenset[str]
    addressees: frozenset[str]
    also_modals: frozenset[str]
    negations: frozenset[str]
    second_negations: frozenset[str]
    forms: dict[str, str]
    ambiguous: dict[str, tuple[str, str]]
    governed: frozenset[str]
    finite: frozenset[str]
    enumerating: frozenset[str]
    light: frozenset[str]
    joining: frozenset[str]
    joints: frozenset[str]
    units: frozenset[str]
    numbered: frozenset[str]
    openings: frozenset[str]
    verbs: frozenset[str]
    openers: re.Pattern[str]
    qualifiers: frozenset[str]
    qualifier: re.Pattern[str]

    def exchanged(self, old: str, new: str, pairs: frozenset[frozenset[str]]) -> Words:
        """The pair whose one word, put in the place of the other, turns `old` into `new`."""
        for pair in pairs:
            a, b = min(pair), max(pair)
            for gone, come in ((a, b), (b, a)):
                if old != new and gone in old and _swapped(gone, come, old) == new:
                    return gone, come
        return ()

    def related(self, a: str, b: str, *, pairs_only: bool = False) -> bool:
        """Whether two words stand in one table, or in one pair, so that one may take the other's
        place."""
        shared = self.groups.get(a, frozenset()) & self.groups.get(b, frozenset())
        return any(name.startswith(_PAIR) for name in shared) if pairs_only else bool(shared)

    def holds_a_term(self, text: str) -> bool:
        """Whether the text may hold an older term: quick, and never wrong when it says no."""
        return self.holds_a_term_when_folded(text.casefold())

    def holds_a_term_when_folded(self, folded: str) -> bool:
        """The same for a text whose case is folded already."""
        return any(older in folded for older in self.newer)

    def current(self, text: str) -> str:
        """`text` with every older term in its current form (移徙者 → 移民)."""
        if not self.holds_a_term(text):
            return text
        return self.terms.sub(lambda found: self.newer[found[0].casefold()], text)

    def concept(self, word: str) -> str:
        """The current form of a term, or the word itself."""
        return self.concepts.get(word, word)

    def base(self, words: str) -> str:
        """The first form of inflected words, or the words themselves."""
        return self.forms.get(words, words)

    def role(self, words: str) -> str:
        """What words do to a sentence: "negation", "modal", "qualifier", or nothing."""
        if words in self.negations:
            return "negation"
        if words in self.modals or words in self.also_modals:
            return "modal"
        return "qualifier" if words in self.qualifiers else ""

    def are_opposed(self, a: str, b: str) -> bool:
        """Whether two words are antonyms, by themselves or by their synonyms."""
        return frozenset((a, b)) in self.opposed or (
            frozenset((self.concept(a), self.concept(b))) in self.opposed
        )

    def are_counterparts(self, a: str, b: str) -> bool:
        """Whether two parties are counterparts (原籍国, 目的地国)."""
        return frozenset((a, b)) in self.counterparts


@cache
def lexicon(language: Language) -> Lexicon:
    """The lexicon of `language`, prepared once."""
    extra = language.comparison
    terms = _newest(language.term_pairs)
    concepts = {key(old): key(new) for old, new in _newest(language.term_pairs + language.synonyms)}
    openings = frozenset(key(opening.words) for opening in language.openings)
    return Lexicon(
        language=language,
        sequences=_sequences(language, openings),
        concepts=concepts,
        terms=_any(old for old, _ in terms),
        newer={_folded(old): new for old, new in terms},
        groups=_groups(language, openings),
        opposed=_unordered(language.antonyms),
        counterparts=_unordered(language.counterparts),
        renamed=_unordered(language.term_pairs),
        alike=_unordered(language.term_pairs + language.synonyms),
        names=_keys(language.bodies) - _keys(word for pair in language.term_pairs for word in pair),
        adverbs=_keys(language.adverbs),
        modals=_keys(language.modals),
        addressees=_keys(language.addressees),
        second_negations=_keys(extra.second_negations),
        also_modals=_keys(extra.also_modals),
        negations=_keys(language.negations),
        forms={key(form): key(first) for first, *others in extra.forms for form in others},
        ambiguous={key(said): (first, second) for said, first, second in extra.ambiguous},
        governed=_keys(extra.governed),
        finite=_keys(extra.finite),
        enumerating=frozenset(extra.list_marks) - CLAUSE_MARKS,
        light=_keys(extra.light),
        joining=_keys(extra.list_words) | frozenset(extra.list_marks),
        joints=_keys((*extra.list_words, *extra.choice_words)) | frozenset(extra.list_marks),
        numbered=_keys(extra.numbered),
        units=_keys(extra.units) | frozenset(extra.units),
        openings=openings,
        verbs=openings - _keys(extra.openers),
        openers=_any(extra.openers),
        qualifiers=_keys(language.qualifiers),
        qualifier=_qualifier(language),
    )


def _swapped(gone: str, come: str, text: str) -> str:
    return f" {text} ".replace(f" {gone} ", f" {come} ")[1:-1]


def _keys(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(key, words))


def _unordered(pairs: Pairs) -> frozenset[frozenset[str]]:
    return frozenset(frozenset((key(a), key(b))) for a, b in pairs if key(a) != key(b))


def _newest(pairs: Pairs) -> Pairs:
    """Each older term with the end of its chain; longest first."""
    step = dict(pairs)
    found: list[tuple[str, str]] = []
    for old, newer in pairs:
        new, seen = newer, {old}
        while new in step and new not in seen:
            seen.add(new)
            new = step[new]
        found.append((old, new))
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair)))


def _sequences(language: Language, openings: frozenset[str]) -> dict[str, tuple[Words, ...]]:
    extra = language.comparison
    # what joins a clause to the one before is a word by itself ("and stresses")
    joints = _keys((*extra.list_words, *extra.choice_words))
    words = {
        *language.qualifiers, *language.modals, *language.addressees, *language.bodies,
        *language.negations, *extra.also_modals, *(form for row in extra.forms for form in row),
        *extra.whole, *extra.light, *extra.list_words, *extra.choice_words,
        *(words for words in extra.openers if norms(words)[0] not in joints),
        *(word for pair in _all_pairs(language) for word in pair),
    }  # fmt: skip
    found: dict[str, list[Words]] = {}
    for sequence in {norms(word) for word in words} | {tuple(o.split(" ")) for o in openings}:
        if len(sequence) > 1:
            found.setdefault(sequence[0], []).append(sequence)
    return {
        first: tuple(sorted(rows, key=lambda row: (-len(row), row)))
        for first, rows in found.items()
    }


def _all_pairs(language: Language) -> Pairs:
    return language.term_pairs + language.synonyms + language.antonyms + language.counterparts


def _groups(language: Language, openings: frozenset[str]) -> dict[str, frozenset[str]]:
    rows: list[tuple[str, Iterable[str]]] = [
        ("modal", (*language.modals, *language.comparison.also_modals)),
        ("addressee", language.addressees),
        ("adverb", language.adverbs),
        ("opening", openings),
    ]
    rows += [(f"{_PAIR}{number}", pair) for number, pair in enumerate(_all_pairs(language))]
    found: dict[str, set[str]] = {}
    for name, words in rows:
        for word in words:
            found.setdefault(key(word), set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def _qualifier(language: Language) -> re.Pattern[str]:
    literal = [re.escape(words) for words in language.qualifiers]
    choices = [*sorted(literal, key=len, reverse=True), *language.comparison.qualifiers]
    return re.compile("|".join(f"(?:{each})" for each in choices) or "(?!)", re.IGNORECASE)


def _any(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of `words`, longest first, at word boundaries where there are any."""
    choices = []
    for word in sorted(set(words), key=lambda each: (-len(each), each)):
        bounds = (r"\b", r"\b") if word[0].isascii() else ("", "")
        choices.append(re.escape(word).join(bounds))
    return re.compile("|".join(choices) or "(?!)", re.IGNORECASE)


def _folded(words: str) -> str:
    return words.casefold()
