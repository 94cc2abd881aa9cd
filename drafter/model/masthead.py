"""The masthead of a United Nations document (Editorial Manual, "Masthead and cover page")."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands above the text. Empty means not known: it is listed, and printed as a blank.

    `symbol`, `date`, `job_number` belong to the Secretariat and are only ever typed in or read.
    `session` is the number, `session_read` the words it was read from; `submitters` the line that
    names who submits ("大会主席提交的决议草案"); `read` every masthead line as it stood in the
    file, so that nothing that was read is lost.
    """

    symbol: str = ""
    body: str = ""
    session: int | None = None
    session_read: str = ""
    committee: str = ""
    agenda_items: tuple[str, ...] = ()
    agenda_titles: tuple[str, ...] = ()
    distribution: str = ""
    date: str = ""
    original_language: str = ""
    submitters: str = ""
    sponsors: tuple[str, ...] = ()
    rapporteur: str = ""
    adopted_on: str = ""
    bracket_line: str = ""
    closing: str = ""
    job_number: str = ""
    read: tuple[str, ...] = ()
