"""Whatever the language's tables hold is recognized: words are data, and new rows need no code."""

import pytest

from drafter.compare import ChangeKind, ChangeSeverity, changes
from drafter.compare.lexicon import key, lexicon
from drafter.languages import codes, language, strength

ZH, EN = language("zh"), language("en")


def kinds(a, b, code="zh"):
    return [change.kind for change in changes(a, b, language(code))]


@pytest.mark.parametrize(("one", "other"), [*ZH.antonyms, *[(b, a) for a, b in ZH.antonyms]])
def test_an_antonym_reverses_the_meaning(one, other):
    found = changes(f"强调各方的{one}作用，", f"强调各方的{other}作用，", ZH)
    assert any(change.severity is ChangeSeverity.REVERSAL for change in found), found


@pytest.mark.parametrize(("one", "other"), EN.antonyms)
def test_an_antonym_reverses_the_meaning_in_english(one, other):
    found = changes(f"Notes that they {one} the text,", f"Notes that they {other} the text,", EN)
    assert any(change.severity is ChangeSeverity.REVERSAL for change in found), found


@pytest.mark.parametrize(("one", "other"), [*ZH.counterparts, *[p[::-1] for p in ZH.counterparts]])
def test_a_counterpart_is_another_party(one, other):
    assert kinds(f"确认{one}的作用，", f"确认{other}的作用，") == [ChangeKind.PARTY]


@pytest.mark.parametrize("words", ZH.qualifiers)
def test_a_qualifier_comes_and_goes(words):
    without, qualified = "敦促各方提交案文；", f"敦促各方{words}提交案文；"
    assert kinds(without, qualified) == [ChangeKind.QUALIFIER_ADDED]
    assert kinds(qualified, without) == [ChangeKind.QUALIFIER_DROPPED]


@pytest.mark.parametrize("words", EN.qualifiers)
def test_a_qualifier_comes_and_goes_in_english(words):
    without = "Urges Governments to publish texts;"
    qualified = f"Urges Governments to publish, {words}, texts;"
    assert kinds(without, qualified, "en") == [ChangeKind.QUALIFIER_ADDED]
    assert kinds(qualified, without, "en") == [ChangeKind.QUALIFIER_DROPPED]


@pytest.mark.parametrize(("older", "newer"), ZH.term_pairs)
def test_a_term_and_its_successor_are_one_term(older, newer):
    assert kinds(f"关切{older}的情况，", f"关切{newer}的情况，") == [ChangeKind.TERM]


@pytest.mark.parametrize(("older", "newer"), ZH.term_pairs)
def test_no_term_is_read_in_a_title(older, newer):
    found = kinds(f"回顾《{older}公约》，", f"回顾《{newer}公约》，")
    assert ChangeKind.TERM not in found
    assert found


@pytest.mark.parametrize("code", codes())
def test_requests_are_stronger_or_weaker_by_the_ladder(code):
    tongue = language(code)
    classes = [words[0] for words in tongue.ladder]
    for low, weak in enumerate(classes):
        for strong in classes[low + 1 :]:
            assert strength(tongue, weak, strong) == 1
            found = kinds(f"{weak} x", f"{strong} x", code)
            assert found == [ChangeKind.VERB_STRONGER], (weak, strong, found)
            assert kinds(f"{strong} x", f"{weak} x", code) == [ChangeKind.VERB_WEAKER]


@pytest.mark.parametrize("modal", ZH.modals)
def test_a_modal_comes_and_goes(modal):
    assert kinds("申明各方参与审查，", f"申明各方{modal}参与审查，") == [ChangeKind.MODAL]


@pytest.mark.parametrize("words", ZH.comparison.whole)
def test_a_word_that_only_looks_negated_or_modal_is_none(words):
    found = kinds("强调各方参与，", f"强调各方{words}参与，")
    assert not {ChangeKind.MODAL, ChangeKind.NEGATION} & set(found), found


@pytest.mark.parametrize("code", codes())
def test_every_language_can_be_compared(code):
    tongue = language(code)
    assert changes("A/79/323 x y", "A/79/323 x z", tongue)
    assert lexicon(tongue) is lexicon(tongue)


def test_the_newest_form_of_a_term_is_its_key():
    assert lexicon(ZH).concept(key("移徙者")) == key("移民")
