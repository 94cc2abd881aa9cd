"""The lines that say what is submitted, by whom, and to which draft."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.languages import Language
from drafter.languages.masthead import MastheadWords
from drafter.readers.segment.line_patterns import (
    BLANK,
    STARS,
    choice,
    choice_of,
    line,
    spaced,
    template,
    unnamed,
)

_SYMBOL = rf"(?:[A-Z][^\s,;]*/[^\s,;]*|{BLANK})"


def submission_lines(language: Language) -> dict[str, re.Pattern[str]]:
    """The patterns of the vocabulary that tell of a submission."""
    head, labels = language.masthead, _labels(language.masthead)
    both = _both(head)
    signing = (template(each, blank=".*") for each in language.amending.signing)
    titles = [template(each.oral_revisions, predecessor=_SYMBOL) for each in both]
    amended = (
        template(each, label=labels, predecessor=_SYMBOL)
        for each in (head.deciding().amends, head.amends_decision)
    )
    named = map(unnamed, (*amended, titles[1]))
    decision = choice_of((spaced(head.draft_decision), *named))
    return {
        "submitted": line(rf"{_submitting(head, labels)}|{_as_orally_revised(language)}"),
        "sponsors": line(rf"(?P<sponsors>\S.*?)\s*[:：]\s*\**\s*(?P<label>{labels}){STARS}"),
        "oral_revisions": line(choice_of(titles) + STARS),
        "signing": line(choice_of(signing)),
        "revised": line(rf".*{choice(each.revised_draft_resolution for each in both)}.*"),
        "decision": line(rf".*{decision}.*"),
        "amendments": line(rf".*{_amending(head)}.*"),
        "added": line(choice(each.added for each in both)),
    }


def officer_lines(language: Language) -> tuple[re.Pattern[str], ...]:
    """An officer submits something on the basis of consultations: groups `submitter` and, where it
    names a draft, `predecessor`."""
    return tuple(map(line, _officers(language.masthead)))


def amending_lines(language: Language) -> tuple[re.Pattern[str], ...]:
    """What amends a draft, the group `predecessor`."""
    head = language.masthead
    forms = (
        form for x in _both(head) for form in (x.amends, x.amends_resolution, x.amends_decision)
    )
    return _naming(forms, label=_labels(head))


def revising_lines(language: Language) -> tuple[re.Pattern[str], ...]:
    """The title of a sheet that revises a draft orally, the group `predecessor`."""
    return _naming(each.oral_revisions for each in _both(language.masthead))


def _both(head: MastheadWords) -> tuple[MastheadWords, MastheadWords]:
    """The words of draft resolutions, and those of draft decisions."""
    return head, head.deciding()


def _labels(head: MastheadWords) -> str:
    """What is submitted, as lines call it."""
    both = _both(head)
    drafts = [*(w.draft_resolution for w in both), *(w.revised_draft_resolution for w in both)]
    amending = rf"{_amending(head)}(?:\s.*(?:/|{BLANK}).*)?"
    further = (unnamed(template(each)) for each in head.forms("labels"))
    return choice_of((*map(spaced, drafts), *further, amending))


def _amending(head: MastheadWords) -> str:
    """What amendments call themselves, one of them or several."""
    return choice((head.amendments, head.amendment))


def _submitting(head: MastheadWords, labels: str) -> str:
    """Any line that says by whom a draft is submitted, or only what it is."""
    officers = choice_of(map(unnamed, _officers(head)))
    whole = choice(each for each in head.forms("labels") if "{" not in each)
    return rf"{officers}|{_submitted(head.by_president, labels)}|{whole}{STARS}"


def _submitted(model: str, labels: str) -> str:
    """A line that names a draft and who submits it; `model` shows which the language puts first."""
    last = re.fullmatch(rf".+?{labels}", model, re.IGNORECASE) is not None
    named = rf"\S.*?{labels}" if last else rf"{labels}\s+\S.*"
    return rf"(?:{named}|\S.*[:：]\s*\**\s*{labels}){STARS}"


def _as_orally_revised(language: Language) -> str:
    """The line over a draft as it was orally revised."""
    head = language.masthead
    drafts = choice((head.draft_resolution, head.draft_decision))
    return template(language.amending.said("lines", "revised"), draft=drafts, symbol=_SYMBOL)


def _officers(head: MastheadWords) -> tuple[str, ...]:
    forms = (form for each in _both(head) for form in (each.on_basis, each.after_consultations))
    return tuple(template(each, predecessor=_SYMBOL) + STARS for each in forms if each)


def _naming(templates: Iterable[str], **fields: str) -> tuple[re.Pattern[str], ...]:
    named = (template(each, predecessor=_SYMBOL, **fields) for each in templates)
    return tuple(line(each + STARS) for each in named)
