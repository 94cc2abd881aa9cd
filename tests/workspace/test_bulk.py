"""Many documents into a library: nothing lost, nothing twice, the same with any number of jobs."""

import json
import shutil

import pytest

from drafter.errors import Locked, UnreadableInput, UsageError
from drafter.readers import ReadOptions
from drafter.workspace.bulk import filing, ledger
from drafter.workspace.bulk.advice import suggested_symbol
from drafter.workspace.bulk.filing import filed
from drafter.workspace.bulk.gathering import Passed, gathered
from drafter.workspace.bulk.pool import ReadingHere
from drafter.workspace.bulk.summary import Summary
from drafter.workspace.folders import state_folder
from drafter.workspace.importing import import_to_draft
from tests.workspace import bulk
from tests.workspace.bulk import came, filed_all, library_bytes, write_draft, write_drafts


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "in"
    path.mkdir()
    return path


@pytest.fixture
def library(tmp_path):
    return tmp_path / "library"


@pytest.fixture
def read_here(monkeypatch):
    """Files are read in this process: what comes of them does not hang on who reads them."""

    def here(jobs, *, read, seconds):
        return ReadingHere(read)

    monkeypatch.setattr(filing, "ReadingPool", here)


reads_here = pytest.mark.usefixtures("read_here")


def clause_of(library, number):
    return library / "en" / "ga" / "81" / f"A_C.2_81_L.{number}.yaml"


# what is found


def test_of_a_folder_documents_are_read_and_the_rest_is_counted(folder):
    write_draft(folder / "b.txt", 1)
    write_draft(folder / "deep" / "er" / "a.TXT", 2)
    for name in (
        ".DS_Store",
        ".hidden/c.txt",
        "~$b.docx",
        "x.txt.part",
        "old.doc",
        "a.png",
        "b.zip",
    ):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).touch()
    (folder / "manifest.yaml").write_text("{}")
    found = gathered([folder])
    assert [path.name for path in found.files] == ["b.txt", "a.TXT"]
    reasons = {each.path.name: each.reason for each in found.skipped}
    assert reasons == {
        ".DS_Store": Passed.HIDDEN,
        ".hidden": Passed.HIDDEN,
        "~$b.docx": Passed.TEMPORARY,
        "x.txt.part": Passed.TEMPORARY,
        "old.doc": Passed.WORD_PROCESSOR,
        "a.png": Passed.NO_DOCUMENT,
        "b.zip": Passed.NO_DOCUMENT,
    }


def test_links_that_lead_round_are_followed_once(folder, symlinks):
    write_draft(folder / "sub" / "a.txt", 1)
    (folder / "sub" / "up").symlink_to(folder)
    (folder / "again").symlink_to(folder / "sub")
    found = gathered([folder])
    assert len(found.files) == 1
    assert {each.reason for each in found.skipped} == {Passed.SEEN}


def test_a_file_that_is_named_is_read_whatever_its_name(folder):
    path = write_draft(folder / "hidden" / ".odd", 1)
    assert gathered([path, path]).files == (path,)


def test_a_folder_without_documents_says_so(folder):
    (folder / "a.png").touch()
    with pytest.raises(UsageError):
        gathered([folder])


def test_a_path_that_is_not_there_is_an_error(folder):
    with pytest.raises(UnreadableInput):
        gathered([folder / "none.txt"])


# the same library


def test_any_number_of_jobs_makes_the_same_library(folder, tmp_path):
    write_drafts(folder, 9)
    one = filed_all(folder, tmp_path / "one", jobs=1)
    many = filed_all(folder, tmp_path / "many", jobs=3, read=bulk.slow_first)
    assert [row.path for row in one] == [row.path for row in many]
    assert came(one) == came(many)
    assert library_bytes(tmp_path / "one") == library_bytes(tmp_path / "many")
    assert len(list((tmp_path / "one").rglob("*.yaml"))) == 9


def test_a_second_import_reads_nothing_again(folder, library):
    write_drafts(folder, 3)
    first = filed_all(folder, library)
    before = library_bytes(library)
    again = filed_all(folder, library, jobs=2, read=bulk.refuse_to_read)
    assert set(came(first).values()) == {"created"}
    assert set(came(again).values()) == {"already"}
    assert library_bytes(library) == before
    assert [row.findings for row in again] == [row.findings for row in first]
    assert [row.paragraphs for row in again] == [row.paragraphs for row in first]


@reads_here
def test_what_changed_is_read_again(folder, library):
    write_drafts(folder, 3)
    filed_all(folder, library)
    write_draft(folder / "002.txt", 2, "Brazil, Chile")
    assert came(filed_all(folder, library)) == {
        "001.txt": "already", "002.txt": "merged", "003.txt": "already",
    }  # fmt: skip


@reads_here
def test_other_options_or_another_reader_read_again(folder, library, monkeypatch):
    write_drafts(folder, 2)
    filed_all(folder, library)
    other = ReadOptions(date="2026-11-03")
    rows = list(filed(gathered([folder]), library, other))
    assert "already" not in came(rows).values()
    filed_all(folder, library)
    monkeypatch.setattr(ledger, "made_by", lambda: "a later version")
    assert set(came(filed_all(folder, library)).values()) == {"unchanged"}


@reads_here
def test_a_clause_file_that_is_gone_is_made_again(folder, library):
    write_drafts(folder, 2)
    filed_all(folder, library)
    clause_of(library, 1).unlink()
    assert came(filed_all(folder, library)) == {"001.txt": "created", "002.txt": "already"}


@reads_here
def test_the_record_of_what_was_filed_may_be_lost_or_torn(folder, library):
    write_drafts(folder, 3)
    filed_all(folder, library)
    (record,) = (state_folder() / "imports").iterdir()
    data = record.read_bytes()
    record.write_bytes(data[: len(data) - 40])
    rows = came(filed_all(folder, library))
    assert sorted(rows.values()) == ["already", "already", "unchanged"]
    assert set(came(filed_all(folder, library)).values()) == {"already"}
    shutil.rmtree(state_folder())
    assert set(came(filed_all(folder, library)).values()) == {"unchanged"}


def test_the_record_is_private_and_does_not_grow(folder, library):
    write_drafts(folder, 1)
    for _ in range(12):
        list(filed(gathered([folder / "001.txt"]), library, ReadOptions(), force=True))
    (record,) = (state_folder() / "imports").iterdir()
    assert len(record.read_bytes().splitlines()) <= 7
    assert all(json.loads(line) for line in record.read_bytes().splitlines())
    assert record.stat().st_mode & 0o077 == 0


def test_an_import_that_is_stopped_goes_on_where_it_stopped(folder, library, tmp_path):
    write_drafts(folder, 6)
    rows = filed(gathered([folder]), library, ReadOptions(), jobs=2)
    stopped = [next(rows).path.name for _ in range(3)]
    rows.close()
    assert stopped == ["001.txt", "002.txt", "003.txt"]
    outcome = came(filed_all(folder, library, jobs=2))
    assert [outcome[name] for name in sorted(outcome)] == ["already"] * 3 + ["created"] * 3
    filed_all(folder, tmp_path / "whole")
    assert library_bytes(library) == library_bytes(tmp_path / "whole")


def test_two_imports_into_one_library_do_not_run_at_once(folder, library):
    write_drafts(folder, 2)
    rows = filed(gathered([folder]), library, ReadOptions())
    next(rows)
    with pytest.raises(Locked):
        filed_all(folder, library)
    rows.close()
    assert len(filed_all(folder, library)) == 2


# what goes wrong with one file


@pytest.mark.parametrize(
    ("read", "message"),
    [
        (bulk.die_on_bad, "workspace.reading-stopped"),
        (bulk.break_on_bad, "workspace.reading-stopped"),
        (bulk.fill_memory_on_bad, "workspace.reading-stopped"),
        (bulk.refuse_bad, "reading.not-text"),
    ],
)
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_that_breaks_its_reader_costs_only_itself(folder, library, read, message, jobs):
    write_drafts(folder, 3)
    write_draft(folder / "bad.txt", 90)
    rows = {row.path.name: row for row in filed_all(folder, library, jobs=jobs, read=read)}
    assert [rows[f"00{n}.txt"].came.value for n in (1, 2, 3)] == ["created"] * 3
    assert rows["bad.txt"].came.value == "failed"
    assert rows["bad.txt"].error.message_id == message
    assert rows["bad.txt"].exit_code == 2


def test_what_broke_is_named(folder, library):
    write_draft(folder / "bad.txt", 1)
    write_draft(folder / "good.txt", 2)
    (bad, _) = filed_all(folder, library, read=bulk.break_on_bad)
    assert bad.error.params["reason"] == "KeyError: 'of the reader'"


def test_a_file_that_takes_too_long_is_given_up(folder, library):
    write_drafts(folder, 2)
    write_draft(folder / "bad.txt", 90)
    rows = came(filed_all(folder, library, jobs=2, read=bulk.hang_on_bad, seconds=4))
    assert rows == {"001.txt": "created", "002.txt": "created", "bad.txt": "failed"}


def test_a_process_that_was_ended_from_outside_costs_no_file(folder, library):
    write_drafts(folder, 3)
    assert set(came(filed_all(folder, library, jobs=2, read=bulk.die_once)).values()) == {"created"}


def test_a_document_that_does_not_say_what_it_is_is_not_guessed(folder, library):
    text = "大会，\n\n    回顾其决议，\n\n    1. 请秘书长提交报告。\n"
    path = folder / "A_C.2_81_L.30-ZH.txt"
    path.write_text(text, encoding="utf-8")
    (row,) = filed_all(folder, library)
    assert row.error.params["needed"] == "symbol, stage"
    assert row.error.params["suggested"] == "A/C.2/81/L.30"
    assert not library.exists()
    (folder / "manifest.yaml").write_text(f"{path.name}:\n  symbol: A/C.2/81/L.30\n")
    assert came(filed_all(folder, library)) == {path.name: "created"}


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("A_C.2_80_L.18.pdf", "A/C.2/80/L.18"),
        ("A_RES_78_186-EN.docx", "A/RES/78/186"),
        ("A_79_439_Add.2_zh.txt", "A/79/439/Add.2"),
        ("N2412345.pdf", ""),
        ("notes of the meeting.txt", ""),
    ],
)
def test_the_name_of_a_file_suggests_a_symbol_or_none(tmp_path, name, symbol):
    assert suggested_symbol(tmp_path / name) == symbol


# one document in two files


@pytest.fixture
def twins(folder):
    """A draft as text, and as the native file made from it."""
    text = write_draft(folder / "a.txt", 7)
    native, _ = import_to_draft(text, ReadOptions(), folder / "z")
    return text, native


def test_of_one_document_in_two_formats_the_better_is_filed(folder, library, twins):
    rows = {row.path.name: row for row in filed_all(folder, library, jobs=2)}
    assert came(rows.values()) == {"z.draft.yaml": "created", "a.txt": "duplicate"}
    assert rows["a.txt"].kept == "z.draft.yaml"
    assert rows["a.txt"].differing == 0
    before = library_bytes(library)
    for jobs in (1, 2):
        again = filed_all(folder, library, jobs=jobs, read=bulk.refuse_to_read)
        assert came(again) == {"z.draft.yaml": "already", "a.txt": "duplicate"}
    filed_all(folder, library, force=True)
    assert library_bytes(library) == before


def test_a_worse_format_that_comes_later_does_not_take_its_place(library, twins):
    text, native = twins
    list(filed(gathered([native]), library, ReadOptions()))
    before = library_bytes(library)
    (row,) = filed(gathered([text]), library, ReadOptions())
    assert (row.came.value, row.kept) == ("duplicate", native.name)
    assert library_bytes(library) == before


@reads_here
def test_a_better_format_that_comes_later_takes_its_place(folder, library, twins):
    text, native = twins
    list(filed(gathered([text]), library, ReadOptions()))
    assert came(filed_all(folder, library))[native.name] in ("merged", "unchanged")
    assert came(filed_all(folder, library))["a.txt"] == "duplicate"


@reads_here
def test_two_files_that_say_different_things_under_one_symbol_are_told(folder, library):
    write_draft(folder / "a.txt", 7)
    other = write_draft(folder / "b.txt", 7)
    words = other.read_text(encoding="utf-8").replace("debt relief", "relief")
    other.write_text(words, encoding="utf-8")
    (first, second) = filed_all(folder, library, jobs=2)
    assert (first.came.value, second.came.value, second.kept) == ("created", "duplicate", "a.txt")
    assert second.differing == 1


@reads_here
def test_a_copy_of_a_file_makes_neither_of_them_read_again(folder, library):
    first = write_draft(folder / "a.txt", 7)
    shutil.copy(first, folder / "b.txt")
    assert came(filed_all(folder, library)) == {"a.txt": "created", "b.txt": "duplicate"}
    for _ in range(2):
        again = filed_all(folder, library, read=bulk.refuse_to_read)
        assert came(again) == {"a.txt": "already", "b.txt": "duplicate"}


# work done by hand


@reads_here
def test_a_text_edited_by_hand_is_not_overwritten_and_both_are_shown(folder, library):
    write_drafts(folder, 2)
    filed_all(folder, library)
    file = clause_of(library, 1)
    file.write_text(file.read_text("utf-8").replace("debt relief", "relief of debt"), "utf-8")
    before = file.read_bytes()
    first, second = filed_all(folder, library)
    assert (first.came.value, first.exit_code) == ("refused", 3)
    assert "relief of debt" in first.error.params["diff"]
    assert "debt relief" in first.error.params["diff"]
    assert second.came.value == "already"
    assert file.read_bytes() == before
    assert filed_all(folder, library, force=True)[0].came.value == "merged"
    assert filed_all(folder, library)[0].came.value == "already"


@reads_here
def test_a_source_corrected_by_hand_is_not_overwritten_either(folder, library):
    write_drafts(folder, 2)
    filed_all(folder, library)
    file = clause_of(library, 1)
    words = file.read_text("utf-8")
    date = next(line for line in words.splitlines() if line.startswith("  date: "))
    file.write_text(words.replace(date, "  date: 4 November 2026"), "utf-8")
    refused, _ = filed_all(folder, library)
    assert (refused.came.value, refused.error.params["fields"]) == ("refused", "date")
    assert "4 November 2026" in refused.error.params["diff"]
    assert filed_all(folder, library, force=True)[0].came.value == "merged"


@reads_here
def test_a_source_that_was_added_to_by_hand_is_kept(folder, library):
    write_drafts(folder, 2)
    filed_all(folder, library)
    file = clause_of(library, 1)
    words = file.read_text("utf-8")
    added = words.replace(
        "  stage: draft\n", "  stage: draft\n  adopted_as:\n    resolution: 81/9\n"
    )
    file.write_text(added, "utf-8")
    write_draft(folder / "001.txt", 1, "Brazil, Chile")
    assert filed_all(folder, library)[0].came.value == "merged"
    assert "resolution: 81/9" in file.read_text("utf-8")


@reads_here
def test_what_was_curated_is_kept(folder, library):
    write_drafts(folder, 2)
    filed_all(folder, library)
    file = clause_of(library, 1)
    head = "- id: resolution/pp1\n"
    file.write_text(file.read_text("utf-8").replace(head, head + "    note: mine\n", 1), "utf-8")
    assert "note: mine" in file.read_text("utf-8")
    assert came(filed_all(folder, library))["001.txt"] in ("unchanged", "merged")
    write_draft(folder / "001.txt", 1, "Brazil, Chile")
    assert came(filed_all(folder, library))["001.txt"] == "merged"
    assert "mine" in file.read_text("utf-8")


# the summary


@reads_here
def test_a_summary_groups_what_to_check_and_why_files_are_missing(folder, library):
    write_drafts(folder, 2)
    (folder / "empty.txt").write_text("")
    found = gathered([folder])
    summary = Summary(library, 3, tuple(filed(found, library, ReadOptions())), found.skipped)
    (reason,) = summary.reasons
    assert [path.name for path, _ in reason.files] == ["empty.txt"]
    assert "--symbol" in reason.hint
    assert summary.exit_code == 2
    assert summary.record["counts"]["created"] == 2
    assert [row["outcome"] for row in summary.record["documents"]] == [
        "created", "created", "failed",
    ]  # fmt: skip
