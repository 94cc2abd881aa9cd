"""The date of a clause as ISO, whichever way it was written down."""

from __future__ import annotations

from functools import lru_cache

from drafter.languages import Language
from drafter.model.dates import day_of


@lru_cache(maxsize=4096)
def iso(written: str, language: Language) -> str:
    """The day of 2024-12-18, 18 December 2024 or 2024年12月18日, in the words of the clause's
    language; empty for what is no full date."""
    return day_of(written, language.citations.dates)
