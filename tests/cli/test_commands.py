"""Each command, end to end, against the words of the contract."""

import json
import shutil

import pytest

from drafter.workspace.native import native_bytes
from tests.workspace.drafts import small_draft

MASTHEAD = {
    "symbol", "body", "session", "committee", "agenda_items", "agenda_titles", "distribution",
    "date", "original_language", "submitters", "title",
}  # fmt: skip
FINDING = {
    "code", "name", "severity", "element", "start", "end", "message", "authority", "fixable",
}  # fmt: skip


@pytest.fixture
def library(drafter, draft_file, tmp_path):
    """A library of one text."""
    done = drafter("import", draft_file, "--library", tmp_path / "library")
    assert done.code == 0, done.err
    return tmp_path / "library"


def test_show_prints_every_field_of_the_contract(drafter, draft_file):
    shown = drafter("show", draft_file, "--json").json
    assert shown["format"] == 1
    assert (shown["type"], shown["language"]) == ("draft-resolution", "zh")
    assert set(shown["masthead"]) >= MASTHEAD
    assert shown["masthead"]["title"] == "国际移民与发展"
    operative = next(e for e in shown["elements"] if e["id"] == "resolution/op1")
    assert operative == {
        "id": "resolution/op1",
        "part": "resolution",
        "kind": "operative",
        "label": "1.",
        "level": 1,
        "opening": "表示注意到",
        "text": "表示注意到秘书长的报告；",
        "footnotes": ["2"],
    }
    annex = [e for e in shown["elements"] if e["part"] == "resolution/annex-1"]
    assert [(e["kind"], e["label"], e["text"]) for e in annex[:2]] == [
        ("heading", "附件", "附件"),
        ("title", "", "行动纲领"),
    ]
    assert shown["footnotes"][0] == {
        "part": "resolution",
        "number": "1",
        "text": "第58/208号决议。",
    }
    assert set(shown["findings"][0]) == {"code", "severity", "element", "message"}


@pytest.fixture
def in_sections(tmp_path):
    text = tmp_path / "sections.txt"
    rows = ["The General Assembly,", "Recalling its decision,", "I. Posts", "1. Approves posts;"]
    rows += ["2. Keeps them under review until then;", "II. Travel"]
    rows += ["1. Notes the cost of travel of the staff in the field;", "2. Requests a report."]
    text.write_text("\n\n    ".join(rows))
    return text


def test_a_section_that_counts_by_itself_is_a_path_of_its_own(drafter, in_sections):
    shown = drafter("show", in_sections, "--json").json["elements"]
    sections = [e["part"] for e in shown if e["label"] == "1."]
    assert sections == ["resolution", "resolution/section-1"]


def test_a_clause_of_a_section_that_counts_by_itself_is_cited_with_it(
    drafter, in_sections, tmp_path
):
    held = tmp_path / "held"
    named = ("--symbol", "A/C.5/81/L.40", "--stage", "draft")
    assert drafter("import", in_sections, *named, "--library", held).code == 0
    hit = drafter("search", "decision", "--library", held, "--json").json["hits"][0]
    assert hit["citation"] == "A/C.5/81/L.40, preambular para. 1 (draft)"
    assert "section" not in hit
    hit = drafter("search", "travel", "--library", held, "--json").json["hits"][0]
    assert hit["citation"] == "A/C.5/81/L.40, sect. II, para. 1 (draft)"
    assert (hit["section"], hit["place"]) == ("II", "op1~2")
    matched = drafter("match", in_sections, "--library", held, "--json").json["paragraphs"]
    [precedent] = next(each for each in matched if each["id"] == "resolution/op1~2")["precedents"]
    assert precedent["section"] == "II"


def test_show_for_people_has_structure_notes_and_findings(drafter, draft_file):
    out = drafter("show", draft_file, "--ui-lang", "zh").out
    for words in ("[resolution/annex-1]", "  1. 表示注意到秘书长的报告；", "脚注：2", "检查结果："):
        assert words in out


def test_new_writes_a_draft_and_refuses_to_overwrite(drafter, tmp_path):
    words = ("new", tmp_path / "n", "--type", "draft-resolution", "--lang", "zh")
    assert drafter(*words).code == 0
    kinds = [
        e["kind"] for e in drafter("show", tmp_path / "n.draft.yaml", "--json").json["elements"]
    ]
    assert kinds == ["title", "enacting"]
    refused = drafter(*words)
    assert (refused.code, refused.out) == (3, "")
    assert drafter(*words, "--force").code == 0


def test_new_on_a_base_starts_from_its_text(drafter, draft_file, tmp_path):
    new = tmp_path / "next.draft.yaml"
    words = ("new", new, "--type", "draft-resolution", "--lang", "zh", "--base")
    assert drafter(*words, draft_file).code == 0
    elements = drafter("show", new, "--json").json["elements"]
    assert elements == drafter("show", draft_file, "--json").json["elements"]
    assert drafter(*words, "A/99/1", "--force").code == 2


def test_new_names_the_languages_there_are(drafter, tmp_path):
    done = drafter("new", tmp_path / "n", "--type", "resolution", "--lang", "tlh")
    assert done.code == 2
    assert "zh" in done.err


def test_import_to_a_draft_succeeds_and_lists_what_it_found(drafter, draft_file, tmp_path):
    copy = tmp_path / "copy.draft.yaml"
    done = drafter("import", draft_file, "-o", copy)
    assert done.code == 0
    assert copy.read_bytes() == draft_file.read_bytes()
    assert drafter("import", draft_file, "-o", copy).code == 3


def test_import_of_one_part_makes_a_draft_of_its_own(drafter, draft_file, tmp_path):
    copy = tmp_path / "annex.draft.yaml"
    words = ("import", draft_file, "-o", copy, "--part")
    assert drafter(*words, "resolution/annex-1").code == 0
    parts = {e["part"] for e in drafter("show", copy, "--json").json["elements"]}
    assert parts == {"annex"}
    wrong = drafter(*words, "resolution/annex-7", "--force")
    assert wrong.code == 2
    assert "resolution/annex-1" in wrong.err


def test_import_needs_to_know_where_to(drafter, draft_file, tmp_path):
    assert drafter("import", draft_file).code == 2
    both = drafter("import", draft_file, "-o", tmp_path / "x", "--library", tmp_path / "y")
    assert both.code == 2
    assert drafter("import", draft_file, draft_file, "-o", tmp_path / "x").code == 2


def test_import_into_a_library_refuses_without_symbol_and_stage(drafter, tmp_path):
    from dataclasses import replace

    bare = replace(small_draft(), masthead=type(small_draft().masthead)(), stage="")
    file = tmp_path / "bare.draft.yaml"
    file.write_bytes(native_bytes(bare))
    refused = drafter("import", file, "--library", tmp_path / "lib")
    assert refused.code == 2
    assert "symbol" in refused.err
    assert not (tmp_path / "lib").exists() or not list((tmp_path / "lib").rglob("*.yaml"))
    given = drafter(
        "import", file, "--symbol", "A/68/L.5", "--stage", "draft", "--adopted-as", "68/4",
        "--library", tmp_path / "lib",
    )  # fmt: skip
    assert given.code == 0, given.err
    assert list((tmp_path / "lib").rglob("*.yaml"))


def test_a_manifest_stands_in_for_the_options(drafter, draft_file, tmp_path):
    (tmp_path / "manifest.yaml").write_text(
        f"{draft_file.name}:\n  symbol: A/68/L.5\n  stage: draft\n", encoding="utf-8"
    )
    done = drafter("import", tmp_path, "--library", tmp_path / "lib")
    assert done.code == 0, done.err
    filed = tmp_path / "lib/zh/ga/68/A_68_L.5.yaml"
    assert "stage: draft" in filed.read_text(encoding="utf-8")
    assert str(filed) in done.err


def test_search_cites_every_hit_with_its_stage(drafter, library):
    hits = drafter("search", "移民", "--library", library, "--json").json["hits"]
    assert hits[0]["clause"] == "A/C.2/79/L.99#resolution/op2.b"
    assert hits[0]["stage"] == "draft"
    people = drafter("search", "移民", "--library", library)
    assert "A/C.2/79/L.99" in people.out
    assert "保护移民；" in people.out
    by_opening = drafter("search", "--opening", "鼓励", "--library", library, "--json").json
    assert [hit["text"] for hit in by_opening["hits"]] == ["鼓励会员国："]


def test_search_that_finds_nothing_says_of_which_library(drafter, library):
    done = drafter("search", "不存在的词", "--library", library)
    assert (done.code, done.out) == (0, "")
    assert "1" in done.err


def test_search_says_what_it_did_not_show_and_could_not_read(drafter, library, tmp_path):
    assert "there may be more" in drafter("search", "移民", "--library", library, "--limit", 1).err
    folder = tmp_path / "torn"
    shutil.copytree(library, folder)
    (folder / "broken.yaml").write_text("source: [\n", encoding="utf-8")
    found = drafter("search", "移民", "--library", folder)
    assert "1 file of the library could not be read" in found.err
    nothing = drafter("search", "不存在的词", "--library", folder).err
    assert "1 file of it could not be read: see drafter library check" in nothing
    record = drafter("search", "移民", "--library", folder, "--json").json["library"]
    assert record["unread"] == 1


def test_search_in_a_language_that_is_not_known_is_refused(drafter, library):
    done = drafter("search", "移民", "--lang", "xx", "--library", library)
    assert done.code == 2
    assert "zh" in done.err


def test_search_for_nothing_or_in_no_folder_is_refused(drafter, library, tmp_path):
    assert drafter("search", "--library", library).code == 2
    assert drafter("search", "x", "--library", tmp_path / "none").code == 2


def test_check_prints_every_field_and_exits_1_only_for_errors(drafter, draft_file, tmp_path):
    done = drafter("check", draft_file, "--json")
    assert done.code == 0
    assert set(done.json["findings"][0]) == FINDING
    broken = draft_file.read_text(encoding="utf-8").replace("保护移民；", "保护移民,,")
    draft_file.write_text(broken, encoding="utf-8")
    done = drafter("check", draft_file, "--json")
    errors = [f for f in done.json["findings"] if f["severity"] == "error"]
    assert done.code == int(bool(errors))


def test_check_and_render_say_what_of_a_file_could_not_be_read(drafter, tmp_path):
    file, out = tmp_path / "empty.txt", tmp_path / "out.txt"
    file.write_text("", encoding="utf-8")
    for done in (drafter("check", file), drafter("render", file, "--to", "txt", "-o", out)):
        assert done.code == 0
        assert "empty.txt: The file has no text." in done.err


def test_check_fixes_what_can_be_fixed_and_saves(drafter, draft_file):
    broken = draft_file.read_text(encoding="utf-8").replace("《宣言》，", "《宣言》,")
    draft_file.write_text(broken, encoding="utf-8")
    fixable = [f for f in drafter("check", draft_file, "--json").json["findings"] if f["fixable"]]
    assert fixable
    assert drafter("check", draft_file, "--fix").code == 0
    assert "《宣言》，" in draft_file.read_text(encoding="utf-8")
    after = drafter("check", draft_file, "--json").json["findings"]
    assert not [f for f in after if f["fixable"]]


def test_check_fix_leaves_a_draft_that_is_open_elsewhere_alone(drafter, draft_file):
    from drafter.workspace.session import Session

    session = Session.open(draft_file)
    done = drafter("check", draft_file, "--fix")
    assert done.code == 3
    assert "@" in done.err
    session.close()


def test_check_explains_a_check_and_names_those_there_are(drafter):
    assert "P101" in drafter("check", "--explain", "P101").out
    wrong = drafter("check", "--explain", "Q999")
    assert wrong.code == 2
    assert "P101" in wrong.err
    assert drafter("check").code == 2


def test_render_writes_one_file_or_a_folder_of_several(drafter, draft_file, tmp_path):
    one = tmp_path / "out.txt"
    assert drafter("render", draft_file, "--to", "txt", "-o", one).code == 0
    assert "国际移民与发展" in one.read_text(encoding="utf-8")
    assert drafter("render", draft_file, "--to", "txt", "-o", one).code == 3
    both = drafter("render", draft_file, "--to", "docx,txt", "-o", tmp_path / "both")
    assert both.code == 0
    made = sorted(path.name for path in (tmp_path / "both").iterdir())
    assert made == ["migration.docx", "migration.txt"]
    assert (tmp_path / "both" / "migration.docx").read_bytes().startswith(b"PK")


def test_render_says_which_formats_this_version_writes(drafter, draft_file, tmp_path):
    done = drafter("render", draft_file, "--to", "odt,docx", "-o", tmp_path / "x")
    assert done.code == 2
    assert "odt" in done.err
    assert "docx" in done.err
    assert not (tmp_path / "x").exists()


def test_library_check_names_file_and_line_and_exits_1_for_errors(drafter, library):
    assert drafter("library", "check", library).code == 0
    file = next(library.rglob("*.yaml"))
    file.write_text(
        file.read_text(encoding="utf-8").replace("stage: draft", "stage: tabled", 1),
        encoding="utf-8",
    )
    done = drafter("library", "check", library, "--json")
    assert done.code == 1
    (finding,) = done.json["findings"]
    assert finding["file"] == str(file)
    assert finding["line"] > 1


def test_library_check_knows_the_shipped_topics_and_names_file_and_line(drafter, library):
    file = next(library.rglob("*.yaml"))
    text = file.read_text(encoding="utf-8")
    place = text.index("- id: resolution/op1\n") + len("- id: resolution/op1\n")
    lines = "  topics:\n  - remittances\n  - no-such-topic\n"
    indent = text[text.rindex("\n", 0, place - 1) + 1 :].partition("-")[0]
    added = "".join(f"{indent}{line}\n" for line in lines.splitlines())
    file.write_text(text[:place] + added + text[place:], encoding="utf-8")
    done = drafter("library", "check", library)
    assert "remittances" not in done.out
    line = file.read_text(encoding="utf-8")[:].splitlines().index(f"{indent}  - no-such-topic") + 1
    assert f"unknown-term warning {file}:{line} resolution/op1: " in done.out


def test_library_import_takes_rows_and_reports_bad_ones(drafter, tmp_path):
    row = {
        "id": "c1",
        "text": "鼓励会员国；",
        "kind": "operative",
        "doc": "A/RES/70/1",
        "lang": "zh",
    }
    rows = tmp_path / "rows.jsonl"
    good = json.dumps(row, ensure_ascii=False) + "\n"
    rows.write_text(good + '{"text": "鼓励"}\n' * 30, encoding="utf-8")
    refused = drafter("library", "import", rows, "-o", tmp_path / "lib")
    assert (refused.code, refused.out) == (2, "")
    assert f"{rows}:2: id is missing" in refused.err
    assert "id, text, kind, doc, lang" in refused.err
    assert refused.err.count("is missing") == 20
    assert not (tmp_path / "lib").exists()
    rows.write_text(good, encoding="utf-8")
    assert drafter("library", "import", rows, "-o", tmp_path / "lib").code == 0
    found = drafter("search", "会员国", "--library", tmp_path / "lib", "--json").json["hits"]
    assert [hit["text"] for hit in found] == ["鼓励会员国；"]
    assert drafter("library", "import", tmp_path / "no", "-o", tmp_path / "lib").code == 2


def test_library_schema_is_json(drafter):
    assert drafter("library", "schema").json["$schema"].startswith("https://json-schema.org/")


def test_doctor_reports_versions_paths_terminal_and_library(drafter):
    done = drafter("doctor")
    assert done.code == 0
    for words in ("drafter", "Python", "textual", "80", "clauses"):
        assert words in done.out
    groups = {fact["group"] for fact in drafter("doctor", "--json").json["facts"]}
    assert len(groups) >= 5


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"\x00" * 100,
        b"format: 9\n",
        b"format: 1\ntype: x\n",
        b"a: &a [*a]\n",
    ],
    ids=["empty", "utf-16", "nul", "newer", "wrong", "alias"],
)
def test_a_bad_file_is_one_clear_error_for_every_command(drafter, tmp_path, content):
    bad = tmp_path / "bad.draft.yaml"
    bad.write_bytes(content)
    for words in (["show"], ["check"], ["match"], ["render", "--to", "txt", "-o", tmp_path / "o"]):
        done = drafter(words[0], bad, *words[1:])
        assert done.code == 2, (words, done)
        assert "bad.draft.yaml" in done.err
        assert done.out == ""
