"""What an adopted text says of its adoption: by whom and when, on what, in which meeting."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.languages import Dates, Language
from drafter.model.masthead import Masthead
from drafter.writers.clean import for_text

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")
# a draft of the plenary (A/73/L.6), of no committee
_PLENARY_DRAFT = re.compile(r"[A-Z]+/[^/.]+/L\.")
DATE_BLANK = "__/__/____"
_JOINED = "\u00a0"
_LINE = 72  # characters


def in_words(given: str, dates: Dates) -> str:
    """An ISO date in the words of `dates`; anything else as it was given."""
    found = _ISO.fullmatch(given)
    if found is None or not 1 <= int(found["month"]) <= 12:
        return given
    day = str(int(found["day"]))
    return dates.template.format(
        year=found["year"],
        month=dates.months[int(found["month"]) - 1],
        day=dates.first_day if day == "1" and dates.first_day else day,
    )


@dataclass(frozen=True, slots=True)
class Adoption:
    """The adoption of one text; `body` is the key of the body that adopts, `organ` its name,
    `blank` what stands for what is not known (empty: nothing is said then)."""

    masthead: Masthead
    language: Language
    body: str
    organ: str
    blank: str

    def line(self, *, decision: bool) -> str:
        """When the body adopted the text; the date stays together, with the word before it:
        "… / on 19 December 2024"."""
        date = self._date() or self.blank
        meeting = self.language.masthead.counted(self.masthead.meeting, within=True) or self.blank
        words = self.language.masthead.adoption(self.body, decision=decision)
        if not date or ("{meeting}" in words and not meeting):
            return ""
        kept = words.replace(" {date}", f"{_JOINED}{{date}}")
        return kept.format(organ=self.organ, date=date.replace(" ", _JOINED), meeting=meeting)

    def bracket(self, rule: str) -> str:
        """The line in brackets as typed in, or from the documents before the Assembly (`rule` is
        "committee") or the Council ("recommendation")."""
        if self.masthead.bracket_line or not rule:
            return self.masthead.bracket_line
        words, documents = self.language.masthead, self.masthead.documents
        listed = words.listed(documents) or self.blank
        if documents and all(_PLENARY_DRAFT.match(each) for each in documents):
            return words.without_committee.format(documents=listed) if rule == "committee" else ""
        template = words.on_report if rule == "committee" else words.on_recommendation
        committee = self._committee_of()
        if committee or documents:
            filled = template.format(committee=committee or self.blank, documents=listed)
            return filled if self.blank or (committee and documents) else ""
        return f"[{self.blank}]" if self.blank and rule == "committee" else ""

    def closing(self, *, derived: bool) -> tuple[str, ...]:
        """The closing lines as typed in, or from meeting and date of adoption."""
        if self.masthead.closing or not derived:
            return tuple(for_text(line) for line in self.masthead.closing.splitlines() if line)
        meeting = self.language.masthead.counted(self.masthead.meeting) or self.blank
        # underscores alone would be the rule above the notes
        date = self._date() or (self.blank and DATE_BLANK)
        if not (meeting and date):
            return ()
        lines = self.language.masthead.closing_lines(self.body)
        return tuple(for_text(each.format(meeting=meeting, date=date)) for each in lines)

    def _date(self) -> str:
        return in_words(self.masthead.adopted_on, self.language.dates)

    def _committee_of(self) -> str:
        words, named = self.language.masthead, self.masthead.committee
        segment = next((key for key, name in words.committees if named in {key, name}), "")
        return words.committee_of(segment) or named


def without_vote(closing: tuple[str, ...]) -> tuple[str, ...]:
    """The closing lines that tell meeting and date: a recorded vote, in brackets that take more
    than a line, is text below them (Human Rights Council)."""
    opened = (
        at
        for at, line in enumerate(closing)
        if line.startswith("[") and ("]" not in line or len(line) > _LINE)
    )
    return closing[: next(opened, len(closing))]


def printed_number(symbol: str, series: str, year_space: str) -> str:
    """The number of an adopted text from its symbol: 79/217 of A/RES/79/217, and 2799 (2025) of
    S/RES/2799(2025) with `year_space` before the year; empty where the symbol is of no `series`."""
    _, _, number = symbol.partition(f"/{series}/") if series else ("", "", "")
    return re.sub(r"\s*\((?=(?:\d{4}|__)\)$)", f"{year_space}(", number)
