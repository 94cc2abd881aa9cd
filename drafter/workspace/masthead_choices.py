"""Fields of the masthead that go by a key: what the interface calls it, and what names it.

A key is understood by its name in any of the six languages or of the interface, so that nobody has
to know it, and by what secretaries call it for short; what is none of the known values stays as it
was typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import get_close_matches

from drafter import messages
from drafter.languages import MastheadWords, codes, language
from drafter.messages import in_every_language, say

Names = dict[str, tuple[str, ...]]
_NEAR = 0.9
DISTRIBUTIONS = ("general", "limited", "restricted")
_SHORT = {
    "general-assembly": "GA", "security-council": "SC", "economic-and-social-council": "ECOSOC",
    "human-rights-council": "HRC",
}  # fmt: skip


def shown(field: str, value: str) -> str:
    """The value of a field as the interface calls it."""
    names, key = _names(field), key_of(field, value)
    return names[key][0] if key in names else value


def key_of(field: str, typed: str) -> str:
    """The key that is meant by what was typed, or read."""
    wanted = typed.strip().casefold()
    for key, names in _names(field).items():
        if wanted and wanted in {each.casefold() for each in (key, *names)}:
            return key
    return typed


def near(field: str, typed: str) -> str:
    """The known value that was probably meant by what is none; empty if there is none."""
    rows = _names(field).items()
    known = {name.casefold(): key for key, names in rows for name in (key, *names)}
    meant = typed.strip().casefold()
    found = [] if meant in known else get_close_matches(meant, known, n=1, cutoff=_NEAR)
    return shown(field, known[found[0]]) if found else ""


def _names(field: str) -> Names:
    """The names by key, that of the interface first."""
    make = _FIELDS.get(field)
    return make() if make else {}


def _mastheads() -> Iterator[MastheadWords]:
    first = messages.language()
    yield from (language(code).masthead for code in (first, *codes()))


def _bodies() -> Names:
    keys = (key for key, _ in next(_mastheads()).organs)
    return {
        key: (*(words.organ(key) for words in _mastheads()), _SHORT.get(key, key)) for key in keys
    }


def _committees() -> Names:
    keys = (key for key, _ in next(_mastheads()).committees)
    return {
        key: (*(words.committee(key) for words in _mastheads()), key.replace(".", ""))
        for key in keys
    }


def _distributions() -> Names:
    return {
        key: (
            *_said(f"workspace.distribution-{key}"),
            *(words.distributed(key) for words in _mastheads()),
        )
        for key in DISTRIBUTIONS
    }


def _languages() -> Names:
    return {
        code: (
            *_said(f"deviation.language-{code}"),
            *(words.language_name(code) for words in _mastheads()),
        )
        for code in codes()
    }


def _said(message: str) -> tuple[str, ...]:
    return say(message), *in_every_language(message)


_FIELDS: dict[str, Callable[[], Names]] = {
    "body": _bodies,
    "committee": _committees,
    "distribution": _distributions,
    "original_language": _languages,
}
