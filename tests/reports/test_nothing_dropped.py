"""What was entered in an event is printed, or `report check` says that it is not."""

from functools import cache

import pytest

from drafter.languages import language
from drafter.model.masthead import Masthead
from drafter.model.proceedings import (
    Event,
    EventKind,
    Implications,
    Manner,
    Meeting,
    Moment,
    Outcome,
    Proceedings,
    Proposal,
    ProposalKind,
    Speaker,
    Vote,
)
from drafter.model.proceedings_write import KEYS
from drafter.reports import findings, report
from tests.reports.events import CODES, FIELDS, viewed

# what to enter in a field, and the words by which it is known again; None: by any change
ENTERED = {
    "meeting": (97, ("97",)),
    "date": ("2026-03-04", None),
    "symbol": ("A/C.2/81/L.11", ("A/C.2/81/L.11",)),
    "by": ((Speaker("Aland", "Agroup"),), ("Aland", "Agroup")),
    "explanations": ((Speaker("Bland", "Bgroup"),), ("Bland", "Bgroup")),
    "observers": ((Speaker("Cland", "Cgroup"),), ("Cland", "Cgroup")),
    "sponsors": (("Dland", "Eland"), ("Dland", "Eland")),
    "submitter": ("the Fofficer", ("the Fofficer",)),
    "moment": (Moment.BEFORE_VOTE, None),
    "on": ("Gpart", ("Gpart",)),
    "implications": (Implications.STATED, None),
    "document": ("A/C.2/81/L.12", ("A/C.2/81/L.12",)),
    "documents": (("A/81/13", "A/81/14"), ("A/81/13", "A/81/14")),
    "items": (("77", "78"), ("77", "78")),
    "see": ("A/81/15", ("A/81/15",)),
    "paragraph": ("86", ("86",)),
    "outcome": (Outcome.ADOPTED, None),
    "manner": (Manner.RECORDED, None),
    "vote": (Vote(("Hland",), ("Iland",), ("Jland",)), ("Hland", "Iland", "Jland")),
    "after": ("A/C.2/81/L.16", ("A/C.2/81/L.16",)),
    "words": ("Kwords.", ("Kwords.",)),
}


@cache
def printed_and_told(code, kind, fields):
    given = {name: ENTERED[name][0] for name in fields}
    proposal = Proposal(ProposalKind.RESOLUTION, "A/C.2/81/L.9", "T", "", (Event(kind, **given),))
    head = Masthead(session=81, committee="C.2", agenda_titles=("T",))
    told = Proceedings(code, head, meetings=(Meeting(97, "2026-11-13"),), proposals=(proposal,))
    shown = viewed(report(told, [None], language(code)))
    open_questions = [f for _, f in findings(told, [None]) if f.message != "report.name-unknown"]
    return "\n".join(element.text.plain() for element in shown.elements), open_questions


def entered(kind):
    return tuple(FIELDS[key][0] for key in KEYS[kind])


@pytest.mark.parametrize("kind", EventKind)
def test_each_field_of_an_event_is_printed_alone_and_among_the_others_or_told(kind):
    for field in entered(kind):
        for others in ((), tuple(each for each in entered(kind) if each != field)):
            without, silent = printed_and_told("en", kind, others)
            printed, told = printed_and_told("en", kind, (*others, field))
            words = ENTERED[field][1]
            shown = printed != without if words is None else all(w in printed for w in words)
            assert shown or len(told) > len(silent), (field, others)


@pytest.mark.parametrize("code", CODES)
def test_no_language_leaves_out_what_another_prints(code):
    for kind in EventKind:
        (ours, _), (english, _) = (printed_and_told(c, kind, entered(kind)) for c in (code, "en"))
        for field in entered(kind):
            for words in ENTERED[field][1] or ():
                assert (words in ours) == (words in english), (kind, field)


def test_an_account_of_summary_records_among_the_drafts_has_its_note():
    event = Event(EventKind.SUMMARY_RECORDS)
    proposal = Proposal(ProposalKind.RESOLUTION, "A/C.2/81/L.9", events=(event,))
    meeting = Meeting(97, "2026-11-13", "A/C.2/81/SR.97")
    told = Proceedings("en", meetings=(meeting,), proposals=(proposal,))
    (note,) = viewed(report(told, [None], language("en"))).notes
    assert "A/C.2/81/SR.97" in note.text.plain()


@pytest.mark.parametrize("records", [(), (Event(EventKind.SUMMARY_RECORDS),)])
def test_a_summary_record_that_no_event_mentions_is_told(records):
    meeting = Meeting(97, "2026-11-13", "A/81/SR.97")
    told = findings(Proceedings("en", meetings=(meeting,), introduction=records), [])
    assert ("report.record-idle" in [finding.message for _, finding in told]) == (not records)
