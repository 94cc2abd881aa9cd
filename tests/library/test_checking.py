"""What a maintainer is told about a folder of clause files."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from drafter import messages
from drafter.library import check, import_document
from drafter.messages import LOCALE_FOLDER
from drafter.model.findings import Severity
from tests.library.samples import ANNEXED, annexed

FILE = "zh/ga/70/A_70_L.61.yaml"


def _found(folder):
    return [(f.code, f.severity.value) for f in check(folder)]


@pytest.fixture
def path(folder):
    return folder / FILE


def test_what_an_import_wrote_is_sound(folder):
    assert _found(folder) == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("    opening: 又回顾\n", "    opening: 回顾\n", [("opening-not-at-start", "error")]),
        ("    opening: 又回顾\n", "", [("opening-not-at-start", "error")]),
        ("*又回顾*其", "又*回顾*其", [("opening-not-at-start", "error"), ("text-edited", "info")]),
        ("      - n1\n", "      - n2\n", [("footnotes-unlike-marks", "error")]),
        ("决定，[^n1]", "决定，", [
            ("text-edited", "info"), ("footnotes-unlike-marks", "error"),
            ("note-without-mark", "warning"),
        ]),
        ("我们认识到侨民和汇款。", "我们认识到 侨民和汇款。", [
            ("text-edited", "info"), ("stray-space", "warning"),
        ]),
        ("我们认识到侨民和汇款。", "", [("text-edited", "info"), ("empty-clause", "error")]),
        ("便利移民汇款；", "便利[^n9]；", [("mark-without-note", "error")]),
        ("id: resolution/op1", "id: resolution/pp1", [("duplicate-id", "error")]),
        ("language: zh", "language: tlh", [
            ("misplaced-file", "warning"), ("unknown-language", "error"),
        ]),
        ("symbol: A/70/L.61", "symbol: draft 1", [
            ("misplaced-file", "warning"), ("odd-symbol", "warning"),
        ]),
        ("symbol: A/70/L.61", "symbol: A/RES/71/1", [
            ("misplaced-file", "warning"), ("stage-unlike-symbol", "error"),
            ("session-unlike-symbol", "warning"),
        ]),
        ("resolution/annex-1: 71/1", "resolution/annex-2: 71/1", [("unknown-part", "error")]),
        ("    opening: 决定\n", "    opening: 决定\n    topics: [x]\n    addressees: [y]\n",
         [("unknown-term", "warning"), ("unknown-term", "warning")]),
        ("stage: draft", "stage: sketch", [("wrong-value", "error")]),
        ("  symbol: A/70/L.61\n", "", [("missing-field", "error")]),
        ("kind: enacting", "kind: enacting\n    kind: title", [("duplicate-key", "error")]),
    ],
)  # fmt: skip
def test_each_fault_is_told(path, folder, rewrite, old, new, found):
    rewrite(path, old, new)
    assert sorted(_found(folder)) == sorted(found)


def test_each_fault_is_told_with_file_and_line(path, folder, rewrite):
    rewrite(path, "    opening: 又回顾\n", "    opening: 回顾\n")
    (finding,) = check(folder)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert finding.place.file == str(path)
    assert "opening: 回顾" in lines[finding.place.line - 1]
    assert finding.place.element == "resolution/pp2"
    assert finding.values == {"found": "回顾", "marked": "又回顾"}


def test_terms_of_the_tables_are_known(path, folder, rewrite):
    rewrite(path, "    opening: 决定\n", "    opening: 决定\n    topics: [remittances]\n")
    (folder / "topics.yaml").write_text(
        "format: 1\ntopics:\n  remittances:\n    zh: 汇款\n", encoding="utf-8"
    )
    assert _found(folder) == []


@pytest.mark.parametrize(
    "table",
    ["", "x", "format: 2\ntopics: {}\n", "format: 1\ntopics: [a]\n",
     "format: 1\ntopics: {A b: {zh: x}}\n",
     "format: 1\ntopics: {a: x}\n", "format: 1\ntopics: {a: {zh: }}\n", "format: 1\nother: {}\n"],
)  # fmt: skip
def test_a_broken_table_of_topics_is_told(folder, table):
    (folder / "topics.yaml").write_text(table, encoding="utf-8")
    assert _found(folder) == [("vocabulary-shape", "error")]


def test_the_same_source_twice_is_told(path, folder):
    (folder / "copy.yaml").write_bytes(path.read_bytes())
    assert _found(folder) == [("misplaced-file", "warning"), ("duplicate-source", "error")]


def test_every_file_is_looked_at_whatever_is_wrong_with_another(path, folder, rewrite):
    rewrite(path, "stage: draft", "stage: sketch")
    other = folder / "zh/ga/79/A_79_439_Add.2.yaml"
    rewrite(other, "stage: committee", "stage: committee: x")
    found = check(folder)
    assert {f.place.file for f in found} == {str(path), str(other)}
    assert all(f.severity is Severity.ERROR for f in found)


@pytest.fixture
def known():
    """The ids of the room's catalogue."""
    lines = (Path(LOCALE_FOLDER) / "en/LC_MESSAGES/library.po").read_text(encoding="utf-8")
    return set(re.findall(r'^msgid "(library\.[^"]+)"', lines, re.M))


def test_every_sentence_is_there_in_both_languages(known):
    for language in messages.LANGUAGES:
        messages.set_language(language)
        assert not {message for message in known if messages.say(message) == message}
    messages.set_language("en")


def test_every_finding_of_the_room_has_its_sentence(known):
    room = Path(__file__).resolve().parents[2] / "drafter" / "library"
    source = "".join(path.read_text(encoding="utf-8") for path in room.glob("*.py"))
    codes = re.findall(r'\bproblem\(\s*"([a-z0-9-]+)"', source)
    named = re.findall(r'"(library\.[a-z0-9-]*[a-z0-9])"', source)
    assert len(codes) > 20
    assert {f"library.{code}" for code in codes} | set(named) <= known
    assert {f"library.not-{kind}" for kind in ("text", "list", "table")} <= known


def test_two_language_versions_of_one_source_are_no_duplicates(folder):
    english = replace(annexed(), language="en")
    import_document(english, replace(ANNEXED, language="en"), folder)
    assert "duplicate-source" not in {code for code, _ in _found(folder)}


def test_a_file_that_is_a_list_is_told_in_words(path, folder):
    path.write_text("- a\n- b\n", encoding="utf-8")
    found = [each for each in check(folder) if each.place.file == str(path)]
    assert [each.code for each in found] == ["not-clause-file"]


@pytest.mark.parametrize(
    "change", [("stage: draft", "stage: sketch"), ("    opening: 决定\n", "    review: maybe\n")]
)
def test_what_is_allowed_is_never_nothing(path, folder, rewrite, change):
    rewrite(path, *change)
    allowed = [str(each.values["allowed"]) for each in check(folder) if each.code == "wrong-value"]
    assert len(allowed) == 1
    assert all(each.strip() for each in allowed[0].split(","))
