"""Sentences for people, in the interface language (gettext; English and Chinese).

A message id is `<domain>.<rest>`; each domain is one catalogue
`drafter/locale/<language>/LC_MESSAGES/<domain>.po`, so that every room keeps its own sentences.
Fields are named: `say("check.number-gap", found="29", expected="19")`.
"""

from __future__ import annotations

import gettext
import locale
import os
from functools import cache

# A string, not a Path: importing pathlib alone would take a tenth of the time of `drafter --help`.
LOCALE_FOLDER = os.path.join(os.path.dirname(os.path.dirname(__file__)), "locale")  # noqa: PTH118, PTH120
LANGUAGES = ("en", "zh")
_chosen = "en"


def set_language(language: str) -> None:
    """Choose the interface language; anything that is not Chinese is English."""
    global _chosen  # noqa: PLW0603  the one process-wide setting of the interface
    _chosen = _nearest(language)


def language() -> str:
    """The interface language in use."""
    return _chosen


def language_of_locale() -> str:
    """The interface language that the environment asks for, else the system's settings."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"):
        value = os.environ.get(variable, "")
        if value:
            return _nearest(value)
    return _nearest(locale.getlocale()[0] or "")


class _Count(int):
    """A number that also chooses between two words: `{texts:text|texts}`."""

    def __format__(self, wanted: str) -> str:
        one, divided, many = wanted.partition("|")
        if not divided:
            return super().__format__(wanted)
        return one if self == 1 else many


def say(message_id: str, /, **fields: str | int) -> str:
    """The sentence for `message_id` in the interface language, its fields filled in; a number may
    choose a word, `{texts} {texts:text|texts}`.

    An id without an entry is shown as itself with its fields: never silence, never a traceback.
    """
    domain = message_id.partition(".")[0]
    sentence = _catalogue(domain, _chosen).gettext(message_id)
    if sentence == message_id:
        return message_id if not fields else f"{message_id} {fields}"
    try:
        return sentence.format(**{name: _counted(value) for name, value in fields.items()})
    except (KeyError, IndexError, ValueError):
        return f"{sentence} {fields}"


def in_every_language(message_id: str) -> tuple[str, ...]:
    """What `message_id`, which has no fields, says in each language of the interface."""
    domain = message_id.partition(".")[0]
    return tuple(_catalogue(domain, each).gettext(message_id) for each in LANGUAGES)


def _counted(value: str | int) -> str | int:
    return _Count(value) if type(value) is int else value


def _nearest(name: str) -> str:
    # Windows says "Chinese (Simplified)_China" where others say zh_CN
    return "zh" if name.lower().startswith(("zh", "chinese")) else "en"


@cache
def _catalogue(domain: str, language: str) -> gettext.NullTranslations:
    return gettext.translation(domain, LOCALE_FOLDER, languages=[language], fallback=True)
