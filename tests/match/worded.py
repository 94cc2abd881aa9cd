"""Texts in each of the six languages, made of words that its own tables hold."""

from functools import cache

from hypothesis import strategies as st

from drafter.languages import language

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
_OPENINGS, _TERMS, _MOST = 4, 3, 8
# sign, number and a word that no table holds
_OTHERS = ("2030", ",", "xyz")


@cache
def words(code):
    """A few words: parts of openings, and terms in their older and current form."""
    tongue = language(code)
    found = {part for each in tongue.openings[:_OPENINGS] for part in each.words.split()}
    found |= {term for pair in tongue.term_pairs[:_TERMS] for term in pair}
    return (*sorted(found), *_OTHERS)


def texts(code, most=_MOST):
    """Texts of few words, so that many are alike."""
    gap = " " if " " in " ".join(each.words for each in language(code).openings) else ""
    return st.lists(st.sampled_from(words(code)), max_size=most).map(gap.join)
