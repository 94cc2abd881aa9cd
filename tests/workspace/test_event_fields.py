"""What may stand in a field of a report's events is told in the words of the interface too."""

import pytest

from drafter.messages import say, set_language
from drafter.model.proceedings import EventKind, Implications, Manner, Moment, Outcome, Proceedings
from drafter.model.proceedings_write import KEYS, MEETING_KEYS, PROPOSAL_KEYS
from drafter.workspace.event_fields import hint, word_of
from drafter.workspace.event_places import HEAD_FIELDS


@pytest.fixture(params=["en", "zh"])
def interface(request):
    set_language(request.param)
    yield request.param
    set_language("en")


def test_every_field_kind_and_value_has_a_word(interface):
    fields = {*HEAD_FIELDS, *MEETING_KEYS, *PROPOSAL_KEYS, "joined"} - {"events"}
    values = {each.value for kind in (Manner, Moment, Outcome, Implications) for each in kind}
    keys = {*map(str, EventKind), *fields, *(key for row in KEYS.values() for key in row), *values}
    ids = {key: f"report.word-{key.replace('_', '-')}" for key in keys - {""}}
    assert [key for key, message in ids.items() if say(message) == message] == []


def test_the_words_stand_beside_those_of_the_file(interface):
    told = hint(Proceedings(interface), "how", "adopted")
    assert told.startswith("how: without-a-vote" if interface == "en" else "how 如何决定: ")
    assert "recorded-vote" in told
    assert word_of("mistyped_field") == "mistyped_field"
