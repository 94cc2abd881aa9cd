"""Footnote marks go to the right side of punctuation, all of them, and no word with them."""

import pytest

from drafter.checks import run
from drafter.languages import language
from drafter.model.markup import parse, write
from drafter.model.tree import Kind
from drafter.workspace.step_records import step_of, step_record
from drafter.workspace.steps import ApplyFix
from tests.checks.drafts import document, mended, seen
from tests.writers import life


@pytest.mark.parametrize(
    ("code", "typed", "right"),
    [
        ("en", "the Agreement[^n1][^n2], and", "the Agreement,[^n1][^n2] and"),
        ("en", "the Agreement[^n1],[^n2] and", "the Agreement,[^n1][^n2] and"),
        ("zh", "《公约》[^n1]、《协定》[^n2]，", "《公约》、[^n1]《协定》，[^n2]"),
        ("fr", "*Prend note*[^n1] du plan\u00a0;[^n2]", "*Prend note*[^n1] du plan[^n2]\u00a0;"),
        ("ru", "соглашение[^n1],[^n2] и", "соглашение[^n1][^n2], и"),
        ("ar", "اتفاق باريس،[^n1] و", "اتفاق باريس[^n1]، و"),
    ],
)
def test_the_fix_moves_the_marks_and_keeps_their_order(code, typed, right):
    made = document({"language": code, "paragraphs": [{"kind": "preambular", "text": typed}]})
    findings = run(*seen(made), ["P203"])
    assert write(mended(made, findings).paragraph("p1").text) == right


@pytest.mark.parametrize("code", life.CODES)
def test_a_draft_that_follows_its_language_has_nothing_to_move(code):
    spoken = language(code)
    assert spoken.note_marks.after_punctuation is (code in ("en", "zh"))
    assert run(*seen(life.draft(code)), ["P203"]) == ()


def test_the_fix_is_a_step_that_can_be_recorded_and_refuses_other_words():
    made = document({"language": "en", "paragraphs": [{"kind": "preambular", "text": "a[^n1], b"}]})
    (found,) = run(*seen(made), ["P203"])
    step = ApplyFix(found.fixes[0])
    assert step_of(step_record(step)) == step
    moved = step.apply(made, language("en"))
    assert moved.paragraph("p1").text == parse("a,[^n1] b")
    assert moved.paragraph("p1").kind is Kind.PREAMBULAR
