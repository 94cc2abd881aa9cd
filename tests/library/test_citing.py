"""A clause is cited as what it was read from."""

from dataclasses import replace
from pathlib import Path

import pytest

from drafter import messages
from drafter.library import Clause, Coverage, citation, not_found_here
from drafter.model.provenance import Stage
from drafter.model.text import EMPTY
from drafter.model.tree import Kind


@pytest.fixture(autouse=True)
def _language():
    before = messages.language()
    yield
    messages.set_language(before)


def _clause(symbol, part, place, *, stage=Stage.DRAFT, adopted_as="", label="1.", parent=""):
    return Clause(
        f"{symbol}#{part}/{place}", symbol, part, place, label, Kind.OPERATIVE, "zh", EMPTY, "", "",
        stage, adopted_as, 70, "", (), (), "", "", "", Path("x.yaml"), parent,
    )  # fmt: skip


def _in_section(language, section, place, label="1."):
    clause = _clause("A/C.5/80/L.17", "resolution/part-1", "op1~2.a", label=label)
    return replace(clause, language=language, section=section, section_place=place)


def _cited(clause, language="en"):
    messages.set_language(language)
    message, fields = citation(clause)
    return messages.say(message, **dict(fields))


L61, ANNEX = "A/70/L.61", "resolution/annex-1"


@pytest.mark.parametrize(
    ("clause", "english", "chinese"),
    [
        (
            _clause(L61, ANNEX, "46", adopted_as="71/1"),
            "A/70/L.61, annex, para. 46 (draft; later adopted as 71/1)",
            "A/70/L.61，附件，第46段(草案；后通过为71/1)",
        ),
        (
            _clause(L61, f"{ANNEX}/appendix-2", "8.t", adopted_as="71/1"),
            "A/70/L.61, annex, appendix II, para. 8 (t) (draft; later adopted as 71/1)",
            "A/70/L.61，附件，附录二，第8(t)段(草案；后通过为71/1)",
        ),
        (
            _clause("A/79/439/Add.2", "report/draft-1", "pp10", stage=Stage.COMMITTEE),
            "A/79/439/Add.2, draft resolution, preambular para. 10 (committee text)",
            "A/79/439/Add.2，决议草案，序言部分第10段(委员会案文)",
        ),
        (
            _clause("A/79/439/Add.2", "report/draft-2", "op15.q.i", stage=Stage.COMMITTEE),
            "A/79/439/Add.2, draft resolution II, para. 15 (q)(i) (committee text)",
            "A/79/439/Add.2，决议草案二，第15(q)(i)段(委员会案文)",
        ),
        (
            _clause("A/68/L.5", "resolution/declaration", "chapeau", adopted_as="68/4"),
            "A/68/L.5, declaration, chapeau (draft; later adopted as 68/4)",
            "A/68/L.5，宣言，起首部分(草案；后通过为68/4)",
        ),
        (
            _clause("A/68/L.5", "resolution", "op1", label=""),
            "A/68/L.5, operative para. (draft)",
            "A/68/L.5，执行部分(草案)",
        ),
        (
            _clause("A/C.5/80/L.17", "resolution/part-1", "op1~2.a~2"),
            "A/C.5/80/L.17, part A, para. 1 (a) (occurrence 2) (draft)",
            "A/C.5/80/L.17，A部分，第1(a)段（第2处）(草案)",
        ),
        (
            _in_section("zh", "二", "op1.a"),
            "A/C.5/80/L.17, part A, sect. II, para. 1 (a) (draft)",
            "A/C.5/80/L.17，A部分，第二节，第1(a)段(草案)",
        ),
        (
            _in_section("en", "II.B", "pp1"),
            "A/C.5/80/L.17, part A, sect. II.B, preambular para. 1 (draft)",
            "A/C.5/80/L.17，A部分，第二.B节，序言部分第1段(草案)",
        ),
        (
            _in_section("ar", "ثانيا.باء", "op1~2"),
            "A/C.5/80/L.17, part A, sect. II.B, para. 1 (occurrence 2) (draft)",
            "A/C.5/80/L.17，A部分，第二.B节，第1段（第2处）(草案)",
        ),
        (
            _in_section("en", "C", "op17", label=""),
            "A/C.5/80/L.17, part A, sect. C, operative para. (draft)",
            "A/C.5/80/L.17，A部分，C节，执行部分(草案)",
        ),
        (
            _clause("A/RES/69/96", "resolution/part-2", "op3", stage=Stage.ADOPTED),
            "A/RES/69/96, part B, para. 3 (adopted)",
            "A/RES/69/96，B部分，第3段(已通过)",
        ),
    ],
)
def test_a_clause_is_cited_with_part_place_and_stage(clause, english, chinese):
    assert _cited(clause) == english
    assert _cited(clause, "zh") == chinese


def test_a_text_read_from_the_resolution_was_not_adopted_later():
    clause = _clause("A/RES/71/1", "resolution", "op5", stage=Stage.ADOPTED, adopted_as="71/1")
    assert _cited(clause) == "A/RES/71/1, para. 5 (adopted)"


def test_text_after_sub_paragraphs_is_cited_as_such():
    clause = replace(_clause(L61, ANNEX, "8.c1", label=""), kind=Kind.CONTINUATION)
    assert _cited(clause) == "A/70/L.61, annex, para. 8, after the sub-paragraphs (draft)"


def test_the_library_speaks_only_of_itself():
    messages.set_language("en")
    message, fields = not_found_here(Coverage(3, (68, 70, 79), ("zh",)))
    said = messages.say(message, **dict(fields))
    assert said == "not found in this library (3 texts, sessions 68–79, zh)"
    message, fields = not_found_here(Coverage())
    assert messages.say(message, **dict(fields)) == "not found in this library (it holds no texts)"


def test_what_was_not_looked_into_is_said_beside_it():
    coverage = Coverage(1, (79,), ("zh",), clauses=3, unread=1, retired=2)
    message, fields = not_found_here(coverage)
    assert messages.say(message, **dict(fields)) == (
        "not found in this library (1 text, session 79, zh; 1 file of it could not be read: see "
        "drafter library check; 2 retired clauses left aside)"
    )
