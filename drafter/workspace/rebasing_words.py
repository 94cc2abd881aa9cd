"""What rebasing did, in the interface language: for the summary in the room and on the terminal."""

from __future__ import annotations

from drafter.languages import language
from drafter.messages import say
from drafter.model.view import DocumentView, view
from drafter.workspace.places import place_name
from drafter.workspace.rebasing_values import Carried, Conflict, How, Rebased, Why

_SIGNS = {How.CHANGED: "≈", How.CAME: "+", How.WENT: "−", How.MOVED: "↷"}
_SHOWN = 60
_BEFORE = 20


def carried_words(carried: Carried, rebased: Rebased) -> tuple[str, str]:
    """The sign of what followed the new base, and a sentence."""
    place = "" if carried.how is How.WENT else place_name(_view(rebased), carried.element)
    said = say(f"workspace.rebase-{carried.how.value}", place=place, words=_short(carried.text))
    return _SIGNS[carried.how], said


def conflict_words(conflict: Conflict, rebased: Rebased) -> str:
    """A sentence on what needs a look."""
    place = "" if conflict.why is Why.DROPPED else place_name(_view(rebased), conflict.element)
    return say(
        f"workspace.rebase-{conflict.why.value}",
        place=place,
        ours=_around(conflict.ours, conflict.theirs),
        theirs=_around(conflict.theirs, conflict.ours),
    )


def _view(rebased: Rebased) -> DocumentView:
    document = rebased.document
    return view(document, language(document.language).conventions)


def _around(words: str, other: str) -> str:
    """The words from shortly before the first place where the other ones differ."""
    pairs = enumerate(zip(words, other, strict=False))
    same = next((at for at, (own, its) in pairs if own != its), min(len(words), len(other)))
    start = max(same - _BEFORE, 0) if len(words) > _SHOWN else 0
    return ("…" if start else "") + _short(words[start:])


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
