"""Every change has a sentence in both interface languages."""

import pytest

from drafter import messages
from drafter.compare import ChangeKind, changes
from drafter.languages import language
from drafter.messages import say
from tests.compare.test_cases import CASES


@pytest.fixture(params=messages.LANGUAGES)
def interface(request):
    before = messages.language()
    messages.set_language(request.param)
    yield request.param
    messages.set_language(before)


@pytest.mark.parametrize(("code", "case"), CASES)
def test_every_change_can_be_read_aloud(interface, code, case):
    texts = case["old"], case["new"]
    for a, b in (texts, texts[::-1]):
        for change in changes(a, b, language(code)):
            sentence = say(change.message, **dict(change.params))
            assert not sentence.startswith("deviation."), change
            assert "{" not in sentence


@pytest.mark.parametrize("kind", ["fused", "split"])
def test_paragraphs_fused_and_split_have_sentences(interface, kind):
    assert ChangeKind(kind)
    assert not say(f"deviation.{kind}", count=2, old="op4, op5", new="op4").startswith("deviation")


def test_a_stronger_opening_verb_says_so():
    messages.set_language("en")
    (change,) = changes("鼓励会员国合作；", "敦促会员国合作；", language("zh"))
    assert say(change.message, **dict(change.params)) == "opening verb stronger: 鼓励 → 敦促"
