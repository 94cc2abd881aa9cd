"""Provenance in words: "1–48: A/70/L.61, annex, para. 46 (draft), characters 3–50, word for word",
"49–70: not found in this library (3 texts, sessions 68–79, zh)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.messages import say

if TYPE_CHECKING:
    from drafter.match import Stretch
    from drafter.match.coverage import Shares
    from drafter.workspace.libraries import LibraryProvider


def stretch_words(stretch: Stretch, provider: LibraryProvider) -> str:
    """A stretch in the interface language, its characters counted from 1."""
    place = span(stretch.start, stretch.end)
    return say("library.stretch", place=place, source=stretch_source(stretch, provider))


def stretch_source(stretch: Stretch, provider: LibraryProvider) -> str:
    """Where a stretch comes from, or that it is not found in this library."""
    from drafter.workspace.libraries import cited

    if stretch.clause is None:
        return provider.reach
    return say(
        f"library.stretch-{stretch.state.value}",
        citation=cited(stretch.clause),
        place=span(stretch.clause_start, stretch.clause_end),
    )


def span(start: int, end: int) -> str:
    """Characters counted from 1, both ends included: "1–48", "7"."""
    return f"{start + 1}–{end}" if end - start > 1 else str(end)


def stage_shares(shares: Shares) -> str:
    """The shares of what is verbatim by the stage of its source, in brackets; empty without any."""
    listed = [
        say("library.stage-share", stage=say(f"library.stage-{stage.value}"), share=f"{share:.0%}")
        for stage, share in shares.stages
    ]
    return say("library.in-brackets", words=say("library.comma").join(listed)) if listed else ""
