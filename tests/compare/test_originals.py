"""A change of a translation that its originals do not have is the translator's."""

import pytest

from drafter.compare import changes
from drafter.compare.originals import judged
from drafter.languages import language
from drafter.workspace.records import change_record, sentence

ZH, EN = language("zh"), language("en")
RECOGNIZES = "确认移民对发展的贡献；", "认识到移民对发展的贡献；"
THE_SAME = ("Recognizes the contribution of migrants;", "Recognizes the contribution of migrants;")


def variants(a, b, originals):
    found = judged(changes(a, b, ZH), originals, EN)
    return [change.kind.value for change in found if dict(change.params).get("variant")]


def test_two_renderings_of_one_verb_are_a_translation_variant():
    (change,) = judged(changes(*RECOGNIZES, ZH), THE_SAME, EN)
    assert sentence(change) == (
        "Opening verb changed: 确认 → 认识到"
        " (translation variant: the English texts do not differ here)"
    )
    assert change_record(change)["variant"] == "translation"


def test_a_verb_that_changed_in_the_original_is_no_variant():
    changed = ("Recognizes the contribution of migrants;", "Notes the contribution of migrants;")
    assert variants(*RECOGNIZES, changed) == []


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("请会员国落实建议；", "请会员国执行建议；", "term"),
        ("请各国应审查做法；", "请各国须审查做法；", "modal"),
        ("请会员国研究建议；", "请会员国探讨建议；", "reworded"),
        ("关切社会、经济问题；", "关切经济、社会问题；", "order"),
    ],
)
def test_every_kind_of_wording_may_be_the_translators(a, b, kind):
    same = ("Requests States to implement it;",) * 2
    assert variants(a, b, same) == [kind]
    other = ("Requests States to implement it;", "Requests States to carry out another thing;")
    assert variants(a, b, other) == []


def test_figures_are_the_same_in_every_language_and_never_a_variant():
    assert variants("回顾第77/1号决议，", "回顾第79/1号决议，", ("Recalling", "Recalling")) == []


def test_nothing_is_said_without_originals():
    found = changes(*RECOGNIZES, ZH)
    assert judged(found, None, EN) == judged(found, THE_SAME, None) == found


def test_a_modal_that_renders_two_is_said_to_until_the_originals_tell():
    found = changes("重申各国应合作；", "重申各国须合作；", ZH)
    assert sentence(found[0]) == "Modal changed: 应 → 须 (应 renders both shall and should)"
    told = judged(found, ("States should cooperate;", "States shall cooperate;"), EN)
    assert sentence(told[0]) == "Modal changed: 应 → 须"
