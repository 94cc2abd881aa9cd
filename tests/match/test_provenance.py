"""Where every stretch of a text comes from: equal to comparing with every clause."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.compare.tokens import norms, tokens
from drafter.languages import language
from drafter.match import Engine, StretchState, provenance
from drafter.match.candidates import Run
from drafter.match.covering import FEWEST, covering
from drafter.match.index import Index
from drafter.match.runs import shared_runs
from drafter.model.provenance import Stage
from tests.match.clauses import SEEDS, clause, clauses
from tests.match.seeds import PARAGRAPHS

LANGUAGES = {code: language(code) for code in ("zh", "en", "fr", "es", "ru", "ar")}
ZH = LANGUAGES["zh"]
ONE, TWO = (
    "确认汇款对减少贫困和促进地方经济的重要作用",
    "敦促各方为流离失所者提供安全通道和人道主义援助",
)
MADE = clauses([ONE + "；", TWO + "；"])
WORDS = {
    "zh": "移民汇款发展权利",
    "en": ["Member", "States", "and", "the", "rights", "of", "migrants", "Development"],
    "fr": ["les", "États", "Membres", "et", "l", "égalité", "des", "migrants"],
    "es": ["los", "Estados", "Miembros", "y", "la", "migración", "año", "derechos"],
    "ru": ["государства", "члены", "и", "права", "мигрантов", "ещё", "развитие", "мира"],
    "ar": ["الدول", "الأعضاء", "حقوق", "المهاجرين", "التنمية", "على", "أن", "من"],
}


def traced(text, made=MADE, code="zh", **options):
    return provenance(text, Engine(made, LANGUAGES[code]), floor=0.4, **options)


def read(text, found):
    return [(text[each.start : each.end], each.state.value) for each in found]


def brute_force(texts, words, fewest):
    """Which tokens stand in a run of `fewest` tokens of a text: every place against every place."""
    held = [False] * len(words)
    if len(words) < fewest:
        return [tuple(words) in texts and bool(words)] * len(words)
    for start in range(len(words) - fewest + 1):
        window = tuple(words[start : start + fewest])
        if any(
            text[at : at + fewest] == window
            for text in texts
            for at in range(len(text) - fewest + 1)
        ):
            held[start : start + fewest] = [True] * fewest
    return held


def test_a_fused_paragraph_is_told_apart_by_characters():
    text = f"{ONE}，并在星期天唱歌跳舞，{TWO[:15]}。"
    found = traced(text)
    assert read(text, found) == [
        (ONE + "，", "verbatim"),
        ("并在星期天唱歌跳舞，", "not-found"),
        (TWO[:15] + "。", "verbatim"),
    ]
    assert [each.clause and each.clause.plain for each in found] == [ONE + "；", None, TWO + "；"]
    last = found[-1]
    assert last.clause.plain[last.clause_start : last.clause_end] == TWO[:15]


def test_words_in_place_of_others_are_edited_and_say_of_what():
    text = TWO.replace("敦促", "请")
    first, rest = traced(text)
    assert read(text, (first, rest)) == [("请", "edited"), (text[1:], "verbatim")]
    assert first.clause.plain[first.clause_start : first.clause_end] == "敦促"


def test_words_that_are_merely_added_are_not_found():
    text = TWO + "，并请秘书长就此提交报告"
    assert read(text, traced(text)) == [
        (TWO + "，", "verbatim"),
        ("并请秘书长就此提交报告", "not-found"),
    ]


def test_a_bracket_opens_the_stretch_that_it_belongs_to():
    text = "星期天唱歌跳舞后《" + ONE + "》"
    assert read(text, traced(text))[1][0] == "《" + ONE + "》"


def test_a_short_text_is_verbatim_only_if_it_is_a_whole_clause():
    made = clauses(["重申其承诺；", ONE])
    assert [each.state for each in traced("重申其承诺，", made)] == [StretchState.VERBATIM]
    assert [each.state for each in traced(ONE[2:6], made)] == [StretchState.NOT_FOUND]


def test_a_text_without_words_is_not_found_and_an_empty_one_has_no_stretches():
    assert read("……", traced("……")) == [("……", "not-found")]
    assert traced("") == ()


def test_a_stretch_that_several_clauses_have_is_from_the_adopted_and_most_recent():
    made = [
        clause(ONE, 1, stage=Stage.DRAFT, date="2024-01-01", session=79),
        clause(ONE, 2, date="2015-09-25"),
        clause(ONE, 3, date="2018-12-19", session=73),
    ]
    (found,) = traced(ONE, made)
    assert found.clause is made[2]


def test_a_paragraph_does_not_come_from_itself():
    assert traced(ONE, exclude=MADE[0].id)[0].state is StretchState.NOT_FOUND
    other = clause(ONE, 7)
    assert traced(ONE, (*MADE, other), exclude=MADE[0].id)[0].clause is other


def test_older_terms_are_edited_where_the_clause_has_the_newer_one():
    made = clauses(["认识到移民和移民对发展的贡献；"])
    states = {each.state for each in traced("认识到移徙者和移徙对发展的贡献", made)}
    assert StretchState.EDITED in states
    (same,) = traced("认识到移民和移民对发展的贡献", made)
    assert same.state is StretchState.VERBATIM


def test_an_older_term_is_verbatim_where_the_clause_has_it_too():
    text = "认识到移徙者和移徙对发展的贡献"
    (found,) = traced(text, clauses([text + "；", "认识到移民和移民对发展的贡献；"]))
    assert found.state is StretchState.VERBATIM
    assert found.clause.plain == text + "；"


def test_a_clause_that_changed_since_it_was_indexed_is_not_quoted():
    held = {each.id: each for each in MADE}
    engine = Engine(MADE, ZH)
    stale = Engine.over(
        engine.index,
        lambda ids: {key: replace(held[key], plain="另一段文字") for key in ids if key in held},
        ZH,
    )
    assert provenance(ONE, stale, floor=0.4)[0].state is StretchState.NOT_FOUND


@pytest.mark.parametrize(
    ("code", "agreed", "written"),
    [
        ("en", "Decides to appropriate the amount of $50 million for two years;", ("$", "€")),
        ("en", "Decides to appropriate the amount of $50 million for two years;", ("$", "[$")),
        ("en", "Decides that staff costs shall rise by 2.5 per cent in each year;", (".5", "–5")),
        ("zh", "决定将差旅费减少10%，并请秘书长提出报告；", ("%", "‰")),
        ("zh", "请秘书长提出报告并决定将差旅费减少10%；", ("%", "")),
        ("zh", ONE, (ONE, f"[{ONE}]")),
    ],
)
def test_a_changed_sign_or_bracket_is_edited(code, agreed, written):
    made = clauses([agreed], language=code)
    (found,) = traced(agreed.replace(*written), made, code)
    assert found.state is StretchState.EDITED
    assert traced(agreed, made, code)[0].state is StretchState.VERBATIM


def test_width_spaces_note_marks_and_the_punctuation_at_the_ends_are_no_difference():
    made = clauses(["决定将差旅费减少10%，并请秘书长(主席)提出报告；"])
    (found,) = traced("决定将差旅费减少 10％,并请秘书长（主席）¹提出报告。", made)
    assert found.state is StretchState.VERBATIM


def test_of_clauses_with_the_same_words_the_one_with_the_same_signs_is_quoted():
    adopted = clause("决定将差旅费减少10%，并请秘书长提出报告；", 1)
    draft = clause("决定将差旅费减少10‰，并请秘书长提出报告；", 2, stage=Stage.DRAFT)
    (found,) = traced("决定将差旅费减少10‰，并请秘书长提出报告。", (adopted, draft))
    assert (found.state, found.clause) == (StretchState.VERBATIM, draft)


def runs_of(*spans):
    return [Run(start, end, lambda: iter(())) for start, end in spans]


def spans_of(*spans):
    return [(share.start, share.end) for share in covering(runs_of(*spans))]


def test_a_run_left_with_a_few_tokens_gets_from_its_neighbours_what_they_can_spare():
    assert spans_of((0, 20), (12, 30), (24, 50)) == [(0, 20), (20, 28), (28, 50)]
    assert spans_of((0, 9), (7, 18), (12, 40)) == [(0, 8), (8, 16), (16, 40)]


def test_what_a_run_has_alone_is_not_quoted_where_its_neighbours_can_spare_nothing():
    assert spans_of((0, 8), (2, 10)) == [(0, 2), (2, 10)]
    text = "甲乙丙丁戊己庚辛壬癸"
    first, last = traced(text, clauses([text[:8] + "一二三", "四五六" + text[2:]]))
    assert read(text, (first, last)) == [(text[:2], "edited"), (text[2:], "verbatim")]
    assert first.clause.plain[first.clause_start : first.clause_end] == text[:2]


SPANS = st.lists(st.tuples(st.integers(1, 30), st.integers(0, 30)), max_size=8)


@given(SPANS)
def test_the_shares_of_runs_are_all_that_they_cover_each_inside_its_run(steps):
    spans, start, end = [], 0, 0
    for step, more in steps:
        start += step
        end = max(start + FEWEST, end + 1) + more
        spans.append((start, end))
    shares = covering(runs_of(*spans))
    assert [at for share in shares for at in range(share.start, share.end)] == sorted(
        {at for low, high in spans for at in range(low, high)}
    )
    for share in shares:
        assert share.run.start <= share.start < share.end <= share.run.end


@pytest.mark.parametrize("name", list(PARAGRAPHS)[::31])
def test_the_stretches_of_the_seeds_are_truly_there(name):
    other = list(PARAGRAPHS.values())[7]
    text = PARAGRAPHS[name][5:] + other[: len(other) // 2]
    check_laws(text, traced(text, SEEDS), SEEDS)


def check_laws(text, found, made):
    assert [each.start for each in found] == [0, *(each.end for each in found)][: len(found)]
    assert not found or found[-1].end == len(text)
    assert all(each.end > each.start for each in found)
    for each in found:
        if each.state is StretchState.VERBATIM:
            quoted = each.clause.plain[each.clause_start : each.clause_end]
            assert norms(quoted) == norms(text[each.start : each.end])
        assert (each.clause is None) == (each.state is StretchState.NOT_FOUND)
    words = tokens(text)
    expected = brute_force(
        {norms(each.plain) for each in made}, [word.norm for word in words], FEWEST
    )
    for word, held in zip(words, expected, strict=True):
        (state,) = (each.state for each in found if each.start <= word.start < each.end)
        assert not held or state is not StretchState.NOT_FOUND
        assert held or state is not StretchState.VERBATIM
    for each in found:
        if each.state is StretchState.VERBATIM:
            assert len(norms(text[each.start : each.end])) >= min(FEWEST, len(words))
    for one, other in pairwise(found):
        if one.state is other.state is StretchState.VERBATIM:
            assert one.clause is not other.clause


@pytest.mark.parametrize("code", LANGUAGES)
@given(st.data())
def test_stretches_cover_the_text_once_and_nothing_that_brute_force_finds_is_missed(code, data):
    word = st.sampled_from(list(WORDS[code]))
    gap = "" if code == "zh" else " "
    line = st.lists(word, max_size=24).map(gap.join)
    texts = data.draw(st.lists(line, max_size=6))
    made = clauses(texts, language=code)
    pieces = [*texts, data.draw(line), "《", "，", "—"]
    text = gap.join(data.draw(st.lists(st.sampled_from(pieces), max_size=4)))
    check_laws(text, traced(text, made, code), made)


@given(
    st.lists(st.text("abc", max_size=20), max_size=8),
    st.text("abcd", max_size=30),
    st.integers(1, 9),
)
def test_runs_are_those_of_brute_force_whatever_their_length(texts, words, fewest):
    index = Index.of((str(number), list(text)) for number, text in enumerate(texts))
    runs = shared_runs(index.segments, list(words), fewest, ())
    held = [any(run.start <= at < run.end for run in runs) for at in range(len(words))]
    assert held == brute_force({tuple(text) for text in texts}, list(words), fewest)
    for run in runs:
        for key, inner in run.keys:
            assert (
                texts[int(key)][inner : inner + run.end - run.start] == words[run.start : run.end]
            )


def test_the_runs_of_many_texts_are_those_of_brute_force():
    texts = [each.plain for each in SEEDS] * 3
    index = Index.of((f"{number:05d}", norms(text)) for number, text in enumerate(texts))
    for name in list(PARAGRAPHS)[::41]:
        words = norms(PARAGRAPHS[name][3:] + "星期天唱歌" + ONE)
        runs = index.runs(words, fewest=FEWEST)
        held = [any(run.start <= at < run.end for run in runs) for at in range(len(words))]
        assert held == brute_force({norms(text) for text in texts}, words, FEWEST)


def test_a_run_that_very_many_texts_have_hides_no_other():
    texts = [f"第{number}组{ONE}第{number}号" for number in range(100, 400)]
    texts += [f"{ONE}并{TWO}", f"其他{TWO[2:]}事项"]
    index = Index.of((f"{number:05d}", norms(text)) for number, text in enumerate(texts))
    words = norms(f"第250组{ONE}并{TWO[:15]}唱歌{TWO[4:]}")
    runs = index.runs(words, fewest=FEWEST)
    held = [any(run.start <= at < run.end for run in runs) for at in range(len(words))]
    assert held == brute_force({norms(text) for text in texts}, words, FEWEST)
    for run in runs:
        for key, at in run.keys:
            found = norms(texts[int(key)])[at : at + run.end - run.start]
            assert found == words[run.start : run.end]
