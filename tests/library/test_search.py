"""Searching: words as people type them, filters, rank and marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.library import Library, Query, Source, import_document
from drafter.library.query import phrases, spans
from drafter.model.provenance import Stage
from drafter.model.tree import Document, DocumentType, Kind, Part, PartKind
from tests.library.samples import paragraph


def _text(folder, symbol, language, stage, *texts, session=None, kind=Kind.OPERATIVE):
    blocks = tuple(paragraph(f"op{n}", kind, text) for n, text in enumerate(texts, 1))
    document = Document(DocumentType.RESOLUTION, language, Part(PartKind.RESOLUTION, blocks))
    import_document(document, Source(symbol=symbol, stage=stage, session=session), folder)


def _found(library, words="", **narrowed):
    return [hit.clause.id for hit in library.search(Query(words, **narrowed))]


@pytest.fixture
def many(tmp_path):
    _text(
        tmp_path, "A/79/L.1", "zh", Stage.DRAFT,
        "*鼓励*会员国减少汇款费用；", "*又鼓励*侨民投资；",
        "*敦促*各国降低2030年前的ＣＯＶＩＤ费用；",
        "*鼓励*安全、有序和正常移民；", "*请*秘书长报告第70/1号决议的执行情况。",
    )  # fmt: skip
    _text(
        tmp_path, "A/79/L.2", "en", Stage.DRAFT,
        "*Encourages* Member States to reduce remittance costs in Côte d’Ivoire;",
        "*Also encourages* the diaspora;", "*Calls upon* MIGRANT workers;",
    )  # fmt: skip
    _text(tmp_path, "A/79/L.3", "fr", Stage.DRAFT, "*Encourage* les États Membres à coopérer\xa0;")
    _text(tmp_path, "A/79/L.4", "ar", Stage.DRAFT, "*تشجع* الدول الأعضاء على التعاون؛")
    _text(tmp_path, "A/79/L.5", "ru", Stage.DRAFT, "*призывает* всё мировое сообщество;")
    return Library.open([tmp_path])


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("汇款", ["A/79/L.1#resolution/op1"]),
        ("侨民", ["A/79/L.1#resolution/op2"]),
        ("款", ["A/79/L.1#resolution/op1"]),
        ("汇款 费用", ["A/79/L.1#resolution/op1"]),
        ("费用　汇款", ["A/79/L.1#resolution/op1"]),
        ("汇款、费用", ["A/79/L.1#resolution/op1"]),
        ("款汇", []),
        ("covid", ["A/79/L.1#resolution/op3"]),
        ("２０３０", ["A/79/L.1#resolution/op3"]),
        ("70/1", ["A/79/L.1#resolution/op5"]),
        ("7", []),
        ('"安全、有序和正常移民"', ["A/79/L.1#resolution/op4"]),
        ("“有序和正常”", ["A/79/L.1#resolution/op4"]),
        ('"有序移民"', []),
        ('"有序', ["A/79/L.1#resolution/op4"]),
        ("REMITTANCE", ["A/79/L.2#resolution/op1"]),
        ("cote d'ivoire", ["A/79/L.2#resolution/op1"]),
        ("remit", ["A/79/L.2#resolution/op1"]),
        ('"remit"', []),
        ("migrant workers", ["A/79/L.2#resolution/op3"]),
        ("etats cooperer", ["A/79/L.3#resolution/op1"]),
        ("الاعضاء", ["A/79/L.4#resolution/op1"]),
        ("все", ["A/79/L.5#resolution/op1"]),
    ],
)
def test_words_are_found_as_people_type_them(many, words, places):
    assert _found(many, words) == places


@pytest.mark.parametrize("words", ["，。", '""', "“”", "**", '"', "!!!"])
def test_a_query_of_signs_finds_nothing(many, words):
    assert _found(many, words) == []


def test_an_empty_query_asks_nothing_and_gives_all_in_order(many):
    assert len(_found(many)) == 11
    assert _found(many, language="zh") == [f"A/79/L.1#resolution/op{n}" for n in range(1, 6)]


@pytest.mark.parametrize(
    "words", ['a" OR "b', "NEAR(汇款 费用)", "folded:汇款", "汇款*", "-汇款", "汇款 AND"]
)
def test_nothing_in_a_query_is_a_command(many, words):
    many.search(Query(words))


@given(st.text(max_size=80), st.text(max_size=20), st.text(max_size=20))
def test_any_query_is_answered(words, opening, source):
    EMPTY.search(Query(words, opening=opening, source=source, topic=source))


EMPTY = Library.open([])


def test_opening_words_are_a_filter(many):
    assert _found(many, opening="又鼓励") == ["A/79/L.1#resolution/op2"]
    assert _found(many, opening="鼓励") == [f"A/79/L.1#resolution/op{n}" for n in (1, 2, 4)]
    assert _found(many, opening="encourages") == [f"A/79/L.2#resolution/op{n}" for n in (1, 2)]
    assert _found(many, "费用", opening="敦促") == ["A/79/L.1#resolution/op3"]
    assert _found(many, opening="汇款") == []


def test_language_session_and_stage_are_filters(many):
    assert _found(many, language="fr") == ["A/79/L.3#resolution/op1"]
    assert len(_found(many, session=79)) == 11
    assert _found(many, session=78) == []
    assert len(_found(many, stage=Stage.DRAFT)) == 11
    assert _found(many, stage=Stage.ADOPTED) == []


@pytest.mark.parametrize(
    ("source", "number"),
    [("A/70/L.61", 8), ("A/70", 8), ("A/79/439", 4), ("71/1", 5), ("A/RES/71/1", 5), ("A/7", 0)],
)
def test_the_source_is_a_symbol_its_beginning_or_what_it_became(library, source, number):
    assert len(_found(library, source=source)) == number


def test_kind_is_a_filter(library):
    assert _found(library, kind=Kind.PREAMBULAR) == [
        "A/79/439/Add.2#report/draft-1/pp1",
        "A/70/L.61#resolution/pp1",
        "A/70/L.61#resolution/pp2",
    ]


def test_report_prose_is_found_only_when_asked_for(library):
    assert "A/79/439/Add.2#report/1" not in _found(library, "汇款")
    hits = library.search(Query("汇款", kind=Kind.REPORT))
    assert [hit.clause.id for hit in hits] == ["A/79/439/Add.2#report/1"]
    assert not hits[0].clause.offered


def test_topics_are_a_filter(folder, rewrite):
    rewrite(
        folder / "zh/ga/70/A_70_L.61.yaml",
        "    opening: 又回顾\n", "    opening: 又回顾\n    topics: [diaspora, data]\n",
    )  # fmt: skip
    library = Library.open([folder])
    assert _found(library, topic="diaspora") == ["A/70/L.61#resolution/pp2"]
    assert _found(library, topic="data") == ["A/70/L.61#resolution/pp2"]
    assert _found(library, topic="dia") == []


def test_every_hit_says_where_it_is_from_and_how_far_it_came(library):
    for hit in library.search(Query("汇款")):
        assert hit.clause.symbol in ("A/70/L.61", "A/79/439/Add.2")
        assert hit.clause.stage in (Stage.DRAFT, Stage.COMMITTEE)
        assert hit.score > 0


def test_what_was_adopted_and_recent_stands_first(tmp_path):
    words = "*鼓励*会员国减少汇款费用；"
    _text(tmp_path, "A/70/L.1", "zh", Stage.DRAFT, words)
    _text(tmp_path, "A/RES/60/1", "zh", Stage.ADOPTED, words)
    _text(tmp_path, "A/RES/75/1", "zh", Stage.ADOPTED, words)
    _text(tmp_path, "A/76/L.1", "zh", Stage.WITHDRAWN, words)
    found = _found(Library.open([tmp_path]), "汇款")
    assert [each.partition("#")[0] for each in found] == [
        "A/RES/75/1",
        "A/RES/60/1",
        "A/70/L.1",
        "A/76/L.1",
    ]


def test_equal_hits_stand_in_order_of_clause_id(tmp_path):
    for number in (3, 1, 2):
        _text(tmp_path, f"A/70/L.{number}", "zh", Stage.DRAFT, "*请*汇款；", "*请*汇款；")
    found = _found(Library.open([tmp_path]), "汇款")
    assert found == sorted(found)
    assert found == _found(Library.open([tmp_path]), "汇款")
    assert _found(Library.open([tmp_path]), "汇款", limit=2) == found[:2]


def test_a_text_that_is_all_about_the_words_stands_before_a_long_one(tmp_path):
    long = "*认识到*" + "可持续发展的积极作用和贡献，包括" * 20 + "汇款，"
    _text(tmp_path, "A/70/L.1", "zh", Stage.DRAFT, long, "*认识到*汇款，")
    assert _found(Library.open([tmp_path]), "汇款")[0].endswith("op2")


# Marks -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "asked", "marked"),
    [
        ("便利移民汇款并减少汇款费用", "汇款", ["汇款", "汇款"]),
        ("侨民邮寄汇款", "汇款 侨民", ["侨民", "汇款"]),
        ("安全、有序和正常移民", '"安全有序"', ["安全、有序"]),
        ("应对ＣＯＶＩＤ-19", "covid-19", ["ＣＯＶＩＤ-19"]),
        ("Côte d’Ivoire", "cote", ["Côte"]),
        ("Cote\u0301 d", "coté", ["Cote\u0301"]),
        ("remittances", "remit", ["remittances"]),
        ("国际移民移民", "国际移民 移民", ["国际移民", "移民"]),
        ("回顾", "汇款", []),
    ],
)
def test_what_was_asked_for_is_marked(text, asked, marked):
    assert [text[start:end] for start, end in spans(text, asked)] == marked


@given(st.text("回顾汇款侨民a1 ，é", max_size=40), st.text('回顾汇款a1 "，é', max_size=12))
def test_marks_are_in_order_inside_the_text_and_never_overlap(text, asked):
    found = spans(text, asked)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))


def test_an_endless_query_is_cut():
    assert len(phrases("汇 " * 10_000)) <= 64
    assert len(phrases("汇款" * 10_000)[0][0]) <= 64
