"""`drafter rebase`, and what `drafter new --base` says of the base's text."""

import pytest

from drafter.model import edits
from drafter.model.text import Text
from drafter.readers import read
from drafter.workspace.native import native_bytes
from tests.workspace.based import revised

NEW = ("--type", "draft-resolution", "--lang", "zh", "--base")


@pytest.fixture
def based(drafter, draft_file, tmp_path):
    path = tmp_path / "based.draft.yaml"
    assert drafter("new", path, *NEW, draft_file).code == 0
    return path


@pytest.fixture
def revision_file(tmp_path):
    path = tmp_path / "rev1.draft.yaml"
    base = edits.set_text(revised([]), "resolution/op3", Text.of("请秘书长提交年度报告。"))
    path.write_bytes(native_bytes(base))
    return path


def test_rebase_says_what_it_would_do_and_writes_only_when_asked(
    drafter, based, revision_file, tmp_path
):
    done = drafter("--ui-lang", "en", "rebase", based, "--onto", revision_file)
    assert done.code == 0
    assert "operative paragraph 3 follows the new base" in done.out
    assert "Nothing was written" in done.out
    out = tmp_path / "out"
    assert drafter("rebase", based, "--onto", revision_file, "-o", out).code == 0
    written = read(tmp_path / "out.draft.yaml").document
    assert written.base.symbol == "A/C.2/79/L.99/Rev.1"
    assert written.paragraph("resolution/op3").text.plain() == "请秘书长提交年度报告。"
    assert drafter("rebase", based, "--onto", revision_file, "-o", out).code == 3


def test_rebase_lists_what_needs_a_look(drafter, based, revision_file):
    mine = edits.set_text(read(based).document, "resolution/op3", Text.of("请秘书长提交两份报告。"))
    based.write_bytes(native_bytes(mine))
    done = drafter("rebase", based, "--onto", revision_file, "--json")
    (conflict,) = done.json["conflicts"]
    assert (conflict["why"], conflict["ours"]) == ("both", "请秘书长提交两份报告。")
    assert done.json["carried"] == []
    assert done.json["base"] == "A/C.2/79/L.99/Rev.1"


def test_rebase_refuses_another_text_unless_told_to(drafter, based, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("大会，\n\n铭记海洋健康，\n\n1. 吁请各国保护珊瑚礁。\n", encoding="utf-8")
    done = drafter("--ui-lang", "en", "rebase", based, "--onto", other)
    assert done.code == 2
    assert "hardly anything of the base" in done.err
    assert "--force" in done.err
    assert drafter("rebase", based, "--onto", other, "--force").code == 0


def test_what_both_changed_is_shown_where_it_differs(drafter, based, tmp_path):
    stem = "请秘书长" + "与会员国、联合国系统各实体和其他利益攸关方协商，" * 4
    for path, end in ((based, "提交两份报告。"), (tmp_path / "new.draft.yaml", "提交年度报告。")):
        document = read(based).document if path == based else revised([])
        changed = edits.set_text(document, "resolution/op3", Text.of(stem + end))
        path.write_bytes(native_bytes(changed))
    done = drafter("--ui-lang", "en", "rebase", based, "--onto", tmp_path / "new.draft.yaml")
    assert "提交两份报告" in done.out
    assert "提交年度报告" in done.out


def test_rebase_refuses_what_is_no_draft_or_has_no_base(drafter, based, draft_file, tmp_path):
    text = tmp_path / "text.txt"
    text.write_text("大会，\n", encoding="utf-8")
    assert drafter("rebase", text, "--onto", draft_file).code == 2
    assert drafter("rebase", draft_file, "--onto", draft_file).code == 2
    assert drafter("rebase", based, "--onto", "A/99/1").code == 2
    assert drafter("rebase", based, "--onto", tmp_path / "none.draft.yaml").code == 2


def test_a_base_that_was_changed_in_the_file_is_an_error(drafter, based):
    assert drafter("check", based, "--select", "U105").code == 0
    written = based.read_text(encoding="utf-8")
    head, _, base = written.partition("\nbase:")
    assert "年度" not in base
    based.write_text(f"{head}\nbase:{base.replace('秘书长', '年度秘书长', 1)}", encoding="utf-8")
    found = drafter("check", based, "--select", "U105", "--json")
    assert found.code == 1
    assert [each["message"] for each in found.json["findings"]] != []


def test_a_report_without_a_draft_in_it_is_no_base_of_a_resolution(drafter, tmp_path):
    report = tmp_path / "report.draft.yaml"
    assert drafter("new", report, "--type", "committee-report", "--lang", "zh").code == 0
    done = drafter("--ui-lang", "en", "new", tmp_path / "n", *NEW, report)
    assert done.code == 2
    assert "no draft in it" in done.err
    options = ("--type", "committee-report", "--lang", "zh", "--base", report)
    assert drafter("new", tmp_path / "n", *options).code == 0


def test_languages_are_called_by_their_names(drafter, draft_file, tmp_path):
    options = ("--type", "draft-resolution", "--lang", "fr", "--base", draft_file)
    done = drafter("--ui-lang", "en", "new", tmp_path / "n", *options)
    assert done.code == 2
    assert "Chinese, not French" in done.err


def test_a_base_read_from_another_format_is_unchecked_and_a_draft_is_not(
    drafter, based, draft_file, tmp_path
):
    def marks(path):
        document = read(path).document
        return {o.unchecked for _, each in document.walk() for o in each.origins}

    assert marks(based) == {False}
    text = tmp_path / "base.txt"
    assert drafter("render", draft_file, "--to", "txt", "-o", text).code == 0
    assert drafter("new", tmp_path / "n", *NEW, text).code == 0
    assert marks(tmp_path / "n.draft.yaml") == {True}


def test_a_base_of_a_library_is_as_unchecked_as_the_library_says(drafter, tmp_path):
    assert drafter("new", tmp_path / "n", *NEW, "A/68/L.5").code == 0
    document = read(tmp_path / "n.draft.yaml").document
    assert {o.unchecked for _, each in document.walk() for o in each.origins} == {True}
    whole = drafter("check", tmp_path / "n.draft.yaml", "--select", "U", "--json").json
    assert [each["code"] for each in whole["findings"]] == ["U101"]


def test_neither_the_draft_nor_its_new_base_is_ever_written_over(drafter, based, revision_file):
    for path in (based, revision_file):
        before = path.read_bytes()
        assert drafter("rebase", based, "--onto", revision_file, "-o", path, "--force").code == 3
        assert path.read_bytes() == before
