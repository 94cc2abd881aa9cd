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


def test_rebase_refuses_what_is_no_draft_or_has_no_base(drafter, based, draft_file, tmp_path):
    text = tmp_path / "text.txt"
    text.write_text("大会，\n", encoding="utf-8")
    assert drafter("rebase", text, "--onto", draft_file).code == 2
    assert drafter("rebase", draft_file, "--onto", draft_file).code == 2
    assert drafter("rebase", based, "--onto", "A/99/1").code == 2
    assert drafter("rebase", based, "--onto", tmp_path / "none.draft.yaml").code == 2


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
