"""The sentence of a change: a message id and what a delegate reads aloud of both texts."""

from __future__ import annotations

from drafter.compare.tokens import is_han
from drafter.model.findings import Change, ChangeKind

_UNSPOKEN = " \t\r\n\u00a0\u3000,，;；、"
# Kinds whose own name says that something came or went, or that need no other sentence.
_VERBS = frozenset({ChangeKind.VERB_CHANGED, ChangeKind.VERB_STRONGER, ChangeKind.VERB_WEAKER})
_ONE_SENTENCE = frozenset(
    {
        ChangeKind.COSMETIC, ChangeKind.QUALIFIER_ADDED, ChangeKind.QUALIFIER_DROPPED,
        ChangeKind.ITEM_ADDED, ChangeKind.ITEM_DROPPED, ChangeKind.ADDED, ChangeKind.DROPPED,
        ChangeKind.FUSED, ChangeKind.SPLIT, ChangeKind.ORDER, ChangeKind.PARTY, ChangeKind.TERM,
    }
)  # fmt: skip


def named(kind: ChangeKind, a: str, b: str, old: tuple[int, int], new: tuple[int, int]) -> Change:
    """The change of `kind` from `a[old]` to `b[new]` with its message `deviation.<kind>`.

    `-added` or `-dropped` is appended where only one text says something and the kind alone does
    not tell which; `-inside` for a verb that does not open the paragraph.
    """
    gone, come = a[slice(*old)], b[slice(*new)]
    spoken = gone.strip(_UNSPOKEN), come.strip(_UNSPOKEN)
    message = f"deviation.{kind.value}"
    if kind in _VERBS and new[0]:
        message += "-inside"
    elif kind not in _ONE_SENTENCE and not all(spoken):
        message += "-added" if spoken[1] else "-dropped" if spoken[0] else ""
    params = (("old", spoken[0] or gone), ("new", spoken[1] or come))
    return Change(kind, gone, come, *old, *new, message, params)


def only_difference(
    a: str, b: str, old: tuple[int, int], new: tuple[int, int]
) -> tuple[tuple[int, int], tuple[int, int]]:
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
