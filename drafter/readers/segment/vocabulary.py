"""What one language's data says about the lines that give a document its shape, as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from drafter.languages import Language
from drafter.languages import language as language_of
from drafter.languages.masthead import MastheadWords
from drafter.model.numbering import ARABIC_MASCULINE
from drafter.readers.segment.characters import SUPERSCRIPTS

_FIELD = re.compile(r"\{(\w+)\}")
_ORDINALS = "|".join(ARABIC_MASCULINE)
_COUNT = rf"(?:[一二三四五六七八九十]{{1,3}}|\d{{1,2}}|[IVXLC]{{1,6}}|[A-Z]|{_ORDINALS})"
_STAR = r"\s*\**"
_NOTED = rf"(?:[,，،][\d{SUPERSCRIPTS}]{{0,3}}|[{SUPERSCRIPTS}]{{1,3}})"  # the mark of a note
_BLANK = "_{2,}"  # a line to fill in
_ITEMS = rf"(?:\d[^:：;；。]*?|{_BLANK})"
_MEETING = "{meeting}"
_WHICH = rf"(?:\d+|{_BLANK})\S{{0,3}}(?:\s*\([^()]*\))?"
_NUMBER = r"\d{1,4}\s*[(（]\d{4}[)）]"
_SYMBOL = rf"(?:[A-Z][^\s,;]*/[^\s,;]*|{_BLANK})"
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
    `adopted` takes any line that says by whom and when a text was adopted (`adoptions` has its
    forms); `sessions` finds the word for a session.
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
    both = _both(head)
    drafts = [*(w.draft_resolution for w in both), *(w.revised_draft_resolution for w in both)]
    amending = rf"{_amending(head)}(?:\s.*(?:/|{_BLANK}).*)?"
    further = (_unnamed(_template(each)) for each in head.forms("labels"))
    labels = _choice_of((*map(_words, drafts), *further, amending))
    date = _any_date(language)
    committee = _choice(name for _, name in head.committees)
    reporting = _choice(name for _, name in (*head.committees, *head.committees_of))
    items = (head.agenda_item, head.agenda_items, head.agenda_pair, *head.forms("agenda"))
    agenda = (_template(each, items=_ITEMS) for each in items if each)
    return Vocabulary(
        **_adopted(language, date),
        **_titles(head),
        enacting=re.compile(rf"{_QUOTE}{_choice(_acting(head.enacting))}\s*{_NOTED}?{_STAR}"),
        annex=_line(rf"{_words(head.annex)}(?:\s*{_COUNT})?{_STAR}"),
        appendix=_line(rf"{_words(head.appendix)}(?:\s*{_COUNT})?{_STAR}"),
        **_recommended(language),
        organ=_line(
            rf"(?:{_words(head.organization)}\s*)?{_choice(name for _, name in head.organs)}"
        ),
        committee=_line(rf"(?P<committee>{committee}){_STAR}"),
        agenda=_line(_choice_of(agenda) + _STAR),
        report=_line(_template(head.report, committee=reporting) + _STAR),
        rapporteur=_line(rf"{_choice(_rapporteurs(head))}\s*[:：]\s*(?P<name>.*)"),
        **_submissions(language, labels),
        officer=tuple(map(_line, _officers(head))),
        amends=_draft_named(_amended(both), label=labels),
        revises=_draft_named(each.oral_revisions for each in both),
        sponsors=_line(rf"(?P<sponsors>\S.*?)\s*[:：]\s*\**\s*(?P<label>{labels}){_STAR}"),
        original=_line(_template(head.original, language=r"\w[\w ]*")),
        date=_line(date),
        **_fixed(head),
    )


def _fixed(head: MastheadWords) -> dict[str, re.Pattern[str]]:
    return {
        "distribution": _line(_choice(words for _, words in head.distribution)),
        "version": _line(_choice(name for _, name in head.languages)),
        "organization": _line(_words(head.organization)),
        "recycle": _line(_words(head.recycle)),
        "unofficial": _line(_choice(head.forms("unofficial"))),
        "revised": _line(rf".*{_choice(each.revised_draft_resolution for each in _both(head))}.*"),
    }


@cache
def adoptions(language: Language) -> tuple[re.Pattern[str], ...]:
    """The lines that say that a text was adopted, with groups `organ`, `date` and `meeting`."""
    date = _any_date(language)
    return tuple(_line(_adoption(each, date)) for each in _said(language.masthead))


def _recommended(language: Language) -> dict[str, re.Pattern[str]]:
    """The headings of what a report recommends."""
    head, rules = language.masthead, language.conventions
    drafts = (head.draft_resolution, head.revised_draft_resolution, rules.part_word("draft"))
    decisions = (head.draft_decision, rules.part_word("decision"))
    return {
        name: _line(rf"{_choice(filter(None, words))}(?:\s*{_COUNT})?{_STAR}")
        for name, words in (("draft_heading", drafts), ("decision_heading", decisions))
    }


def _adopted(language: Language, date: str) -> dict[str, re.Pattern[str]]:
    head = language.masthead
    closing = (each for each in head.closing if _MEETING in each)
    meeting = (_template(each, meeting=_WHICH) for each in (*closing, *head.forms("meeting")))
    return {
        "adopted": _line(_choice_of(_unnamed(_adoption(each, date)) for each in _said(head))),
        "adopted_decision": _line(
            _choice_of(_unnamed(_adoption(each, date)) for each in _decisions(head))
        ),
        "number": _line(_choice_of(_template(x, number=_NUMBER) for x in head.forms("number"))),
        "meeting": _line(_at(_choice_of(meeting), date)),
    }


def _at(meeting: str, date: str) -> str:
    """A line that names a meeting, before or after its day if that is on the same line."""
    meeting = rf"{_unnamed(meeting)}(?:\s*\([^()]*\))?"
    return rf"{meeting}\s*[,،，.]?(?:\s*{date})?|{date}\s*[,،，]?\s*{meeting}"


def _titles(head: MastheadWords) -> dict[str, re.Pattern[str]]:
    return {
        "statement": _line(_choice_of(_template(x) for x in head.forms("statement")) + _STAR),
        "addendum": _line(_choice(head.forms("addendum")) + _STAR),
        "corrigendum": _line(_choice(head.forms("corrigendum")) + _STAR),
        "sessions": re.compile(_choice(head.forms("session")), re.IGNORECASE),
    }


def _rapporteurs(head: MastheadWords) -> tuple[str, ...]:
    return (head.rapporteur.rstrip(" :："), *head.forms("rapporteur"))


def _whole(head: MastheadWords) -> Iterator[str]:
    return (each for each in head.forms("labels") if "{" not in each)


def _said(head: MastheadWords) -> tuple[str, ...]:
    return (head.adopted, *head.forms("adopted"), *_decisions(head))


def _decisions(head: MastheadWords) -> tuple[str, ...]:
    said = (head.adopted_decision,) if head.adopted_decision else ()
    return (*said, *head.forms("adopted_decision"))


def _adoption(template: str, date: str) -> str:
    return _template(template, organ=r"\S.*?", date=rf"{date}|{_BLANK}", meeting=_WHICH) + _STAR


def _acting(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The enacting words as they stand, or all in capitals; never within a sentence."""
    for _, words in rows:
        yield from (words, words.upper())


def _any_date(language: Language) -> str:
    """A date as the text or as the masthead prints it."""
    printed = language_of(language.masthead.date_language)
    return _unnamed("|".join({language.dates.pattern, printed.dates.pattern}))


def _unnamed(pattern: str) -> str:
    return "(?:" + re.sub(r"\(\?P<\w+>", "(?:", pattern) + ")"


def _submitted(model: str, labels: str) -> str:
    """A line that names a draft and who submits it; `model` shows which the language puts first."""
    last = re.fullmatch(rf".+?{labels}", model, re.IGNORECASE) is not None
    named = rf"\S.*?{labels}" if last else rf"{labels}\s+\S.*"
    return rf"(?:{named}|\S.*[:：]\s*\**\s*{labels}){_STAR}"


def _submissions(language: Language, labels: str) -> dict[str, re.Pattern[str]]:
    """The lines that say what is submitted, by whom, and to what draft."""
    head = language.masthead
    signing = (_template(each, blank=".*") for each in language.amending.signing)
    titles = [_template(each.oral_revisions, predecessor=_SYMBOL) for each in _both(head)]
    amended = (
        _template(each, label=labels, predecessor=_SYMBOL)
        for each in (head.deciding().amends, head.amends_decision)
    )
    named = map(_unnamed, (*amended, titles[1]))
    decision = _choice_of((_words(head.draft_decision), *named))
    return {
        "submitted": _line(rf"{_submitting(head, labels)}|{_revised(language)}"),
        "oral_revisions": _line(_choice_of(titles) + _STAR),
        "signing": _line(_choice_of(signing)),
        "decision": _line(rf".*{decision}.*"),
        "amendments": _line(rf".*{_amending(head)}.*"),
        "added": _line(_choice(each.added for each in _both(head))),
    }


def _amending(head: MastheadWords) -> str:
    """What amendments call themselves, one of them or several."""
    return _choice((head.amendments, head.amendment))


def _revised(language: Language) -> str:
    """The line over a draft as it was orally revised."""
    head = language.masthead
    drafts = _choice((head.draft_resolution, head.draft_decision))
    return _template(language.amending.said("lines", "revised"), draft=drafts, symbol=_SYMBOL)


def _submitting(head: MastheadWords, labels: str) -> str:
    """Any line that says by whom a draft is submitted, or only what it is."""
    officers = _choice_of(map(_unnamed, _officers(head)))
    named = _submitted(head.by_president, labels)
    return rf"{officers}|{named}|{_choice(_whole(head))}{_STAR}"


def _officers(head: MastheadWords) -> tuple[str, ...]:
    forms = (form for each in _both(head) for form in (each.on_basis, each.after_consultations))
    return tuple(_template(each, predecessor=_SYMBOL) + _STAR for each in forms if each)


def _both(head: MastheadWords) -> tuple[MastheadWords, MastheadWords]:
    """The words of draft resolutions, and those of draft decisions."""
    return head, head.deciding()


def _amended(both: Iterable[MastheadWords]) -> Iterator[str]:
    for each in both:
        yield from (each.amends, each.amends_resolution, each.amends_decision)


def _draft_named(templates: Iterable[str], **fields: str) -> tuple[re.Pattern[str], ...]:
    """The lines that name the draft that they speak of, as the group `predecessor`."""
    named = (_template(each, predecessor=_SYMBOL, **fields) for each in templates)
    return tuple(_line(each + _STAR) for each in named)


def _line(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


def _template(words: str, **fields: str) -> str:
    """A template of the language's data as a pattern, its fields as named groups."""
    pattern, position = "", 0
    for found in _FIELD.finditer(words):
        value = _unnamed(fields.get(found[1], r".+?"))
        pattern += _words(words[position : found.start()]) + rf"\s*(?P<{found[1]}>{value})\s*"
        position = found.end()
    return pattern + _words(words[position:])


def _words(words: str) -> str:
    return r"\s*".join(re.escape(word) for word in words.split())


def _choice(words: Iterable[str]) -> str:
    return _choice_of(_words(each) for each in words)


def _choice_of(patterns: Iterable[str]) -> str:
    """Any of the patterns, longest first. Only the first may keep the names of its groups."""
    found = sorted(set(patterns), key=lambda each: (-len(each), each))
    if not found:
        return "(?!)"
    return "(?:" + "|".join([found[0], *map(_unnamed, found[1:])]) + ")"
