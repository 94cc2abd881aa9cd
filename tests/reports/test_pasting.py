"""Lists of a vote and lines of names, as people paste them into an event."""

import pytest

from drafter.errors import InvalidRecord
from drafter.languages import states
from drafter.languages.report_words import report_words
from drafter.model.proceedings_read import event
from drafter.model.states import Standing
from drafter.reports.pasting import unfolded, vote_of
from tests.reports.events import CODES

MEMBERS = [state for state in states() if state.standing is Standing.MEMBER]
KEYS = ("in-favour", "against", "abstaining")
PASTED = {
    "a press release": (
        "In favour:  Algeria, Trinidad and Tobago.\n\nAgainst:  United States.\n\n"
        "Abstain:  None.\n\nAbsent:  Chad, Togo."
    ),
    "one line": "In favour: Algeria and Trinidad and Tobago. Against: United States.",
    "counts beside the headings": "*In favour* (2): Algeria, Trinidad and Tobago\nAgainst 1:\nUSA",
    "one name in a line": (
        "IN FAVOUR:\nAlgeria\nTrinidad and\nTobago\nAGAINST:\nUSA\nABSTAINING:\n—"
    ),
    "French": "Ont voté pour : Algérie et Trinité-et-Tobago\nOnt voté contre : États-Unis",
    "Chinese with lines cut": (
        "赞成：\n阿尔及利亚、特立尼达\n和多巴哥。\n反对：\n美利坚\n合众国。\n弃权：\n无。"
    ),
}


@pytest.mark.parametrize("what", PASTED)
def test_the_lists_of_a_vote_are_understood(what):
    found = event(unfolded({"event": "adopted", "vote": PASTED[what]}), ()).vote
    assert [len(each) for each in found.lists] == [2, 1, 0]
    assert found.counts in {(-1, -1, -1), (2, 1, -1)}


@pytest.mark.parametrize("code", CODES)
def test_every_member_is_understood_as_a_report_lists_it(code):
    words = report_words(code)
    names = [state.name(code) for state in MEMBERS]
    between, stop = words.states
    lists = (names[:120], names[120:], [])
    text = "\n".join(
        f"{words.text(key)}\n{between.join(each) or words.text('nobody')}{stop}"
        for key, each in zip(KEYS, lists, strict=True)
    )
    assert vote_of(text) == {"in_favour": lists[0], "against": lists[1]}


def test_nothing_pasted_is_nobodys_vote():
    blank = {"event": "adopted", "vote": "", "how": ""}
    assert not event(unfolded(blank), ()).vote.is_listed
    assert vote_of("In favour:\n\nAgainst:\n\nAbstaining:\n") == {}


def test_names_in_one_line_are_a_list():
    found = event(
        unfolded({"event": "sponsors-joined", "sponsors": "Morocco, Peru and Chile."}), ()
    )
    assert found.sponsors == ("Morocco", "Peru", "Chile")


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({"event": "adopted", "vote": "Algeria, Chad"}, "report.no-vote"),
        ({"event": "adopted", "vote": "A vote was taken. Against: Chad"}, "report.no-vote"),
        ({"event": "adopted", "vote": "Against: Chad. Against: Togo"}, "report.vote-list-twice"),
        ({"event": "introduced", "by": "Uganda (for A, B and C)"}, "report.names-torn"),
    ],
)
def test_what_is_no_list_is_refused_with_its_place(record, message):
    with pytest.raises(InvalidRecord) as raised:
        unfolded(record, ("events", 0))
    assert raised.value.message_id == message
    assert raised.value.path[:2] == ("events", 0)
