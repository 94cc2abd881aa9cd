"""Fixes and the canonical form of clause files, and what both leave alone."""

import shutil
from pathlib import Path

import pytest

from drafter.errors import RefusedOverwrite, UsageError
from drafter.library.clause_file import parse
from drafter.workspace import tidying
from drafter.workspace.maintaining import check_libraries, check_record, library_rules

ROOT = Path(__file__).resolve().parents[2]
BASE = (ROOT / "tests/library/cases_base.yaml").read_text(encoding="utf-8")
UNCHECKED = ("state: against document\n    by: reviewer\n    date: 2026-11-21\n",
             "state: extracted, unchecked\n")  # fmt: skip


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    for name in ("STATE", "CACHE", "CONFIG"):
        monkeypatch.setenv(f"DRAFTER_{name}", str(tmp_path / "home" / name))


@pytest.fixture
def library(tmp_path):
    """A folder with one file, in which words are replaced."""

    def write(*changes):
        text = BASE
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new)
        path = tmp_path / "clauses/zh/ga/79/A_79_L.1.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def _folder(path):
    return path.parents[3]


def _codes(path):
    found = check_libraries([_folder(path)])
    return {(f.code, f.severity.value) for f in found if f.place.file == str(path)}


SPOILED = ("*鼓励*会员国降低汇款费用。", "*鼓励*会员国,降低 汇款费用")


def test_the_checks_of_texts_find_what_is_wrong_in_a_clause_at_its_line(library):
    path = library(SPOILED, UNCHECKED)
    lines = path.read_text(encoding="utf-8").splitlines()
    found = {f.code: f for f in check_libraries([_folder(path)])}
    assert {"P101", "P201", "stray-space"} <= found.keys()
    for code in ("P101", "P201", "stray-space"):
        assert found[code].place.element == "resolution/op1"
        assert lines[found[code].place.line - 1].strip() == "text: |-"
        assert found[code].severity == "warning"
    fixable = {each["code"] for each in check_record(tuple(found.values()))["findings"]
               if each["fixable"]}  # fmt: skip
    assert {"P101", "P201", "stray-space"} == fixable


def test_fixes_are_shown_and_written_only_when_asked(library):
    path = library(
        SPOILED, UNCHECKED, ("  - id: resolution/op1", "  # ours\n  - id: resolution/op1")
    )
    before = path.read_bytes()
    found = tidying.fixed([_folder(path)])
    assert found.fixed == 3
    assert path.read_bytes() == before
    (revision,) = found.changed
    changed = [line for line in revision.difference().splitlines() if line[:2] in ("+ ", "- ")]
    assert changed == ["-      *鼓励*会员国,降低 汇款费用", "+      *鼓励*会员国，降低汇款费用。"]
    tidying.write(found.changed)
    assert "  # ours\n" in path.read_text(encoding="utf-8")
    assert tidying.fixed([_folder(path)]).fixed == 0


def test_a_text_compared_with_its_document_is_left_alone_and_its_oddities_are_facts(library):
    path = library(SPOILED)
    assert tidying.fixed([_folder(path)]).changed == ()
    assert {("P101", "info"), ("P201", "info"), ("stray-space", "info")} <= _codes(path)


def test_what_is_derived_is_worked_out_again_even_in_a_checked_text(library):
    path = library(
        ("    opening: 鼓励\n", "    opening: 敦促\n"), ("    footnotes:\n      - n1\n", "")
    )
    found = tidying.fixed([_folder(path)])
    assert found.fixed == 2
    tidying.write(found.changed)
    assert path.read_text(encoding="utf-8") == HEAD + BASE


HEAD = (
    "# United Nations text; the official document prevails. See NOTICE.md.\n"
    "# Imports refresh the text and keep: topics, addressees, family, note, review.\n"
)


def test_only_chosen_findings_are_fixed(library):
    path = library(SPOILED, UNCHECKED)
    (revision,) = tidying.fixed([_folder(path)], ["P101"]).changed
    assert "*鼓励*会员国，降低 汇款费用\n".encode() in revision.after


def test_what_a_clause_waives_is_neither_listed_nor_fixed(library):
    waiver = "    waivers:\n      - code: P101\n        reason: 文件如此\n"
    topics = "    topics:\n      - remittances\n"
    path = library(SPOILED, UNCHECKED, (topics, topics + waiver))
    assert "P101" not in {code for code, _ in _codes(path)}
    (revision,) = tidying.fixed([_folder(path)]).changed
    assert "会员国,降低汇款费用。".encode() in revision.after


def test_formatting_changes_the_form_alone(library):
    path = library(
        ("type: draft-resolution\n", "type:   draft-resolution   # of the Second Committee\n")
    )
    before = parse(path.read_bytes(), path)
    found = tidying.formatted([_folder(path)])
    assert len(found.changed) == 1
    tidying.write(found.changed)
    assert parse(path.read_bytes(), path) == before
    assert "type: draft-resolution # of the Second Committee\n" in path.read_text(encoding="utf-8")
    assert tidying.formatted([_folder(path)]).changed == ()


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_formatted(library, tmp_path):
    path = library()
    broken = path.with_name("broken.yaml")
    broken.write_text("format: 1\n", encoding="utf-8")
    found = tidying.formatted([_folder(path)])
    assert [each.path for each in found.changed] == [path]
    assert {each.place.file for each in found.problems} == {str(broken)}


def test_the_shipped_library_is_sound_and_canonical():
    found = check_libraries([ROOT / "clauses"])
    assert {f.severity.value for f in found} <= {"warning", "info"}
    assert tidying.formatted([ROOT / "clauses"]).changed == ()


def test_the_shipped_library_is_never_written_to_unless_it_is_named():
    with pytest.raises(UsageError):
        tidying.formatted([])


def test_the_fixes_offered_for_the_shipped_library_settle(tmp_path):
    shutil.copytree(ROOT / "clauses", tmp_path / "clauses")
    found = tidying.fixed([tmp_path / "clauses"])
    assert found.fixed == 36
    tidying.write(found.changed)
    assert {f.severity.value for f in check_libraries([tmp_path / "clauses"])} <= {"info"}


def test_a_file_that_changed_since_is_not_written(library):
    path = library(SPOILED, UNCHECKED)
    found = tidying.fixed([_folder(path)])
    path.write_text(path.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    with pytest.raises(RefusedOverwrite):
        tidying.write(found.changed)


def test_every_rule_of_this_room_has_a_module_that_documents_it():
    for rule in library_rules():
        module = rule.run.__module__.rpartition(".")[2]
        assert module == rule.code.replace("-", "_")
        assert "\n\n" in rule.page
