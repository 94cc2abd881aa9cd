"""The sentence of a change: a message id and what a delegate reads aloud of both texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from drafter.compare.atoms import FIGURES, Sort
from drafter.compare.lexicon import Lexicon
from drafter.compare.scene import Atoms, Stretch, is_joint, said, text_of
from drafter.compare.tokens import is_han, norms
from drafter.model.findings import Change, ChangeKind, Params

# Parameters that each name a remark to be made with the sentence.
REMARKS = ("ambiguous", "variant")
_UNSPOKEN = " \t\r\n\u00a0\u3000,，;；、،؛"
_VERBS = frozenset({ChangeKind.VERB_CHANGED, ChangeKind.VERB_STRONGER, ChangeKind.VERB_WEAKER})
_OF_FIGURES = frozenset(map(ChangeKind, ("date", "session", "citation", "number", "quantity")))
_LISTED = frozenset({ChangeKind.ITEM_ADDED, ChangeKind.ITEM_DROPPED})
_QUALIFYING = frozenset({ChangeKind.QUALIFIER_ADDED, ChangeKind.QUALIFIER_DROPPED})
# Kinds whose own name says that something came or went, or that need no other sentence.
_ONE_SENTENCE = _LISTED | _QUALIFYING | {ChangeKind.COSMETIC, ChangeKind.ADDED, ChangeKind.DROPPED}
_ADOPTED = "A/RES/"
# What words may be said to have moved: those that went here and came there by such changes.
_GONE = frozenset({ChangeKind.DROPPED, ChangeKind.ITEM_DROPPED, ChangeKind.QUALIFIER_DROPPED})
_COME = frozenset({ChangeKind.ADDED, ChangeKind.ITEM_ADDED, ChangeKind.QUALIFIER_ADDED})
_FEWEST_MOVED = 2  # tokens
_PLAIN = "deviation.changed"
# What a sentence says of the way things went, and the sentence that says only what changed.
_FACTS = {
    "deviation.verb-stronger": "deviation.verb-changed",
    "deviation.verb-stronger-inside": "deviation.verb-changed-inside",
    "deviation.verb-weaker": "deviation.verb-changed",
    "deviation.verb-weaker-inside": "deviation.verb-changed-inside",
    "deviation.negation": _PLAIN,
    "deviation.negation-antonym": _PLAIN,
}
Side = tuple[int, int]


def named(kind: ChangeKind, stretch: Stretch, old: Side, new: Side) -> Change:
    """The change of `kind` from characters `old` of the one text to `new` of the other.

    Its message is `deviation.<kind>`, with `-added` or `-dropped` where only one text says
    something and the kind alone does not tell which, and other endings where the kind has several
    sentences: `-inside` for a verb that does not open the paragraph, `-antonym`, `-swapped` …
    """
    gone, come = stretch.scene.a[slice(*old)], stretch.scene.b[slice(*new)]
    spoken = _spoken(kind, stretch, gone, come)
    ending = _ending(kind, stretch, spoken, opens=not new[0])
    if kind is ChangeKind.COSMETIC and gone.casefold() == come.casefold():
        ending = "-capitals"
    if ending == "-swapped":
        spoken = _parties(stretch)
    params: Params = (("old", spoken[0] or gone), ("new", spoken[1] or come))
    if kind is ChangeKind.MODAL:
        params += _doubt(stretch)
    message = f"deviation.{kind.value}{ending}"
    return Change(kind, gone, come, *old, *new, message, params)


def _doubt(stretch: Stretch) -> Params:
    """The modal of a translation that renders two of the original (应: "shall", "should")."""
    for atom in stretch.atoms:
        if renders := stretch.words.ambiguous.get(atom.said):
            return ("ambiguous", atom.text), ("first", renders[0]), ("second", renders[1])
    return ()


def fact_of(change: Change) -> str:
    """The message that says what changed and leaves judging it to the reader: for exports."""
    return _FACTS.get(change.message, change.message)


def sourced(found: Iterable[Change], *, old: str = "", new: str = "") -> tuple[Change, ...]:
    """The changes, those of a term saying which text uses which: `old` and `new` are the symbols of
    the texts as read (A/RES/79/217 is said as 79/217), empty where a text has none; the new one is
    named if both have."""
    return tuple(_sourced(each, old, new) for each in found)


def _sourced(change: Change, old: str, new: str) -> Change:
    if change.message != "deviation.term" or not (old or new):
        return change
    used = dict(change.params)["new" if new else "old"]
    source = (new or old).removeprefix(_ADOPTED)
    params: Params = (*change.params, ("source", source), ("used", used))
    return replace(change, message="deviation.term-known", params=params)


def paired(found: Iterable[Change]) -> tuple[Change, ...]:
    """The changes, two parties that took each other's place saying so, each in its place."""
    every = tuple(found)
    parties = [each for each in every if each.kind is ChangeKind.PARTY]
    swapped = {
        id(each): first
        for first, second in pairwise(parties)
        if (first.old, first.new) == (second.new, second.old)
        for each in (first, second)
    }
    return tuple(_of_swap(each, swapped.get(id(each))) for each in every)


def moved(found: Iterable[Change]) -> tuple[Change, ...]:
    """The changes, words that went here and came there as moved, in both places."""
    every = list(found)
    for i, gone in enumerate(every):
        for j, come in enumerate(every):
            if _may_move(gone, come):
                words = dict(gone.params)["old"]
                every[i], every[j] = _of_move(gone, words), _of_move(come, words)
                break
    return tuple(every)


def _may_move(gone: Change, come: Change) -> bool:
    """Whether one change drops what the other adds, and it is more than a character or two."""
    words = str(dict(gone.params)["old"])
    same = not gone.new and not come.old and words == dict(come.params)["new"]
    if not same or {gone.kind, come.kind} == {ChangeKind.MODAL}:
        return same
    return gone.kind in _GONE and come.kind in _COME and len(norms(words)) >= _FEWEST_MOVED


def _of_move(change: Change, words: str | int) -> Change:
    kind = change.kind if change.kind is ChangeKind.MODAL else ChangeKind.ORDER
    params = (("old", words), ("new", words))
    return replace(change, kind=kind, message=f"deviation.{kind.value}-moved", params=params)


def _of_swap(change: Change, first: Change | None) -> Change:
    if first is None:
        return change
    return replace(change, message="deviation.party-swapped", params=first.params)


def _spoken(kind: ChangeKind, stretch: Stretch, gone: str, come: str) -> tuple[str, str]:
    """What is read aloud of both sides: items and qualifiers without what ties them in."""
    if kind in _LISTED or kind in _QUALIFYING:
        a, b = stretch.scene.a, stretch.scene.b
        bare = _untied(stretch.old, stretch.words), _untied(stretch.new, stretch.words)
        return text_of(a, bare[0]), text_of(b, bare[1])
    spoken = gone.strip(_UNSPOKEN), come.strip(_UNSPOKEN)
    figures = [any(atom.sort in FIGURES for atom in side) for side in (stretch.old, stretch.new)]
    if kind not in _OF_FIGURES or not any(figures):
        return spoken
    # what joins a figure to others is not said
    trimmed = (
        text_of(text, _from_figures(side, stretch.words))
        for text, side in ((stretch.scene.a, stretch.old), (stretch.scene.b, stretch.new))
    )
    first, second = (
        said_of.strip(_UNSPOKEN) if any_figure else ""
        for said_of, any_figure in zip(trimmed, figures, strict=True)
    )
    return first, second


def _from_figures(atoms: Atoms, words: Lexicon) -> Atoms:
    """The atoms without the joints and small words at their ends."""
    kept = [i for i, a in enumerate(atoms) if not is_joint(a, words) and a.said not in words.light]
    return atoms[kept[0] : kept[-1] + 1] if kept else ()


def _untied(atoms: Atoms, words: Lexicon) -> Atoms:
    inner = [
        number
        for number, atom in enumerate(atoms)
        if atom.sort is not Sort.MARK and not is_joint(atom, words)
    ]
    return atoms[inner[0] : inner[-1] + 1] if inner else ()


def _ending(kind: ChangeKind, stretch: Stretch, spoken: tuple[str, str], *, opens: bool) -> str:
    if kind in _VERBS:
        return "" if opens else "-inside"
    if kind in _LISTED:
        inner = _untied(stretch.atoms, stretch.words)
        return "-several" if any(is_joint(atom, stretch.words) for atom in inner) else ""
    if kind in _ONE_SENTENCE:
        return ""
    if not all(spoken):
        return _come_or_gone(kind, stretch, spoken)
    return _between(kind, stretch)


def _come_or_gone(kind: ChangeKind, stretch: Stretch, spoken: tuple[str, str]) -> str:
    if kind is ChangeKind.REWORDED and _is_joining(stretch):
        return "-joint" if all((stretch.old, stretch.new)) else ""
    return "-added" if spoken[1] else "-dropped" if spoken[0] else ""


def _between(kind: ChangeKind, stretch: Stretch) -> str:
    """What more a kind says where words give way to words."""
    old, new, words = said(stretch.old), said(stretch.new), stretch.words
    if kind is ChangeKind.NEGATION:
        return _reversal(old, new, words)
    if kind is ChangeKind.PARTY:
        return "-swapped" if len(_differing(stretch)) > 1 else ""
    if kind is ChangeKind.TERM and not words.exchanged(old, new, words.renamed):
        return "-synonym"
    if kind is ChangeKind.REWORDED and _is_joining(stretch):
        return "-joint"
    return "-form" if kind is ChangeKind.REWORDED and old and old == new else ""


def _reversal(old: str, new: str, words: Lexicon) -> str:
    """A negation put before the very words or taken from them (应, 不应), or an antonym."""
    for ending, shorter, longer in (("-more", old, new), ("-fewer", new, old)):
        if longer.endswith(f" {shorter}") and longer.removesuffix(f" {shorter}") in words.negations:
            return ending
    if words.are_opposed(old, new) or words.exchanged(old, new, words.opposed):
        return "-antonym"
    more = _negations(new, words) - _negations(old, words)
    return "-more" if more > 0 else "-fewer" if more < 0 else ""


def _is_joining(stretch: Stretch) -> bool:
    return all(is_joint(atom, stretch.words) for atom in stretch.atoms)


def _negations(text: str, words: Lexicon) -> int:
    return sum(f" {text} ".count(f" {each} ") for each in words.negations if " " not in each)


def _parties(stretch: Stretch) -> tuple[str, str]:
    """Two parties that changed places, the one named first in the old text first."""
    first, *_, last = _differing(stretch)
    return first.text, last.text


def _differing(stretch: Stretch) -> Atoms:
    """The parties of the old side that stand elsewhere in the new one."""
    words = stretch.words
    parties = {word for pair in words.counterparts for word in pair}
    old = [atom for atom in stretch.old if words.concept(atom.said) in parties]
    new = [atom for atom in stretch.new if words.concept(atom.said) in parties]
    return tuple(a for a, b in zip(old, new, strict=False) if a.key != b.key)


def only_difference(a: str, b: str, old: Side, new: Side) -> tuple[Side, Side]:
    """The two stretches without the words they begin or end with alike.

    They stay as they are unless that leaves nothing of one of them: only then something merely
    came or went.
    """
    (a1, a2), (b1, b2) = old, new
    start = _alike(a[a1:a2], b[b1:b2])
    while start and not (_parts(a, a1 + start) and _parts(b, b1 + start)):
        start -= 1
    a1, b1 = a1 + start, b1 + start
    end = _alike(a[a1:a2][::-1], b[b1:b2][::-1])
    while end and not (_parts(a, a2 - end) and _parts(b, b2 - end)):
        end -= 1
    a2, b2 = a2 - end, b2 - end
    return ((a1, a2), (b1, b2)) if a1 == a2 or b1 == b2 else (old, new)


def _alike(a: str, b: str) -> int:
    """How many characters both begin with."""
    pairs = enumerate(zip(a, b, strict=False))
    return next((i for i, (x, y) in pairs if x != y), min(len(a), len(b)))


def _parts(text: str, place: int) -> bool:
    """Whether no Latin word or number is cut at `place`."""
    around = text[max(place - 1, 0) : place + 1]
    return len(around) < 2 or not all(c.isalnum() and not is_han(c) for c in around)
