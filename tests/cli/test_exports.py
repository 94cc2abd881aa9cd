"""Exports of compare and deviations: redlines, tables, JSON."""

import json

import pytest

from drafter.model.tree import DocumentType
from drafter.readers import read
from drafter.workspace.native import native_bytes
from drafter.workspace.starting import on_base
from tests.workspace.drafts import small_draft

EXPORTS = ("csv", "html", "json", "md", "txt")
VERBS = ("*请*秘书长提交报告。", "*敦促*秘书长提交报告。")


@pytest.fixture
def based(draft_file, tmp_path):
    """A draft on the base of the other, one verb stronger."""
    path = tmp_path / "based.draft.yaml"
    draft = on_base(DocumentType.DRAFT_RESOLUTION, small_draft())
    text, base, snapshot = native_bytes(draft).decode().partition("\nbase:")
    path.write_text(text.replace(*VERBS) + base + snapshot, encoding="utf-8")
    assert read(path).document.base is not None
    return path


@pytest.fixture
def edited(draft_file, tmp_path):
    path = tmp_path / "edited.draft.yaml"
    words = draft_file.read_text(encoding="utf-8").replace(*VERBS)
    path.write_text(words, encoding="utf-8")
    return path


def test_comparisons_are_exported_as_facts_without_judgement(drafter, draft_file, edited, tmp_path):
    folder = tmp_path / "out"
    done = drafter("compare", draft_file, edited, "--to", ",".join(EXPORTS), "-o", folder)
    assert done.code == 0, done.err
    for name in ("csv", "html", "md", "txt"):
        words = (folder / f"out.{name}").read_text(encoding="utf-8-sig")
        assert "敦促" in words
        assert "stronger" not in words.lower()
        assert "opening verb" in words.lower()
    assert drafter("compare", draft_file, edited, "--to", "csv", "-o", folder / "out.csv").code == 3


@pytest.mark.parametrize("name", ["csv", "html", "md", "txt"])
def test_judgements_are_exported_only_when_asked_for(drafter, draft_file, edited, tmp_path, name):
    words = ("compare", draft_file, edited, "--judgements")
    assert drafter(*words).code == 2
    done = drafter(*words, "--to", name, "-o", tmp_path / "out")
    assert done.code == 0, done.err
    assert "stronger" in (tmp_path / "out").read_text(encoding="utf-8-sig")


def test_the_json_in_a_file_is_the_json_on_the_terminal(drafter, draft_file, edited, tmp_path):
    drafter("compare", draft_file, edited, "--to", "json", "-o", tmp_path / "o.json")
    shown = drafter("compare", draft_file, edited, "--json").json
    assert json.loads((tmp_path / "o.json").read_text(encoding="utf-8")) == shown


@pytest.mark.parametrize("command", ["compare", "deviations"])
def test_nothing_but_json_is_printed_with_it(drafter, draft_file, edited, based, tmp_path, command):
    files = [draft_file, edited] if command == "compare" else [based]
    done = drafter(command, *files, "-o", tmp_path / "o.md", "--json")
    assert done.json["format"] == 1
    assert "o.md" in done.err
    both = drafter(command, *files, "--to", "md", "-o", "-", "--json")
    assert (both.code, both.out) == (2, "")


def test_a_page_can_have_the_changed_paragraphs_only(drafter, draft_file, edited, tmp_path):
    words = ("compare", draft_file, edited, "--changed-only", "--to", "html,txt", "-o")
    assert drafter(*words, tmp_path / "out").code == 0
    for name in ("html", "txt"):
        page = (tmp_path / "out" / f"out.{name}").read_text(encoding="utf-8")
        assert "敦促" in page
        assert "我们决心采取行动" not in page


def test_compare_ends_with_how_much_changed(drafter, draft_file, edited):
    lines = drafter("compare", draft_file, edited).out.splitlines()
    assert lines[-1].startswith("1 changed")
    assert "unchanged" in lines[-1]


def test_compare_tells_what_differs_in_the_masthead_but_not_how_it_was_worded(
    drafter, draft_file, tmp_path
):
    other = tmp_path / "other.draft.yaml"
    words = draft_file.read_text(encoding="utf-8")
    other.write_text(words.replace("A/C.2/79/L.99", "A/C.2/80/L.1"), encoding="utf-8")
    out = drafter("compare", draft_file, other).out
    assert "symbol: A/C.2/79/L.99 → A/C.2/80/L.1" in out
    assert "_read" not in out


def test_what_differs_besides_the_words_is_told(drafter, draft_file, tmp_path):
    other = tmp_path / "other.draft.yaml"
    words = draft_file.read_text(encoding="utf-8").replace("秘书长的报告；[^n2]", "秘书长的报告；")
    other.write_text(words, encoding="utf-8")
    lines = drafter("compare", draft_file, other).out.splitlines()
    assert any("Footnote mark dropped" in line for line in lines)
    assert "1 with the same words, otherwise different" in lines[-1]
    drafter("compare", draft_file, other, "--to", "csv", "-o", tmp_path / "o.csv")
    assert "footnote mark" in (tmp_path / "o.csv").read_text(encoding="utf-8-sig")


def test_numbers_that_only_moved_on_are_no_difference(drafter, draft_file, tmp_path):
    other = tmp_path / "other.draft.yaml"
    words = draft_file.read_text(encoding="utf-8")
    first = "  - id: resolution/op1\n"
    new = "  - id: resolution/op9\n    kind: operative\n    text: |-\n      建立一座灯塔；\n"
    other.write_text(words.replace(first, new + first), encoding="utf-8")
    lines = drafter("compare", draft_file, other).out.splitlines()
    assert lines[-1].startswith("1 new, ")
    assert len(lines) == 3


def test_a_cell_that_looks_like_a_formula_is_made_harmless(drafter, draft_file, tmp_path):
    words = draft_file.read_text(encoding="utf-8").replace("*请*秘书长", "=cmd|x!A1请秘书长")
    other = tmp_path / "evil.draft.yaml"
    other.write_text(words, encoding="utf-8")
    drafter("compare", draft_file, other, "--to", "csv", "-o", tmp_path / "o.csv")
    cells = (tmp_path / "o.csv").read_text(encoding="utf-8-sig")
    assert ",=cmd" not in cells
    assert "'=cmd" in cells


def test_an_export_that_is_not_there_is_said_so(drafter, draft_file, tmp_path):
    done = drafter("compare", draft_file, draft_file, "--to", "odt", "-o", tmp_path / "x.odt")
    assert done.code == 2
    assert "odt" in done.err


def test_deviations_are_held_against_the_base_that_the_draft_carries(drafter, based):
    done = drafter("deviations", based)
    assert done.code == 0, done.err
    (line,) = done.out.splitlines()
    assert "请 → 敦促" in line
    assert "A/C.2/79/L.99" in done.err
    found = drafter("deviations", based, "--json").json
    (row,) = found["paragraphs"]
    assert found["against"] == "base"
    assert (row["state"], row["changes"][0]["kind"]) == ("changed", "verb-stronger")
    assert row["old"] != row["new"]


def test_a_draft_without_a_base_is_held_against_precedents(drafter, draft_file, edited, tmp_path):
    library = tmp_path / "library"
    assert drafter("import", draft_file, "--library", library).code == 0
    words = edited.read_text(encoding="utf-8").replace("A/C.2/79/L.99", "A/C.2/81/L.5")
    edited.write_text(words, encoding="utf-8")
    done = drafter("deviations", edited, "--library", library)
    assert done.code == 0, done.err
    assert "请 → 敦促" in done.out
    assert "A/C.2/79/L.99" in done.out
    found = drafter("deviations", edited, "--library", library, "--json").json
    assert found["against"] == "precedents"
    assert found["library"]["texts"] == 1
    refused = drafter("deviations", edited, "--against", "base")
    assert refused.code == 2
    assert "precedents" in refused.err


def test_what_has_no_precedent_is_not_said_to_be_new(drafter, draft_file, tmp_path):
    library = tmp_path / "library"
    assert drafter("import", draft_file, "--library", library).code == 0
    words = draft_file.read_text(encoding="utf-8").replace(VERBS[0], "建立一座灯塔。")
    other = tmp_path / "other.draft.yaml"
    other.write_text(words.replace("L.99", "L.98"), encoding="utf-8")
    out = drafter("deviations", other, "--library", library).out
    assert "not found in this library" in out
    assert "New paragraph" not in out


def test_deviations_are_written_as_tables(drafter, based, tmp_path):
    folder = tmp_path / "out"
    done = drafter("deviations", based, "--to", "csv,docx,json,md,txt", "-o", folder)
    assert done.code == 0, done.err
    for name in ("csv", "md", "txt"):
        words = (folder / f"out.{name}").read_text(encoding="utf-8-sig")
        assert "请" in words
        assert "stronger" not in words.lower()
    again = ("deviations", based, "--to", "csv", "-o", folder / "out.csv")
    assert drafter(*again).code == 3
    assert drafter(*again, "--judgements", "--force").code == 0
    assert "substantive" in (folder / "out.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("rest", [["--to", "csv"], ["-o", "x"], ["--judgements"], ["--to", "pdf"]])
def test_half_a_line_is_refused(drafter, based, rest):
    assert drafter("deviations", based, *rest).code == 2


def test_a_redline_for_consultation_is_against_the_base_that_the_draft_carries(
    drafter, based, tmp_path
):
    done = drafter("redline", based, "--to", "docx,html", "-o", tmp_path / "out")
    assert done.code == 0, done.err
    found = read(tmp_path / "out" / "out.docx")
    assert [(each.kind, each.text, each.author) for each in found.changes] == [
        ("deleted", "请", "Delegation"),
        ("inserted", "敦促", "Delegation"),
    ]
    assert "供磋商，不作提交之用" in (tmp_path / "out" / "out.html").read_text(encoding="utf-8")


def test_a_redline_may_be_against_a_file_and_bear_a_name_and_a_day(
    drafter, draft_file, edited, tmp_path
):
    path = tmp_path / "r.docx"
    words = ("redline", edited, "--against", draft_file, "--to", "docx", "-o", path)
    assert drafter(*words, "--author", "Kenya", "--date", "2026-11-20").code == 0
    assert {(each.author, each.date) for each in read(path).changes} == {
        ("Kenya", "2026-11-20T00:00:00Z")
    }
    assert drafter(*words).code == 3


def test_comparing_to_word_tracks_the_changes(drafter, draft_file, edited, tmp_path):
    path = tmp_path / "c.docx"
    assert drafter("compare", draft_file, edited, "--to", "docx", "-o", path).code == 0
    assert [each.text for each in read(path).changes] == ["请", "敦促"]


@pytest.mark.parametrize(
    "rest", [[], ["--to", "docx", "--into", "x.docx"], ["--into", "x.docx", "--against", "y"]]
)
def test_a_redline_is_either_official_or_for_consultation(drafter, based, tmp_path, rest):
    assert drafter("redline", based, *rest, "-o", tmp_path / "o.docx").code == 2


def test_a_redline_for_consultation_needs_a_base(drafter, edited, tmp_path):
    done = drafter("redline", edited, "--to", "html", "-o", tmp_path / "o.html")
    assert done.code == 2
    assert not (tmp_path / "o.html").exists()


@pytest.mark.parametrize("which", ["draft_file", "edited"])
@pytest.mark.parametrize("command", ["compare", "redline", "deviations"])
def test_what_is_compared_is_never_written_over(command, which, drafter, draft_file, edited, based):
    if command == "deviations":
        words, target = (command, based, "--to", "csv"), based
    else:
        target = {"draft_file": draft_file, "edited": edited}[which]
        both = (draft_file, edited) if command == "compare" else (draft_file, "--against", edited)
        words = (command, *both, "--to", "html")
    before = target.read_bytes()
    done = drafter(*words, "-o", target, "--force")
    assert done.code == 3
    assert target.name in done.err
    assert target.read_bytes() == before


def test_one_of_several_files_that_are_written_may_not_be_one_that_is_read_either(
    drafter, draft_file, edited, tmp_path
):
    (tmp_path / "out").mkdir()
    there = tmp_path / "out" / "out.json"
    there.symlink_to(draft_file)
    before = draft_file.read_bytes()
    words = ("compare", draft_file, edited, "--to", "html,json", "-o", tmp_path / "out", "--force")
    assert drafter(*words).code == 3
    assert draft_file.read_bytes() == before


def test_texts_that_differ_in_emphasis_alone_are_not_called_the_same(drafter, draft_file, tmp_path):
    other = tmp_path / "other.draft.yaml"
    words = draft_file.read_text(encoding="utf-8")
    other.write_text(words.replace("*请*秘书长", "请秘书长"), encoding="utf-8")
    (line,) = drafter("compare", draft_file, other).out.splitlines()
    assert line == "The words are the same; italics or KaiTi differ in paragraphs: 1."
    page = tmp_path / "o.html"
    assert drafter("compare", draft_file, other, "--to", "html", "-o", page).code == 0
    assert line in page.read_text(encoding="utf-8")
    assert drafter("compare", draft_file, draft_file).out == "The texts are the same.\n"


def test_a_text_goes_to_standard_output_and_no_file_is_called_so(
    drafter, draft_file, edited, based, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    for words in (
        ["compare", draft_file, edited], ["redline", based], ["deviations", based],
        ["amend", draft_file, edited],
    ):  # fmt: skip
        done = drafter(*words, "--to", "txt", "-o", "-")
        assert done.code == 0, done.err
        assert "敦促" in done.out
        refused = drafter(*words, "--to", "docx", "-o", "-")
        assert (refused.code, refused.out) == (2, "")
    assert not (tmp_path / "-").exists()
    assert drafter("show", "-").code == 2
