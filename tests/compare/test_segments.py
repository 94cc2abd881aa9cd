"""Stretches to show."""

from hypothesis import given, settings

from drafter.compare import SegmentState, segments
from drafter.languages import language
from tests.compare.texts import TEXTS


@settings(deadline=None)
@given(TEXTS)
def test_stretches_give_both_texts_back(pair):
    code, a, b = pair
    found = segments(a, b, language(code))
    assert "".join(each.text for each in found if each.state != SegmentState.NEW) == a
    assert "".join(each.text for each in found if each.state != SegmentState.OLD) == b
    assert all(each.text for each in found)
    assert all((each.change is None) == (each.state is SegmentState.EQUAL) for each in found)


def test_what_was_stands_before_what_is():
    found = segments("鼓励会员国合作；", "敦促会员国合作；", language("zh"))
    assert [(each.state.value, each.text) for each in found] == [
        ("old", "鼓励"), ("new", "敦促"), ("equal", "会员国合作；"),
    ]  # fmt: skip
