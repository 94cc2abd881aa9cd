"""Every kind of change, by example: a case is two texts and the kinds of their differences."""

from pathlib import Path

import pytest

from drafter.compare import ChangeKind, changes
from drafter.languages import language
from drafter.yamlio import load, read_text

FOLDER = Path(__file__).parent / "cases"
CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}")
    for path in sorted(FOLDER.glob("*.yaml"))
    for case in load(read_text(path), source=path.name).data
]
# Only documents know of paragraphs fused and split.
AT_DOCUMENT_LEVEL = {ChangeKind.FUSED, ChangeKind.SPLIT}


@pytest.mark.parametrize(("code", "case"), CASES)
def test_each_difference_is_named_once_by_its_most_specific_kind(code, case):
    found = changes(case["old"], case["new"], language(code))
    assert [change.kind.value for change in found] == case["kinds"], found


def test_every_kind_has_a_case():
    seen = {kind for param in CASES for kind in param.values[1]["kinds"]}
    assert seen == {kind.value for kind in set(ChangeKind) - AT_DOCUMENT_LEVEL}
