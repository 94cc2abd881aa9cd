"""What stands before the text: masthead, session and agenda block, sponsors, and the blanks.

A field that is not known is a visible blank, never made up: symbols, dates and job numbers belong
to the Secretariat. In a final text it is left out.
"""

from __future__ import annotations

from dataclasses import dataclass

from drafter.languages import Language, agenda_line, session_words
from drafter.languages.groups import behalf_of
from drafter.languages.masthead import MastheadWords
from drafter.model.masthead import Masthead
from drafter.model.tree import DocumentType, Kind, Note, PartKind
from drafter.model.view import DocumentView
from drafter.writers.adoption_words import Adoption, printed_number
from drafter.writers.bodies import body_of
from drafter.writers.clean import for_text
from drafter.writers.issue import BLANK, SHORT_BLANK, Issue, IssueLine
from drafter.writers.layout import Layout
from drafter.writers.sponsor_line import sponsor_line
from drafter.writers.writer import WriteOptions


@dataclass(frozen=True, slots=True)
class Front:
    """The words before the text and round it, ready to print; empty ones are not printed.

    `council` is the body under an organ's masthead; `resolution` the number of a text that has no
    title, above the line of adoption; `number` goes before the title, `heading` stands after it
    ("Addendum"), `alone` does after the sponsors of a text without one.
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
    council: str = ""
    resolution: str = ""
    heading: str = ""
    alone: str = ""


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
        decides = view.document.root.kind is PartKind.DECISION
        words = language.masthead
        self._words: MastheadWords = words.deciding() if decides else words
        self._options = options
        self._rules = rules
        self._type = options.as_type or view.document.type
        self._body = body_of(view, language, rules)
        self._kind = rules.kind(self._type.value, self._body)
        organ = self._words.organ(self._kind["organ"] or self._body) or self._masthead.body
        self._organ = organ or self._blank()
        segments = (key for key, body in rules.organs().items() if body == self._body)
        self._issue = Issue(
            self._masthead,
            language,
            self._kind,
            organ=next(segments, ""),
            retyped=self._type is not view.document.type,
            final=options.final,
        )

    def made(self) -> Front:
        titles = self._agenda_titles() if self._kind["agenda"] == "yes" else ()
        words = {**self._masthead_words(), **self._text_words(), **self._labels()}
        clean = {name: for_text(value) for name, value in words.items()}
        derived = self._kind["closing"] == "yes"
        return Front(
            **clean,
            issue=tuple(self._issue.lines()),
            agenda_titles=titles,
            closing=self._adoption().closing(derived=derived) if self._is_adopted else (),
            notes=self._notes(" ".join((*clean.values(), *titles))),
        )

    def _masthead_words(self) -> dict[str, str]:
        return {
            "united_nations": self._words.organization,
            "organ": self._organ,
            "symbol": self._issue.symbol,
            "council": self._council() if self._kind["council"] == "yes" else "",
            "session": self._session(),
            "committee": self._committee() if self._has_committee else "",
            "agenda_items": self._agenda_items() if self._kind["agenda"] == "yes" else "",
            "job_number": self._masthead.job_number,
        }

    def _text_words(self) -> dict[str, str]:
        words = {
            "sponsors": self._sponsors(),
            "rapporteur": self._rapporteur(),
            "heading": self._heading(),
            "title": self._title() or self._masthead.symbol or self._organ,
        }
        if not self._title():
            words = {**words, "heading": "", "alone": words["heading"]}
        return {**words, **dict.fromkeys(("adopted", "bracket", "number"), ""), **self._adopted()}

    def _adopted(self) -> dict[str, str]:
        if not self._is_adopted:
            return {}
        adoption = self._adoption()
        decision = self._type is DocumentType.DECISION
        words = {
            "adopted": adoption.line(decision=decision),
            "bracket": adoption.bracket(self._kind["bracket"]),
        }
        number = self._number_in(self._issue.symbol)
        if self._kind["meeting"] != "yes":
            printed = self._words.title_number.format(number=number) if number else ""
            return {**words, "number": printed}
        # "Resolution 2799 (2025)" says what the symbol says, and is as blank as that
        line = self._words.resolution_number.format(number=number) if number else ""
        return {**words, "resolution": line}

    def _labels(self) -> dict[str, str]:
        return {
            "running_title": self._title() if self._kind["running"] == "title" else "",
            "unofficial": "" if self._options.official else self._said("unofficial"),
            "consultation": self._said("consultation") if self._options.consultation else "",
            "watermark": self._said("watermark") if self._options.draft else "",
        }

    def _adoption(self) -> Adoption:
        named = self._words.organ(self._body) or self._organ
        return Adoption(self._masthead, self._language, self._body, named, self._blank())

    @property
    def _is_adopted(self) -> bool:
        return self._kind["adopted"] == "yes"

    def _said(self, name: str) -> str:
        return self._rules.type(self._language.code)[name]

    def _blank(self, blank: str = BLANK) -> str:
        return "" if self._options.final else blank

    def _council(self) -> str:
        return self._words.organ(self._body)

    @property
    def _has_committee(self) -> bool:
        rule = self._kind["committee"]
        return rule == "yes" or (rule == "limited" and self._issue.corrects_limited)

    def _committee(self) -> str:
        named = self._masthead.committee
        if named:
            return self._words.committee(named) or named
        segments = self._masthead.symbol.split("/")
        return self._words.committee(segments[1]) if len(segments) > 2 else ""

    def _session(self) -> str:
        if self._kind["session"] == "none":
            return ""
        if self._masthead.session_read:
            return self._masthead.session_read
        number = self._issue.session
        if self._kind["session"] == "year":
            return self._words.year_session.format(year=number or self._blank(SHORT_BLANK))
        printed = session_words(self._language, number) if number else ""
        return printed or self._blank(self._words.session.format(ordinal=SHORT_BLANK))

    def _agenda_items(self) -> str:
        blank = self._blank(self._words.agenda_item.format(items=SHORT_BLANK))
        return agenda_line(self._language, self._masthead.agenda_items) or blank

    def _agenda_titles(self) -> tuple[str, ...]:
        return tuple(for_text(title) for title in self._masthead.agenda_titles if title)

    def _label(self) -> str:
        name = self._kind["label"]
        if name == "amendments" and self._instructions() == 1:
            name = "amendment"
        label = str(getattr(self._words, name, "")) if name else ""
        before = self._masthead.predecessor or self._blank()
        if self._kind["amends"] != "yes" or not before:
            return label
        return self._words.amended(before).format(label=label, predecessor=before)

    def _instructions(self) -> int:
        return sum(e.level == 1 and e.kind is not Kind.TITLE for e in self._view.elements)

    def _sponsors(self) -> str:
        masthead, label = self._masthead, self._label()
        if not label:
            return ""
        retyped = self._type is not self._view.document.type
        officer = self._kind["submits"] == "officer"
        if masthead.submitters and not (retyped and (masthead.sponsors or officer)):
            return masthead.submitters
        if officer or (masthead.submitter and not masthead.sponsors):
            return self._submitted(label, basis=officer)
        return sponsor_line(masthead, self._language, label, self._blank())[0]

    def _submitted(self, label: str, *, basis: bool) -> str:
        """Who submits, if that is an officer: on the `basis` of consultations on a draft."""
        officer, words = self._masthead.submitter or self._blank(), self._words
        template = words.submitted
        if basis:
            known = self._masthead.predecessor
            template = words.on_basis if known else words.after_consultations
        line = template.format(
            label=label, submitter=officer, predecessor=self._masthead.predecessor
        )
        return line[:1].upper() + line[1:] if officer else ""

    def _heading(self) -> str:
        name = self._kind["heading"]
        if not name:
            return ""
        before = self._masthead.predecessor or self._blank()
        return str(getattr(self._words, name)).format(predecessor=before)

    def _rapporteur(self) -> str:
        named, words = self._masthead.rapporteur, self._words
        if not named or named.startswith((words.rapporteur[:-1], *words.forms("rapporteur"))):
            return named
        word = words.rapporteur_of(named)
        return word + ("" if word.endswith("：") else " ") + named

    def _number_in(self, symbol: str) -> str:
        return printed_number(symbol, self._kind["series"], self._language.citations.year_space)

    def _notes(self, lines: str) -> tuple[Note, ...]:
        marked = {note.id for note in self._view.notes}
        loose = (n for n in self._view.document.notes if n.mark and n.id not in marked)
        printed = tuple(note for note in loose if note.mark in lines)
        line, given = sponsor_line(self._masthead, self._language, self._label())
        own = given if line in lines else ()
        if own:
            # the group named in the masthead takes the place of the one in a note that was read
            code, said = self._language.code, {note.text for note in own}
            printed = tuple(
                n for n in printed if n.text not in said and not behalf_of(n.text.plain(), code)
            )
        return (*printed, *own)

    def _title(self) -> str:
        titles = (e.text.plain() for e in self._view.elements if e.kind is Kind.TITLE)
        return next(titles, "")
