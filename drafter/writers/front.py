"""What stands before the text: masthead, session and agenda block, sponsors, and the blanks.

A field that is not known is a visible blank, never made up: symbols, dates and job numbers belong
to the Secretariat. In a final text it is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from drafter.languages import Dates, Language, session_words
from drafter.languages import language as language_of
from drafter.languages.masthead import MastheadWords
from drafter.model.masthead import Masthead
from drafter.model.tree import DocumentType, Kind, Note
from drafter.model.view import DocumentView
from drafter.writers.clean import for_text
from drafter.writers.layout import Layout
from drafter.writers.writer import WriteOptions

SHORT_BLANK = "__"
BLANK = "__________"
# Not underscores alone: in plain text a line of those is the rule above the notes.
DATE_BLANK = "__/__/____"
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")


@dataclass(frozen=True, slots=True)
class IssueLine:
    """A line of distribution, date or language; `spaced` leaves a line free before it."""

    text: str
    style: str
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Front:
    """The words before the text and round it, ready to print; empty ones are not printed.

    `notes` are the notes that one of these lines marks ("Iraq:* draft resolution").
    """

    united_nations: str
    organ: str
    symbol: str
    issue: tuple[IssueLine, ...]
    session: str
    committee: str
    agenda_items: str
    agenda_titles: tuple[str, ...]
    adopted: str
    bracket: str
    sponsors: str
    rapporteur: str
    number: str
    closing: tuple[str, ...]
    title: str
    running_title: str
    job_number: str
    unofficial: str
    consultation: str
    watermark: str
    notes: tuple[Note, ...] = ()


def front(view: DocumentView, language: Language, options: WriteOptions, rules: Layout) -> Front:
    """The front matter of `view` as the type that `options` ask for."""
    return _Front(view, language, options, rules).made()


class _Front:
    def __init__(
        self, view: DocumentView, language: Language, options: WriteOptions, rules: Layout
    ) -> None:
        self._view = view
        self._masthead: Masthead = view.document.masthead
        self._language = language
        self._words: MastheadWords = language.masthead
        self._options = options
        self._rules = rules
        self._kind = rules.kind((options.as_type or view.document.type).value)

    def made(self) -> Front:
        masthead = self._masthead
        words = {
            "united_nations": self._words.organization,
            "organ": self._organ(),
            "symbol": self._symbol(),
            "session": self._session(),
            "committee": self._committee() if self._kind["committee"] == "yes" else "",
            "agenda_items": self._agenda_items(),
            "adopted": self._adopted(),
            "bracket": masthead.bracket_line if self._is_adopted else "",
            "sponsors": self._sponsors(),
            "rapporteur": self._rapporteur(),
            "number": self._number(),
            "title": self._title(),
            "running_title": self._options.running_title,
            "job_number": masthead.job_number,
            "unofficial": "" if self._options.official else self._type("unofficial"),
            "consultation": self._type("consultation") if self._options.consultation else "",
            "watermark": self._type("watermark") if self._options.draft else "",
        }
        clean = {name: for_text(value) for name, value in words.items()}
        return Front(
            **clean,
            issue=tuple(self._issue()),
            agenda_titles=self._agenda_titles(),
            closing=self._closing(),
            notes=self._notes(" ".join((*clean.values(), *self._agenda_titles()))),
        )

    @property
    def _is_adopted(self) -> bool:
        return self._kind["adopted"] == "yes"

    def _type(self, name: str) -> str:
        return self._rules.type(self._language.code)[name]

    def _blank(self, blank: str = BLANK) -> str:
        return "" if self._options.final else blank

    def _organ_key(self) -> str:
        body = self._masthead.body
        if body and self._words.organ(body):
            return body
        key = self._rules.organs().get(self._masthead.symbol.partition("/")[0], "")
        return key or next((k for k, words in self._words.enacting if self._enacts(words)), "")

    def _enacts(self, words: str) -> bool:
        lines = (e.text.plain() for e in self._view.elements if e.kind is Kind.ENACTING)
        return any(line.strip().rstrip("，,،").strip() == words for line in lines)

    def _organ(self) -> str:
        body = self._masthead.body
        return self._words.organ(self._organ_key()) or body or self._blank()

    def _symbol(self) -> str:
        if self._masthead.symbol or self._options.final:
            return self._masthead.symbol
        segments = [k for k, organ in self._rules.organs().items() if organ == self._organ_key()]
        committee = self._committee_segment()
        session = str(self._masthead.session or SHORT_BLANK)
        series = self._kind["series"]
        if self._is_adopted:
            return "/".join([*segments, series, session, SHORT_BLANK])
        return "/".join(p for p in (*segments, committee, session, series + SHORT_BLANK) if p)

    def _committee_segment(self) -> str:
        named = self._masthead.committee
        if self._kind["committee"] != "yes" or not named:
            return ""
        pairs = self._words.committees
        return next((segment for segment, name in pairs if named in {segment, name}), "")

    def _committee(self) -> str:
        named = self._masthead.committee
        if named:
            return self._words.committee(named) or named
        segments = self._masthead.symbol.split("/")
        return self._words.committee(segments[1]) if len(segments) > 2 else ""

    def _session(self) -> str:
        if self._masthead.session_read:
            return self._masthead.session_read
        number = self._masthead.session
        printed = session_words(self._language, number) if number else ""
        return printed or self._blank(self._words.session.format(ordinal=SHORT_BLANK))

    def _agenda_items(self) -> str:
        items = self._masthead.agenda_items
        if not items:
            return self._blank(self._words.agenda_item.format(items=SHORT_BLANK))
        template = self._words.agenda_item if len(items) == 1 else self._words.agenda_items
        return template.format(items=self._listed(items))

    def _agenda_titles(self) -> tuple[str, ...]:
        return tuple(for_text(title) for title in self._masthead.agenda_titles if title)

    def _listed(self, items: Iterable[str]) -> str:
        *before, last = items
        if not before:
            return last
        return self._words.item_separator.join(before) + self._words.item_and + last

    def _issue(self) -> Iterable[IssueLine]:
        given = self._masthead.distribution
        distribution = given or self._kind["distribution"]
        yield IssueLine(for_text(self._words.distributed(distribution) or given), "Distribution")
        date = self._date() or self._blank(DATE_BLANK)
        if date:
            yield IssueLine(for_text(date), "Publication")
        if self._kind["original"] != "yes":
            return
        given = self._masthead.original_language
        original = self._words.language_name(given) or given
        own = self._words.language_name(self._language.code)
        if own and original != own:
            yield IssueLine(own, "Original", spaced=True)
        if original or self._blank():
            line = self._words.original.format(language=original or self._blank())
            yield IssueLine(for_text(line), "Original", spaced=original == own)

    def _label(self) -> str:
        name = self._kind["label"]
        return str(getattr(self._words, name, "")) if name else ""

    def _sponsors(self) -> str:
        label = self._label()
        if not label:
            return ""
        if self._masthead.submitters:
            return self._masthead.submitters
        sponsors = self._masthead.sponsors
        listed = self._listed(sponsors) if sponsors else self._blank()
        return self._words.sponsors.format(sponsors=listed, label=label) if listed else label

    def _rapporteur(self) -> str:
        named, word = self._masthead.rapporteur, self._words.rapporteur
        if not named or named.startswith(word.rstrip(":：")):
            return named
        return word + ("" if word.endswith("：") else " ") + named

    def _date(self) -> str:
        printed = language_of(self._words.date_language).dates
        return self._in_words(self._masthead.date, printed)

    def _in_words(self, given: str, dates: Dates) -> str:
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

    def _adopted(self) -> str:
        if not self._is_adopted:
            return ""
        date = self._in_words(self._masthead.adopted_on, self._language.dates) or self._blank()
        decision = (self._options.as_type or self._view.document.type) is DocumentType.DECISION
        words = (decision and self._words.adopted_decision) or self._words.adopted
        # the date stays together, with the word before it: "… / on 19 December 2024"
        kept = words.replace(" {date}", "\u00a0{date}")
        line = kept.format(organ=self._organ(), date=date.replace(" ", "\u00a0"))
        return line if date else ""

    def _number(self) -> str:
        segments = self._masthead.symbol.split("/")
        adopted = self._is_adopted and len(segments) >= 4 and segments[1] == self._kind["series"]
        return "/".join(segments[2:]) + "." if adopted else ""

    def _closing(self) -> tuple[str, ...]:
        if not self._is_adopted or not self._masthead.closing:
            return ()
        return tuple(for_text(line) for line in self._masthead.closing.splitlines() if line)

    def _notes(self, lines: str) -> tuple[Note, ...]:
        marked = {note.id for note in self._view.notes}
        loose = (n for n in self._view.document.notes if n.mark and n.id not in marked)
        return tuple(note for note in loose if note.mark in lines)

    def _title(self) -> str:
        titles = (e.text.plain() for e in self._view.elements if e.kind is Kind.TITLE)
        return next(titles, "") or self._masthead.symbol
