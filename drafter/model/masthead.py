"""The masthead of a United Nations document (Editorial Manual, "Masthead and cover page")."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model.dates import is_day
from drafter.model.resolution_numbers import session_year


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands above the text. Empty means not known: it is listed, and printed as a blank.

    `symbol`, `date`, `job_number` belong to the Secretariat and are only ever typed in or read.
    `session` is the number, `session_read` the words it was read from; `submitters` the line that
    names who submits ("大会主席提交的决议草案"); `read` every masthead line as it stood in the
    file, so that nothing that was read is lost.

    `added_sponsors` joined after the draft was issued; `group` is the key of the group on whose
    behalf the sponsors submit ("group-of-77"). `submitter` names the officer who submits ("the
    Vice-Chair of the Committee, Ms. X (Uruguay)"), `predecessor` the draft that this text is based
    on, amends, revises or replaces. An adopted text: `meeting` is the number of the meeting,
    `documents` the symbols of the report or drafts before it, in the order printed.
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
    added_sponsors: tuple[str, ...] = ()
    group: str = ""
    submitter: str = ""
    predecessor: str = ""
    meeting: str = ""
    documents: tuple[str, ...] = ()
    read: tuple[str, ...] = ()

    @property
    def day(self) -> str:
        """The ISO day of the document, or the last of the year in which its session opened; "" if
        neither is known."""
        if is_day(self.date):
            return self.date
        return f"{session_year(self.session)}-12-31" if self.session else ""
