"""Importing: what is given is kept and questioned, what cannot be is refused."""

from dataclasses import replace

import pytest

from drafter.model.masthead import Masthead
from drafter.model.tree import Paragraph
from drafter.workspace.locks import DraftLock
from drafter.workspace.native import native_bytes
from tests.workspace.drafts import small_draft


def write(folder, document, name="own.draft.yaml"):
    path = folder / name
    path.write_bytes(native_bytes(document))
    return path


@pytest.mark.parametrize("name", ["mine2", "mine2.draft"])
def test_a_name_without_suffix_gets_that_of_a_draft(drafter, draft_file, tmp_path, name):
    done = drafter("import", draft_file, "-o", tmp_path / name)
    assert done.code == 0
    assert (tmp_path / "mine2.draft.yaml").is_file()
    assert "mine2.draft.yaml" in done.out


@pytest.mark.parametrize("name", ["mine.pdf", "mine.report.yaml"])
def test_a_draft_is_not_written_under_a_name_that_reads_as_something_else(
    drafter, draft_file, tmp_path, name
):
    assert drafter("import", draft_file, "-o", tmp_path / name).code == 2
    assert drafter("new", tmp_path / name, "--type", "resolution").code == 2
    assert not (tmp_path / name).exists()


def test_what_was_given_is_stored_as_given_and_questioned(drafter, draft_file, tmp_path):
    words = ("--symbol", "banana", "--date", "3.10.2013")
    done = drafter("import", draft_file, "-o", tmp_path / "x", *words)
    assert done.code == 0
    assert "I101 warning" in done.err
    assert "I102 warning" in done.err
    masthead = drafter("show", tmp_path / "x.draft.yaml", "--json").json["masthead"]
    assert (masthead["symbol"], masthead["date"]) == ("banana", "3.10.2013")


@pytest.mark.parametrize("date", ["2013-10-03", "2013年10月3日", "3 October 2013"])
def test_dates_of_the_text_and_of_the_masthead_are_known(drafter, draft_file, tmp_path, date):
    assert "I102" not in drafter("import", draft_file, "-o", tmp_path / "x", "--date", date).err


def test_another_session_than_that_of_the_symbol_is_told(drafter, tmp_path):
    head = Masthead(symbol="A/C.2/79/L.99", session=68)
    file = write(tmp_path, replace(small_draft(), masthead=head))
    done = drafter("import", file, "-o", tmp_path / "x")
    assert "I103 warning" in done.err
    assert "68" in done.err


def test_what_is_filed_under_a_symbol_in_small_letters_is_found_under_it(
    drafter, draft_file, tmp_path
):
    library = tmp_path / "lib"
    words = ("--symbol", "a/c.2/79/l.18", "--stage", "draft", "--library", library)
    assert drafter("import", draft_file, *words).code == 0
    found = drafter("search", "--source", "a/c.2/79/l.18", "--library", library, "--json").json
    assert {each["source"] for each in found["hits"]} == {"A/C.2/79/L.18"}


def test_a_library_files_nothing_under_a_symbol_that_is_none(drafter, draft_file, tmp_path):
    words = ("--symbol", "banana", "--library", tmp_path / "lib")
    done = drafter("import", draft_file, *words)
    assert done.code == 2
    assert "A/RES/78/153" in done.err
    assert not (tmp_path / "lib").exists()


def test_a_part_that_is_not_there_was_not_adopted(drafter, draft_file, tmp_path):
    for where in (("-o", tmp_path / "x"), ("--library", tmp_path / "lib")):
        done = drafter("import", draft_file, "--adopted-as", "nosuch=79/217", *where)
        assert done.code == 2
        assert "resolution/annex-1" in done.err
        assert not where[1].exists()


def test_the_file_is_named_once(drafter, tmp_path):
    file = tmp_path / "broken.draft.yaml"
    file.write_text("format: 1\nwhat: this\n", encoding="utf-8")
    done = drafter("import", file, "--library", tmp_path / "lib")
    assert done.code == 2
    assert done.err.count(str(file)) == 1


@pytest.mark.parametrize("command", ["import", "new", "render"])
def test_a_draft_that_is_open_elsewhere_is_not_overwritten(drafter, draft_file, tmp_path, command):
    target = write(tmp_path, small_draft(), "open.draft.yaml")
    before = target.read_bytes()
    words = {
        "import": ("import", draft_file, "-o", target),
        "new": ("new", target, "--type", "draft-resolution", "--lang", "zh"),
        "render": ("render", draft_file, "--to", "yaml", "-o", target),
    }
    lock = DraftLock(target)
    assert lock.take()
    try:
        assert drafter(*words[command], "--force").code == 3
    finally:
        lock.release()
    assert target.read_bytes() == before
    assert drafter(*words[command], "--force").code == 0


def test_a_missing_folder_is_not_made_for_one_file(drafter, draft_file, tmp_path):
    done = drafter("import", draft_file, "-o", tmp_path / "no" / "x.draft.yaml")
    assert (done.code, (tmp_path / "no").exists()) == (2, False)
    assert str(tmp_path / "no") in done.err


def test_a_missing_field_is_listed_once(drafter, tmp_path):
    text = tmp_path / "text.txt"
    text.write_text("大会，\n\n    回顾其决议，\n\n    1. 请秘书长提交报告。\n", encoding="utf-8")
    for words in (("show", text), ("import", text, "-o", tmp_path / "x")):
        done = drafter(*words)
        told = done.out + done.err
        assert told.count("M101") == 6, told
        for code in ("R010", "R011", "R012", "R013"):
            assert code not in told


def test_a_draft_is_filed_with_the_labels_it_prints_and_ids_of_their_places(drafter, tmp_path):
    draft = small_draft()
    names = iter(range(100))

    def renamed(paragraph):
        children = tuple(map(renamed, paragraph.children))
        return replace(paragraph, id=f"new-{next(names)}", children=children)

    blocks = tuple(renamed(b) if isinstance(b, Paragraph) else b for b in draft.root.blocks)
    file = write(tmp_path, replace(draft, root=replace(draft.root, blocks=blocks)))
    assert drafter("import", file, "--library", tmp_path / "lib").code == 0
    found = drafter("search", "请秘书长", "--library", tmp_path / "lib", "--json").json["hits"]
    assert [hit["clause"] for hit in found] == ["A/C.2/79/L.99#resolution/op3"]
    said = drafter("search", "加强合作", "--library", tmp_path / "lib").out
    assert "para. 2 (a)" in said, said
    assert "#resolution/op2.a" in said
