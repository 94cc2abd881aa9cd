"""What a draft says of itself becomes the first events of a report."""

from pathlib import Path

import pytest

from drafter.languages import language
from drafter.languages.report_words import report_words
from drafter.model.masthead import Masthead
from drafter.model.proceedings import EventKind, Proceedings
from drafter.model.tree import Document, DocumentType, Part, PartKind
from drafter.reports.sentences import Narrator
from drafter.workspace.report_drafts import proposals_of

OFFICERS = {
    "en": "the Chair", "fr": "le Président", "es": "el Presidente", "ru": "Председателем",
    "zh": "主席", "ar": "رئيس اللجنة",
}  # fmt: skip


def begun(code, line, kind=PartKind.RESOLUTION):
    head = Masthead(symbol="A/C.2/81/L.9", submitters=line)
    draft = Document(DocumentType.DRAFT_RESOLUTION, code, Part(kind, ()), head)
    return proposals_of([(Path("a.yaml"), draft)], Path("x.report.yaml"))[0]


@pytest.mark.parametrize("code", OFFICERS)
def test_the_officer_who_submits_is_named_in_the_report(code):
    found = begun(code, f"{language(code).masthead.by_chair}*")
    event = found.events[0]
    assert (event.kind, event.submitter) == (EventKind.SUBMITTED, OFFICERS[code])
    told = Narrator(Proceedings(code), language(code), report_words(code), found).said(event)
    assert OFFICERS[code] in told.words


def test_the_officer_of_a_revised_draft_decision_is_named_without_what_was_submitted():
    words = language("zh").masthead.deciding()
    line = words.submitted.format(label=words.revised_draft_resolution, submitter="主席")
    assert begun("zh", line, PartKind.DECISION).events[0].submitter == "主席"
    assert begun("en", "Submitted late").events[0].submitter == ""


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("Chad, Egypt,* Fiji and Peru: draft resolution", 1),
        ("Chad, Egypt, Fiji and Peru:* draft resolution", 3),
        ("", 3),
    ],
)
def test_among_several_sponsors_the_marked_one_keeps_the_group_it_submits_for(line, marked):
    names = ("Chad", "Egypt", "Fiji", "Peru")
    head = Masthead(
        symbol="A/C.2/81/L.9",
        submitters=line,
        sponsors=names,
        group="African Group",
        date="2026-10-29",
    )
    draft = Document(DocumentType.DRAFT_RESOLUTION, "en", Part(PartKind.RESOLUTION, ()), head)
    (found,) = proposals_of([(Path("a.yaml"), draft)], Path("x.report.yaml"))
    given = found.events[0].sponsors
    assert given[marked].startswith(f"{names[marked]} (on behalf of the States Members of the")
    assert [each.partition(" (")[0] for each in given] == list(names)
    told = Narrator(Proceedings("en"), language("en"), report_words("en"), found)
    assert given[marked] in told.said(found.events[0]).words
