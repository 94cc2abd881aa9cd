"""A note typed by hand gets its ibid. by a fix that is asked for, and stays right from then on."""

import gzip
import json
import re
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from drafter.checks import run
from drafter.checks.works import derived
from drafter.errors import EditRefused
from drafter.languages import language
from drafter.model.edits import delete
from drafter.model.findings import NameList, NamesFix
from drafter.model.footnotes import printed_text
from drafter.model.ibid import after_ibid, standing_alone
from drafter.model.moving import move
from drafter.model.note_edits import set_note
from drafter.model.tree import Kind
from drafter.model.view import view
from drafter.workspace.step_records import step_of, step_record
from drafter.workspace.steps import ApplyFix
from tests.checks.drafts import mended, seen
from tests.model.rules import doc, note, p
from tests.model.test_ibid_chains import SERIES

REAL = Path(__file__).resolve().parents[3] / "shared" / "real" / "resolutions_en.jsonl.gz"


def _typed(code, volumes):
    work, rest = SERIES[code]
    stop = language(code).conventions.stop
    words = [work + rest.format(n=volume) if volume else f"A/80/1{stop}" for volume in volumes]
    notes = [note(f"n{at}", text) for at, text in enumerate(words)]
    rows = [p(f"p{at}", Kind.PREAMBULAR, "x", notes=[f"n{at}"]) for at in range(len(volumes))]
    return replace(doc(*rows, notes=notes), language=code)


def _printed(made):
    rules = language(made.language).conventions
    return [after_ibid(each.text.plain(), rules) is not None for each in view(made, rules).notes]


@pytest.mark.parametrize("code", sorted(SERIES))
def test_what_was_typed_in_full_follows_the_note_before_it_once_the_fix_is_applied(code):
    made = _typed(code, (1, 2, 0, 3, 4))
    assert _printed(made) == [False] * 5
    findings = run(*seen(made), ["N201"])
    assert [each.place.element for each in findings] == ["n1", "n4"]
    fixed = mended(made, findings)
    assert _printed(fixed) == [False, True, False, False, True]
    assert [each.text for each in fixed.notes] == [each.text for each in made.notes]
    assert _printed(delete(fixed, "p0")) == [False, False, False, True]
    assert _printed(move(fixed, "p2", up=True)) == [False, False, False, False, True]
    assert run(*seen(fixed), ["N201", "N202"]) == ()


def test_the_fix_is_a_step_that_can_be_recorded_and_refuses_a_note_that_has_changed():
    made = _typed("en", (1, 2))
    (found,) = run(*seen(made), ["N201"])
    step = ApplyFix(found.fixes[0])
    assert step_of(step_record(step)) == step
    other = set_note(made, note("n1", "A/80/2."))
    with pytest.raises(EditRefused):
        step.apply(other, language("en"))


def test_an_order_of_sponsors_is_a_step_that_can_be_recorded():
    step = ApplyFix(NamesFix(NameList.ADDED_SPONSORS, ("Egypt*", "Albania"), ("Albania", "Egypt*")))
    assert step_of(step_record(step)) == step
    with pytest.raises(EditRefused):
        step.apply(_typed("en", (1,)), language("en"))


def test_a_typed_ibid_whose_note_goes_is_told():
    made = _typed("en", (1, 2))
    made = set_note(made, note("n1", "Ibid., vol. 2, No. 9464."))
    assert run(*seen(made), ["N202"]) == ()
    (found,) = run(*seen(set_note(made, note("n0", "A/80/1."))), ["N202"])
    assert found.message == "check.ibid-elsewhere"
    (found,) = run(*seen(delete(made, "p0")), ["N202"])
    assert found.message == "check.ibid-first"


def _parted(pages):
    """The notes of a real text, whose pages hold several of them in a row."""
    words, found, at = " ".join(pages), [], 0
    while True:
        number = re.compile(rf"(?:^|(?<=[.\s)”])){len(found) + 1} (?=[A-Z“(]|http)")
        mark = number.search(words, at)
        if mark is None:
            break
        found.append(mark.span())
        at = mark.end()
    ends = [*(start for start, _ in found[1:]), len(words)][: len(found)]
    return [words[start:end].strip() for (_, start), end in zip(found, ends, strict=True)]


@pytest.mark.skipif(not REAL.is_file(), reason="the real texts are not on this machine")
def test_real_notes_typed_in_full_print_their_ibid_again_where_editors_wrote_it():
    """Written out, their works forgotten: what is offered gives back what editors printed."""
    spoken = language("en")
    rules = spoken.conventions
    same, other, needless = 0, 0, 0
    with gzip.open(REAL, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["footnotes"] or [] for line in islice(lines, 400)]
    for pages in texts:
        before = None
        for at, words in enumerate(_parted(pages)):
            read = note(f"n{at}", words)
            full = standing_alone(read, before, rules) if before else read
            offered = derived(note(read.id, full.text.plain()), before, spoken) if before else None
            if offered is not None and full.work:
                printed = printed_text(offered, before, rules)
                same, other = same + (printed == read.text), other + (printed != read.text)
            needless += offered is not None and not full.work
            before = full
    assert same > 100
    assert other <= same // 100
    assert needless <= same // 100
