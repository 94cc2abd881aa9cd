"""Differences of single words and phrases that the language's tables know."""

from __future__ import annotations

from drafter.compare.atoms import Sort
from drafter.compare.lexicon import Lexicon
from drafter.compare.scene import Atoms, Stretch, aligned, said
from drafter.languages import Language, opening_match, strength
from drafter.model.findings import ChangeKind

_BY_STRENGTH = {1: ChangeKind.VERB_STRONGER, -1: ChangeKind.VERB_WEAKER}


def negation(stretch: Stretch) -> ChangeKind | None:
    """A negation comes or goes, or a word gives way to its antonym."""
    words = stretch.words
    old, new = stretch.core()
    if not old and not new:
        return None
    whole = said(stretch.old), said(stretch.new)
    opposed = words.are_opposed(*whole) or words.exchanged(*whole, words.opposed)
    pure = (not old and new in words.negations) or (not new and old in words.negations)
    if opposed or pure or _negates(stretch.old, stretch.new, words):
        return ChangeKind.NEGATION
    return None


def _negates(old: Atoms, new: Atoms, words: Lexicon) -> bool:
    """Whether one side is the other with one negation more or less, modals counting as alike."""
    sides = [_rest_and_negations(side, words) for side in (old, new)]
    (old_rest, old_count), (new_rest, new_count) = sides
    if (old_count + new_count) % 2 == 0 or not old_rest or not new_rest:
        return False
    return old_rest == new_rest


def _rest_and_negations(atoms: Atoms, words: Lexicon) -> tuple[list[str], int]:
    rest: list[str] = []
    count = 0
    for atom in atoms:
        if atom.said in words.negations and atom.said not in words.modals:
            count += 1
            inner = _negated_modal(atom.said, words)
            rest += [inner] if inner else []
        elif atom.sort is not Sort.MARK:
            rest.append("modal" if atom.said in words.modals else words.concept(atom.said))
    return rest, count


def _negated_modal(phrase: str, words: Lexicon) -> str:
    """ "modal" if the negation holds one (不应)."""
    return "modal" if any(token in words.modals for token in phrase.split()[1:]) else ""


def party(stretch: Stretch) -> ChangeKind | None:
    """A party gives way to its counterpart (原籍国 → 目的地国)."""
    words = stretch.words
    for old, new in (
        (said(stretch.old), said(stretch.new)),
        (aligned(stretch.old), aligned(stretch.new)),
    ):
        if old and new and words.exchanged(old, new, words.counterparts):
            return ChangeKind.PARTY
    return None


def verb(stretch: Stretch) -> ChangeKind | None:
    """One opening verb for another, at the start or inside: stronger, weaker or changed."""
    words = stretch.words
    if not stretch.old or not stretch.new:
        return None
    opening = stretch.old[0].sort is stretch.new[0].sort is Sort.OPENING
    known = {_without_governed(stretch.old, words), _without_governed(stretch.new, words)}
    if not opening and not known <= words.verbs:
        return None
    old, new = opening_words(stretch)
    if _differ_in_adverb(old, new, words.language):
        return ChangeKind.ADVERB
    verdict = strength(words.language, old, new)
    return _BY_STRENGTH.get(verdict or 0, ChangeKind.VERB_CHANGED)


def _without_governed(atoms: Atoms, words: Lexicon) -> str:
    while len(atoms) > 1 and atoms[-1].said in words.governed:
        atoms = atoms[:-1]
    return said(atoms)


def opening_words(stretch: Stretch) -> tuple[str, str]:
    """The opening verbs of both sides, without what they govern; the whole sides inside a text."""
    if stretch.old[0].sort is Sort.OPENING:
        return stretch.old[0].text, stretch.new[0].text
    return stretch.old_text, stretch.new_text


def _differ_in_adverb(first: str, second: str, language: Language) -> bool:
    """Whether two openings are the same but for the adverbs of a repeated verb."""
    old, new = (opening_match(text, language) for text in (first, second))
    if old is None or new is None or old.adverbs == new.adverbs:
        return False
    return old.core.casefold() == new.core.casefold()


def adverb(stretch: Stretch) -> ChangeKind | None:
    """The adverb of a repeated verb comes, goes or changes, beside the verb."""
    words = stretch.words
    either = {said(stretch.old), said(stretch.new)} - {""}
    if not either or not either <= words.adverbs:
        return None
    neighbours = [atom for atom in (stretch.before, stretch.after) if atom is not None]
    beside = any(n.sort is Sort.OPENING or n.said in words.verbs for n in neighbours)
    return ChangeKind.ADVERB if beside or stretch.before is None else None


def modal(stretch: Stretch) -> ChangeKind | None:
    """A modal comes, goes or gives way to another (应, 须, 可; "shall", "should", "may")."""
    words = stretch.words
    old, new = said(stretch.old), said(stretch.new)
    either = {old, new} - {""}
    known = words.modals | words.also_modals if old and new else words.modals
    return ChangeKind.MODAL if old != new and either and either <= known else None


def addressee(stretch: Stretch) -> ChangeKind | None:
    """One addressee for another, or one that comes or goes right after the opening verb."""
    words = stretch.words
    old, new = (_without_articles(side, words) for side in (stretch.old, stretch.new))
    if old == new or words.exchanged(old, new, words.renamed):
        return None
    if old and new:
        answering = words.exchanged(old, new, words.alike) or (old, new)
        return ChangeKind.ADDRESSEE if set(answering) <= words.addressees else None
    if (old or new) not in words.addressees:
        return None
    before = stretch.before
    addressed = before is not None and before.sort is Sort.OPENING
    return ChangeKind.ADDRESSEE if addressed else None


def _without_articles(atoms: Atoms, words: Lexicon) -> str:
    """Words by which a party may be known: without the small words before it, unless with them."""
    whole = said(atoms)
    while atoms and whole not in words.addressees and atoms[0].said in words.light:
        atoms = atoms[1:]
    return said(atoms)


def term(stretch: Stretch) -> ChangeKind | None:
    """A term for its successor, or a word for its synonym."""
    words = stretch.words
    old, new = said(stretch.old), said(stretch.new)
    if not old or not new or any(atom.fixed for atom in stretch.atoms):
        return None
    alike = old != new and aligned(stretch.old) == aligned(stretch.new)
    return ChangeKind.TERM if alike or words.exchanged(old, new, words.alike) else None
