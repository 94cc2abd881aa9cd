"""Adding, editing and retiring clauses at the command line."""

import sys

import pytest

from drafter.workspace.resources import clauses_folder

OP16 = "A/79/439/Add.2#report/draft-1/op16"
OWN = "A/81/L.3#resolution/op1"


@pytest.fixture
def library(drafter, tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    made = drafter("library", "add", "A/81/L.3", "--lang", "zh", "--library", folder)
    assert made.code == 0, made.err
    words = "鼓励会员国降低汇款费用。"
    made = drafter("library", "add", OWN, "--text", words, "--library", folder)
    assert made.code == 0, made.err
    return folder


@pytest.fixture
def editor(tmp_path, monkeypatch):
    """An editor that notes how it was called, and runs a line of Python on the file."""

    def named(name, change="pass"):
        script = tmp_path / name
        script.write_text(
            f"#!{sys.executable}\nimport sys, pathlib\n"
            f"pathlib.Path({str(tmp_path / 'called')!r}).write_text(' '.join(sys.argv[1:]))\n"
            f"path = pathlib.Path(sys.argv[-1])\n{change}\n",
            encoding="utf-8",
        )
        script.chmod(0o755)
        monkeypatch.setenv("VISUAL", f"{script} -n")
        return tmp_path / "called"

    return named


def _file(library):
    return library / "zh/ga/81/A_81_L.3.yaml"


def test_what_is_added_is_named_with_its_line(drafter, library):
    done = drafter(
        "library", "add", "A/81/L.3#resolution/op2", "--text", "决定。", "--library", library
    )
    lines = _file(library).read_text(encoding="utf-8").splitlines()
    number = int(done.out.strip().rpartition(":")[2])
    assert lines[number - 1].strip() == "- id: resolution/op2"
    assert drafter("library", "add", OWN, "--library", library).code == 2
    assert drafter("library", "add", "A/81/L.3", "--lang", "zh", "--library", library).code == 3


def test_without_a_library_a_file_is_added_to_ones_own(drafter, tmp_path):
    assert drafter("library", "add", "A/81/L.3", "--lang", "zh").code == 0
    assert (tmp_path / "config/clauses/zh/ga/81/A_81_L.3.yaml").is_file()
    assert drafter("library", "add", f"{OP16}-bis", "--text", "决定。").code == 3


def test_the_editor_is_opened_at_the_line_and_the_file_checked_afterwards(drafter, library, editor):
    spoil = "path.write_bytes(path.read_bytes().replace('会员国'.encode(), '会员国,'.encode()))"
    called = editor("vim", spoil)
    done = drafter("library", "edit", OWN, "--library", library)
    assert done.code == 0, done.err
    line = int(called.read_text().split()[1].removeprefix("+"))
    lines = _file(library).read_text(encoding="utf-8").splitlines()
    assert called.read_text().startswith("-n +")
    assert lines[line - 1].strip() == "- id: resolution/op1"
    assert "P101 warning" in done.out


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("nano", "-n +{0} {1}"),
        ("code", "-n --wait --goto {1}:{0}"),
        ("hx", "-n {1}:{0}"),
        ("ed", "-n {1}"),
    ],
)
def test_each_editor_is_told_the_line_its_own_way(drafter, library, editor, name, shape):
    called = editor(name)
    drafter("library", "edit", OWN, "--library", library)
    lines = _file(library).read_text(encoding="utf-8").splitlines()
    line = next(n for n, each in enumerate(lines, 1) if "id: resolution/op1" in each)
    assert called.read_text() == shape.format(line, _file(library))


def test_a_shipped_file_is_not_opened_but_a_copy_laid_over_it_is(drafter, editor, tmp_path):
    called = editor("vim")
    shipped = clauses_folder() / "zh/ga/79/A_79_439_Add.2.yaml"
    before = shipped.read_bytes()
    refused = drafter("library", "edit", OP16)
    assert refused.code == 3
    assert "--overlay" in refused.err
    assert not called.exists()
    assert drafter("library", "edit", OP16, "--overlay").code == 0
    copy = tmp_path / "config/clauses/zh/ga/79/A_79_439_Add.2.yaml"
    assert copy.read_bytes() == before == shipped.read_bytes()
    assert called.read_text().endswith(str(copy))
    assert drafter("library", "edit", OP16).code == 0


def test_without_an_editor_that_is_said(drafter, library, monkeypatch):
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    assert drafter("library", "edit", OWN, "--library", library).code == 2
    monkeypatch.setenv("EDITOR", "/nowhere/ed")
    assert drafter("library", "edit", OWN, "--library", library).code == 2


def test_a_clause_is_retired_shown_and_found_only_when_asked(drafter, library):
    words = ("library", "retire", OWN, "--why", "已被取代", "--library", library)
    shown = drafter(*words, "--dry-run")
    assert "+    retired:" in shown.out
    assert "retired:" not in _file(library).read_text(encoding="utf-8")
    done = drafter(*words, "--json").json
    assert (done["written"], len(done["files"])) == (True, 1)
    asked = ("search", "汇款", "--library", library, "--json")
    assert drafter(*asked).json["hits"] == []
    (hit,) = drafter(*asked, "--retired").json["hits"]
    assert (hit["clause"], hit["retired"]) == (OWN, "已被取代")
    assert "已被取代" in hit["citation"]


def test_a_retirement_needs_a_reason_a_clause_and_one_to_use_instead_that_is_there(
    drafter, library
):
    for words in (
        (OWN,), ("A/81/L.3#resolution/op9", "--why", "x"), (OWN, "--why", "x", "--by", OWN),
        (OWN, "--why", "x", "--by", "A/81/L.3#resolution/op9"),
    ):  # fmt: skip
        assert drafter("library", "retire", *words, "--library", library).code == 2
    assert drafter("library", "retire", OP16, "--why", "x").code == 3


def test_a_file_is_added_in_the_language_of_new_drafts_unless_another_is_given(drafter, tmp_path):
    done = drafter("library", "add", "A/81/L.4", "--library", tmp_path)
    assert done.code == 0, done.err
    assert (tmp_path / "en/ga/81/A_81_L.4.yaml").is_file()


@pytest.mark.parametrize("name", ["A/81/L.5;rm", "../../pwn", "A//L.5", "a\nb", ""])
def test_what_cannot_be_a_symbol_is_refused(drafter, tmp_path, name):
    words = ("library", "add", name, "--lang", "zh", "--stage", "draft", "--library", tmp_path)
    assert drafter(*words).code == 2
    assert not list(tmp_path.rglob("*.yaml"))


def test_a_name_that_is_no_united_nations_symbol_is_told(drafter, tmp_path):
    words = ("--lang", "zh", "--stage", "draft", "--library", tmp_path)
    odd = drafter("library", "add", "hello world", *words)
    assert odd.code == 0
    assert "“hello world” is not a United Nations document symbol" in odd.err
    assert "symbol" not in drafter("library", "add", "A/81/L.6", *words).err


def test_a_draft_is_not_added_as_adopted(drafter, tmp_path):
    words = ("--lang", "zh", "--stage", "adopted", "--library", tmp_path)
    refused = drafter("library", "add", "A/81/L.5", *words)
    assert refused.code == 2
    assert "symbol of a text whose stage is draft" in refused.err


def test_a_fix_of_a_finding_that_is_none_is_refused(drafter, library):
    refused = drafter("library", "fix", library, "--select", "NOPE")
    assert refused.code == 2
    assert "NOPE" in refused.err
    assert drafter("library", "fix", library, "--select", "P101,stray-space").code == 0


def test_an_editor_that_fails_is_told(drafter, library, monkeypatch):
    monkeypatch.setenv("VISUAL", "false")
    done = drafter("library", "edit", OWN, "--library", library)
    assert done.code == 2
    assert "false ended with an error (1)" in done.err


def test_a_file_is_not_said_to_be_a_folder_that_is_missing(drafter, library):
    for words in (("check", _file(library)), ("format", _file(library))):
        done = drafter("library", *words)
        assert (done.code, "This is not a folder" in done.err) == (2, True)
    assert "no such folder" in drafter("library", "check", library / "nothere").err


def test_an_empty_path_is_not_the_current_folder(drafter):
    for words in (("check", ""), ("stats", "")):
        done = drafter("library", *words)
        assert done.code == 2
        assert "empty path" in done.err


def test_a_corrigendum_for_a_library_that_is_not_there_says_so(drafter, tmp_path):
    words = ("--at", "A/70/L.61#resolution/op1", "--for", "a", "--read", "b")
    missing = tmp_path / "nothere"
    done = drafter("library", "correct", "A/70/L.61/Corr.1", *words, "--library", missing)
    assert done.code == 2
    assert "no such folder" in done.err
    assert not missing.exists()


def test_rows_that_are_missing_are_told(drafter, tmp_path):
    done = drafter("library", "import", tmp_path / "none.jsonl", "-o", tmp_path / "out")
    assert done.code == 2
    assert "There is no such file" in done.err
