"""What one language's data says about the lines that give a document its shape, as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from drafter.languages import Language
from drafter.languages.masthead import MastheadWords
from drafter.model.numbering import ARABIC_MASCULINE
from drafter.readers.segment.adoption_lines import adoption_lines
from drafter.readers.segment.characters import SUPERSCRIPTS
from drafter.readers.segment.line_patterns import (
    BLANK,
    STARS,
    any_date,
    choice,
    choice_of,
    line,
    spaced,
    template,
)
from drafter.readers.segment.submission_lines import (
    amending_lines,
    officer_lines,
    revising_lines,
    submission_lines,
)

_ORDINALS = "|".join(ARABIC_MASCULINE)
_COUNT = rf"(?:[一二三四五六七八九十]{{1,3}}|\d{{1,2}}|[IVXLC]{{1,6}}|[A-Z]|{_ORDINALS})"
_NOTED = rf"(?:[,，،][\d{SUPERSCRIPTS}]{{0,3}}|[{SUPERSCRIPTS}]{{1,3}})"  # the mark of a note
_ITEMS = rf"(?:\d[^:：;；。]*?|{BLANK})"
_QUOTE = '[“"«„]?'


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Patterns of whole lines, each matched with `fullmatch` and whatever the case.

    `enacting` takes the line of the organ that acts, with or without a comma; `annex` and
    `appendix` headings with a count or without; `draft_heading` those of drafts in a report
    ("Draft resolution II"); `submitted` a line that names who submits a draft, `label` the words
    for what is submitted; `revised`, `decision` and `amendments` find those words in a line.
    `officer` is a line of which officer submits what on the basis of consultations, with groups
    `submitter` and `predecessor`; `amends` what amends a draft, `revises` the title of a sheet
    that is read out, both with the group `predecessor`; `oral_revisions` takes any such title,
    `signing` a line of one to fill in; `added` the words above the sponsors that an addendum adds.
    `adopted` takes any line that says by whom and when a text was adopted (`adoptions` of
    `adoption_lines.py` has its forms); `sessions` finds the word for a session.
    """

    enacting: re.Pattern[str]
    annex: re.Pattern[str]
    appendix: re.Pattern[str]
    draft_heading: re.Pattern[str]
    decision_heading: re.Pattern[str]
    organ: re.Pattern[str]
    committee: re.Pattern[str]
    agenda: re.Pattern[str]
    report: re.Pattern[str]
    rapporteur: re.Pattern[str]
    submitted: re.Pattern[str]
    officer: tuple[re.Pattern[str], ...]
    amends: tuple[re.Pattern[str], ...]
    revises: tuple[re.Pattern[str], ...]
    oral_revisions: re.Pattern[str]
    signing: re.Pattern[str]
    sponsors: re.Pattern[str]
    adopted: re.Pattern[str]
    adopted_decision: re.Pattern[str]
    number: re.Pattern[str]
    statement: re.Pattern[str]
    addendum: re.Pattern[str]
    corrigendum: re.Pattern[str]
    sessions: re.Pattern[str]
    distribution: re.Pattern[str]
    original: re.Pattern[str]
    version: re.Pattern[str]
    date: re.Pattern[str]
    meeting: re.Pattern[str]
    organization: re.Pattern[str]
    recycle: re.Pattern[str]
    unofficial: re.Pattern[str]
    revised: re.Pattern[str]
    decision: re.Pattern[str]
    amendments: re.Pattern[str]
    added: re.Pattern[str]


@cache
def vocabulary(language: Language) -> Vocabulary:
    """The patterns of `language`."""
    head = language.masthead
    return Vocabulary(
        **adoption_lines(language),
        **submission_lines(language),
        **_recommended(language),
        **_headings(head),
        **_organs(head),
        **_titles(head),
        **_fixed(head),
        officer=officer_lines(language),
        amends=amending_lines(language),
        revises=revising_lines(language),
        agenda=_agenda(head),
        rapporteur=line(rf"{choice(_rapporteurs(head))}\s*[:：]\s*(?P<name>.*)"),
        original=line(template(head.original, language=r"\w[\w ]*")),
        date=line(any_date(language)),
    )


def _recommended(language: Language) -> dict[str, re.Pattern[str]]:
    """The headings of what a report recommends."""
    head, rules = language.masthead, language.conventions
    drafts = (head.draft_resolution, head.revised_draft_resolution, rules.part_word("draft"))
    decisions = (head.draft_decision, rules.part_word("decision"))
    return {
        name: line(rf"{choice(filter(None, words))}(?:\s*{_COUNT})?{STARS}")
        for name, words in (("draft_heading", drafts), ("decision_heading", decisions))
    }


def _headings(head: MastheadWords) -> dict[str, re.Pattern[str]]:
    return {
        "enacting": re.compile(rf"{_QUOTE}{choice(_acting(head.enacting))}\s*{_NOTED}?{STARS}"),
        "annex": line(rf"{spaced(head.annex)}(?:\s*{_COUNT})?{STARS}"),
        "appendix": line(rf"{spaced(head.appendix)}(?:\s*{_COUNT})?{STARS}"),
    }


def _organs(head: MastheadWords) -> dict[str, re.Pattern[str]]:
    """The lines that name an organ, a committee, or whose report it is."""
    organization, organs = spaced(head.organization), choice(name for _, name in head.organs)
    committee = choice(name for _, name in head.committees)
    reporting = choice(name for _, name in (*head.committees, *head.committees_of))
    return {
        "organ": line(rf"(?:{organization}\s*)?{organs}"),
        "committee": line(rf"(?P<committee>{committee}){STARS}"),
        "report": line(template(head.report, committee=reporting) + STARS),
    }


def _titles(head: MastheadWords) -> dict[str, re.Pattern[str]]:
    return {
        "statement": line(choice_of(template(x) for x in head.forms("statement")) + STARS),
        "addendum": line(choice(head.forms("addendum")) + STARS),
        "corrigendum": line(choice(head.forms("corrigendum")) + STARS),
        "sessions": re.compile(choice(head.forms("session")), re.IGNORECASE),
    }


def _fixed(head: MastheadWords) -> dict[str, re.Pattern[str]]:
    return {
        "distribution": line(choice(words for _, words in head.distribution)),
        "version": line(choice(name for _, name in head.languages)),
        "organization": line(spaced(head.organization)),
        "recycle": line(spaced(head.recycle)),
        "unofficial": line(choice(head.forms("unofficial"))),
    }


def _agenda(head: MastheadWords) -> re.Pattern[str]:
    forms = (head.agenda_item, head.agenda_items, head.agenda_pair, *head.forms("agenda"))
    return line(choice_of(template(each, items=_ITEMS) for each in forms if each) + STARS)


def _rapporteurs(head: MastheadWords) -> tuple[str, ...]:
    return (head.rapporteur.rstrip(" :："), *head.forms("rapporteur"))


def _acting(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The enacting words as they stand, or all in capitals; never within a sentence."""
    for _, words in rows:
        yield from (words, words.upper())
