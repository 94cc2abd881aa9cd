"""Redlines in real Word files of the United Nations: they are reports, but real packages."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from drafter.readers import ReadOptions, read
from drafter.writers.tracked.scan import scanned
from tests.writers.tracked.editing import Editing
from tests.writers.tracked.redlining import MAIN, check_laws, parts, redlined

REAL = Path(__file__).resolve().parents[4] / "shared" / "real" / "docx_en"
FILES = sorted(REAL.glob("*.docx"))

pytestmark = pytest.mark.skipif(not FILES, reason="the real files are not at hand")


@cache
def running_text(path):
    """The elements that no table holds: a row is no paragraph that a drafter edits."""
    result = read(path, ReadOptions())
    scan = scanned(parts(path.read_bytes())[MAIN], MAIN)
    tabled = {
        each.element
        for each in result.located
        if each.part == MAIN and scan.paragraphs[each.paragraph].row >= 0
    }
    return lambda p: p.id not in tabled and bool(p.label_read)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
# a real file takes seconds: few examples, and no search for a smaller one
@settings(max_examples=3, deadline=None, phases=(Phase.generate,))
@given(chance=st.randoms(use_true_random=False), count=st.integers(1, 8))
def test_random_edits_of_a_real_file_keep_both_laws(path, chance, count, tmp_path_factory):
    usable = running_text(path)
    red = redlined(path, lambda d: Editing(d, chance, usable).run(count))
    check_laws(red, tmp_path_factory.mktemp("real"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_word_of_a_real_file_has_its_place(path):
    result = read(path, ReadOptions())
    scan = scanned(parts(path.read_bytes())[MAIN], MAIN)
    words = {p.id: p.text.plain() for _, p in result.document.walk()}
    assert {each.element for each in result.located} >= set(words)
    for each in result.located:
        if each.part == MAIN:
            shown = characters(scan.paragraphs[each.paragraph])[each.first : each.last]
            told = words[each.element][each.start : each.end]
            assert "".join(shown.split()) == "".join(told.split())


def characters(paragraph):
    return "".join(child.text for run in paragraph.runs for child in run.children)
