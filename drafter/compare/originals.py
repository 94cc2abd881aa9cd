"""Changes of a translation judged by its originals: what the translator alone changed."""

from __future__ import annotations

from dataclasses import replace

from drafter.compare.changes import changes
from drafter.languages import Language, opening_match
from drafter.model.findings import Change, ChangeKind, Params

_VERBS = frozenset(
    {ChangeKind.VERB_CHANGED, ChangeKind.VERB_STRONGER, ChangeKind.VERB_WEAKER, ChangeKind.ADVERB}
)
_MODALS = frozenset({ChangeKind.MODAL, ChangeKind.NEGATION})
# Changes of which an original tells nothing more: figures are the same in every language.
_SAME_IN_ALL = frozenset(
    map(ChangeKind, ("cosmetic", "date", "number", "session", "citation", "quantity"))
)
_PARAGRAPHS = frozenset({ChangeKind.FUSED, ChangeKind.SPLIT})
_UNTOLD = _SAME_IN_ALL | _PARAGRAPHS


def judged(
    found: tuple[Change, ...],
    originals: tuple[str, str] | None,
    original_language: Language | None,
) -> tuple[Change, ...]:
    """The changes `found` between two translations, those that their `originals`, the older first,
    do not have marked with the parameter `variant`; as they are without originals.

    Words of two languages cannot be laid beside each other: a change is called a variant only if
    the originals have none that it could render. The marked ones carry the code of the originals'
    language as the parameter `original`.
    """
    if originals is None or original_language is None:
        return found
    theirs = {each.kind for each in changes(*originals, original_language)} - _UNTOLD
    same_opening = _same_opening(originals, original_language)
    return tuple(
        _variant(each, original_language)
        if _is_variant(each, theirs, same_opening=same_opening)
        else _settled(each)
        for each in found
    )


def _variant(change: Change, original: Language) -> Change:
    mark: Params = (("variant", "translation"), ("original", original.code))
    return replace(change, params=(*_settled(change).params, *mark))


def _settled(change: Change) -> Change:
    """The change without the doubt what a modal renders: the originals say it."""
    return replace(change, params=tuple(p for p in change.params if p[0] != "ambiguous"))


def _is_variant(change: Change, theirs: set[ChangeKind], *, same_opening: bool) -> bool:
    """Whether none of the kinds of change of the originals can be what `change` renders."""
    if change.kind in _UNTOLD:
        return False
    if change.kind in _VERBS and not change.new_start:
        return same_opening
    if change.kind in _MODALS:
        return theirs <= _VERBS
    return not theirs


def _same_opening(originals: tuple[str, str], spoken: Language) -> bool:
    old, new = (opening_match(text, spoken) for text in originals)
    if old is None or new is None:
        return False
    return old.words.casefold() == new.words.casefold()
