"""Clauses of sections that count by themselves know their section, and are cited with it."""

import pytest

from drafter.library import Library, Source, import_document
from drafter.library.packing import pack_clause, unpack_clause
from drafter.model.provenance import Stage
from drafter.readers import read_text
from drafter.workspace.libraries import cited
from tests.readers.test_labels_frozen import IN_WORDS, RESTARTED, SOLE

SYMBOL = "A/C.5/81/L.40"
NAMELESS = RESTARTED.replace("II. Travel", "Travel")
RUNNING_ON = RESTARTED.replace("    1. Notes", "    3. Notes").replace("    2. Req", "    4. Req")
HEAD = "The General Assembly,\n\n    Recalling its decision,"
TWICE = RESTARTED + "\n    1. Asks the Committee to report.\n"
_SECTIONS = ["sect. I, para. 1", "sect. I, para. 2", "sect. II, para. 1", "sect. II, para. 2"]


def _cited(text, folder):
    source = Source(symbol=SYMBOL, stage=Stage.DRAFT)
    import_document(read_text(text).document, source, folder / "library")
    held = Library.open([folder / "library"], folder / "cache").everything
    assert all(unpack_clause(pack_clause(each)) == each for each in held)
    return [cited(each).removeprefix(f"{SYMBOL}, ").removesuffix(" (draft)") for each in held]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (RESTARTED, _SECTIONS),
        (
            SOLE,
            ["para. 1", "para. 2", "sect. I, operative para.", "sect. II.A, preambular para. 1",
             "sect. II.A, operative para.", "sect. II.B, para. 1", "sect. II.B, para. 2"],
        ),
        (IN_WORDS, ["sect. I, operative para.", "sect. II, para. 1", "sect. II, para. 2"]),
        (
            NAMELESS,
            ["sect. I, para. 1", "sect. I, para. 2", "para. 1 (occurrence 2)",
             "para. 2 (occurrence 2)"],
        ),
        (TWICE, [*_SECTIONS, "sect. II, para. 1 (occurrence 2)"]),
        (RUNNING_ON, ["para. 1", "para. 2", "para. 3", "para. 4"]),
    ],
)  # fmt: skip
def test_a_clause_is_cited_with_the_section_that_it_stands_in(text, found, tmp_path):
    assert _cited(text, tmp_path) == ["preambular para. 1", *found]


def test_where_numbers_run_on_through_sections_those_that_come_again_have_theirs(tmp_path):
    rows = ("I. Aims", "1. Aim high;", "II. Means", "2. Pay;", "Annex to come", "1. List;")
    found = _cited("\n\n    ".join((HEAD, *rows)), tmp_path)
    assert found == ["preambular para. 1", "sect. I, para. 1", "para. 2", "para. 1 (occurrence 2)"]
