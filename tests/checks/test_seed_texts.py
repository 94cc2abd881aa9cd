"""The checks on three real texts: they find the defects that are there, and nothing else."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from drafter.checks import run
from drafter.readers import read
from tests.checks.drafts import mended, seen

DATA = Path(__file__).parents[1] / "data"
SEEDS = sorted((DATA / "seeds").glob("*.txt"))
FAULTS = {"001": {}, "003": {}, "004": {"P101": 33, "W101": 3}}


def _read(path):
    return read(path).document


def _printed(document):
    shown, _ = seen(document)
    texts = [element.text.plain() for element in shown.elements]
    return texts + [note.text.plain() for note in shown.notes]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_only_the_defects_of_a_real_text_are_found(path):
    findings = run(*seen(_read(path)))
    found = Counter(f.code for f in findings if f.severity.value != "info")
    assert found == FAULTS[path.stem[:3]]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_only_the_masthead_is_listed_as_incomplete(path):
    listed = {f.message for f in run(*seen(_read(path))) if f.severity.value == "info"}
    assert listed == {"check.no-symbol", "check.no-date", "check.no-stage"}


def test_the_fixes_repair_the_text_and_its_notes_exactly():
    with (DATA / "checks" / "seed_repairs.tsv").open(encoding="utf-8", newline="") as file:
        repairs = {row["text"]: row["repaired"] for row in csv.DictReader(file, delimiter="\t")}
    document = _read(next(path for path in SEEDS if path.stem.startswith("004")))
    before = _printed(document)
    assert set(repairs) <= set(before)
    after = _printed(mended(document, run(*seen(document))))
    assert after == [repairs.get(text, text) for text in before]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (" 19. ", " 29. ", "N101"),
        ("》等适用", "等适用", "P102"),
        ("强烈谴责针对", "强烈谴责谴责针对", "W102"),
        ("确认移徙者和移徙对", "确认移徙者,和移徙对", "P101"),
        ("审议情况。", "审议情况；", "P201"),
        ("国家和政府代表", "国家and政府代表", "W101"),
        ("重申，无论", "重申(，无论", "P102"),
        (" 12. ", " 11. ", "N101"),
    ],
)
def test_a_planted_fault_is_found(old, new, code, tmp_path):
    text = next(path for path in SEEDS if path.stem.startswith("003")).read_text(encoding="utf-8")
    assert old in text
    planted = tmp_path / "planted.txt"
    planted.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = {f.code for f in run(*seen(_read(planted))) if f.severity.value != "info"}
    assert found == {code}
