"""New clause files and clauses: sound, canonical, with every field in sight."""

import re
from pathlib import Path

import pytest

from drafter.errors import RefusedOverwrite, UsageError
from drafter.library import Source, check, formatted, write
from drafter.library.clause_file import CURATED, parse
from drafter.library.shape import SourceShape
from drafter.library.skeletons import new_clause, new_file
from drafter.model.provenance import Stage
from drafter.model.tree import Kind

NEW = Source(symbol="A/81/L.3", language="zh", stage=Stage.DRAFT)


@pytest.fixture
def path(tmp_path):
    revisions = new_file(NEW, tmp_path)
    write(revisions)
    return revisions[-1].path


def test_a_new_file_is_sound_and_names_its_schema(path, tmp_path):
    assert path == tmp_path / "zh/ga/81/A_81_L.3.yaml"
    assert {finding.code for finding in check(tmp_path)} == {"no-url"}
    assert not formatted(path).changed
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../../clause.schema.json\n")
    assert (tmp_path / "clause.schema.json").is_file()
    source = parse(path.read_bytes(), path).source
    assert (source.body, source.session) == ("ga", 81)


def test_every_field_of_a_source_is_in_sight(path):
    text = path.read_text(encoding="utf-8")
    for field in SourceShape.model_fields:
        assert re.search(rf"^  (# )?{field}:", text, re.MULTILINE), field


def test_a_new_clause_is_marked_and_every_field_is_in_sight(path, tmp_path):
    write([new_clause(path, "resolution/op1", "鼓励会员国 降低汇款费用。")])
    paragraph = parse(path.read_bytes(), path).document.paragraph("resolution/op1")
    assert (paragraph.kind, paragraph.text.opening) == (Kind.OPERATIVE, "鼓励")
    assert paragraph.text.plain() == "鼓励会员国降低汇款费用。"
    text = path.read_text(encoding="utf-8")
    for field in set(CURATED) - {"retired", "earlier"}:
        assert f"    # {field}" in text
    assert not formatted(path).changed
    assert {finding.code for finding in check(tmp_path)} == {"no-url"}


def test_new_clauses_stand_with_their_kind_or_where_they_are_told(path):
    for place in ("pp1", "op1", "pp2", "46"):
        write([new_clause(path, f"resolution/{place}", "决定。")])
    write([new_clause(path, "resolution/op9", "决定。", after="resolution/pp1")])
    document = parse(path.read_bytes(), path).document
    assert [p.id.rpartition("/")[2] for _, p in document.walk()] == [
        "pp1", "op9", "pp2", "op1", "46",
    ]  # fmt: skip


def test_comments_and_labels_of_others_are_left(folder):
    path = folder / "zh/ga/79/A_79_439_Add.2.yaml"
    before = path.read_text(encoding="utf-8").splitlines()
    write([new_clause(path, "report/draft-1/op3", "再次鼓励会员国。")])
    after = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in before if line not in after] == []


@pytest.mark.parametrize(
    ("element", "after", "message"),
    [
        ("annex/op1", "", "library.add-no-part"),
        ("resolution/op1", "", "library.add-there"),
        ("resolution/op2", "resolution/op9", "library.add-no-clause"),
    ],
)
def test_what_cannot_be_added_is_said(path, element, after, message):
    write([new_clause(path, "resolution/op1", "决定。")])
    with pytest.raises(UsageError) as caught:
        new_clause(path, element, "决定。", after)
    assert caught.value.message_id == message


def test_a_file_that_is_there_is_not_made_anew(path, tmp_path):
    with pytest.raises(RefusedOverwrite):
        new_file(NEW, tmp_path)
    with pytest.raises(UsageError):
        new_file(Source(symbol="A/81/439", language="zh"), Path("x"))
