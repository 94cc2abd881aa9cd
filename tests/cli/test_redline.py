"""`drafter redline --into`."""

import pytest

from drafter.readers import ReadOptions, read
from tests.writers.tracked import official as made


@pytest.fixture
def folder(tmp_path, drafter):
    (tmp_path / "official.docx").write_bytes(made.official())
    draft = tmp_path / "mine.draft.yaml"
    assert drafter("import", str(tmp_path / "official.docx"), "-o", str(draft)).code == 0
    text = draft.read_text(encoding="utf-8")
    draft.write_text(text.replace("measure their", "monitor their"), encoding="utf-8")
    return tmp_path


def redline(drafter, folder, *more):
    return drafter(
        "redline", str(folder / "mine.draft.yaml"), "--into", str(folder / "official.docx"),
        "-o", str(folder / "out.docx"), *more,
    )  # fmt: skip


def changes(folder):
    return [
        (each.kind, each.text, each.author, each.date)
        for each in read(folder / "out.docx", ReadOptions(language="en")).changes
    ]


def test_changes_are_tracked_in_a_copy_of_the_official_file(drafter, folder):
    ran = redline(drafter, folder, "--date", "2026-11-21")
    assert ran.code == 0
    assert "2 tracked changes" in ran.out
    assert changes(folder) == [
        ("deleted", "measure", "Delegation", "2026-11-21T00:00:00Z"),
        ("inserted", "monitor", "Delegation", "2026-11-21T00:00:00Z"),
    ]


def test_the_author_is_who_is_named(drafter, folder):
    assert redline(drafter, folder, "--author", "Delegation of Arcadia").code == 0
    assert {author for _, _, author, _ in changes(folder)} == {"Delegation of Arcadia"}


def test_the_same_day_gives_the_same_bytes(drafter, folder):
    assert redline(drafter, folder, "--date", "2026-11-21").code == 0
    first = (folder / "out.docx").read_bytes()
    assert redline(drafter, folder, "--date", "2026-11-21", "--force").code == 0
    assert (folder / "out.docx").read_bytes() == first


def test_a_file_that_is_there_is_not_written_over(drafter, folder):
    (folder / "out.docx").write_bytes(b"mine")
    assert redline(drafter, folder).code == 3
    assert (folder / "out.docx").read_bytes() == b"mine"


@pytest.mark.parametrize(
    "date",
    [
        "yesterday", "2026-13-01", "20260101", "2026-W03-1", "2026-01-01 10:00",
        "9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+12:00", "5/6/2026",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(date, drafter, folder):
    ran = redline(drafter, folder, "--date", date)
    assert ran.code == 2
    assert date in ran.err


def test_a_day_is_understood_as_it_is_typed(drafter, folder):
    assert redline(drafter, folder, "--date", "٢٠٢٦年１月31日").code == 0
    assert {date for _, _, _, date in changes(folder)} == {"2026-01-31T00:00:00Z"}


def test_in_chinese_too(drafter, folder):
    ran = drafter(
        "--ui-lang", "zh", "redline", str(folder / "mine.draft.yaml"),
        "--into", str(folder / "official.docx"), "-o", str(folder / "out.docx"),
    )  # fmt: skip
    assert "2处修订" in ran.out
    assert {author for _, _, author, _ in changes(folder)} == {"代表团"}


@pytest.mark.parametrize("name", ["mine.draft.yaml", "official.docx", "another.yaml"])
def test_neither_the_draft_nor_the_official_file_is_ever_written_over(name, drafter, folder):
    (folder / "another.yaml").hardlink_to(folder / "mine.draft.yaml")
    before = (folder / name).read_bytes()
    ran = redline(drafter, folder, "--force", "-o", str(folder / name))
    assert ran.code == 3
    assert name in ran.err
    assert (folder / name).read_bytes() == before


@pytest.mark.parametrize(
    ("date", "borne"),
    [
        ("2026-11-21T09:30:00+02:00", "2026-11-21T07:30:00Z"),
        ("2026-11-21T09:30", "2026-11-21T09:30:00Z"),
        ("0099-01-01", "0099-01-01T00:00:00Z"),
    ],
)
def test_a_day_or_a_moment_is_borne_in_universal_time(date, borne, drafter, folder):
    assert redline(drafter, folder, "--date", date).code == 0
    assert {when for _, _, _, when in changes(folder)} == {borne}


@pytest.mark.parametrize("author", ["\x01", "  ", "\u202e", "A" * 256])
def test_what_is_no_name_is_refused(author, drafter, folder):
    ran = redline(drafter, folder, "--author", author)
    assert ran.code == 2
    assert "255" in ran.err
    assert not (folder / "out.docx").exists()


def test_a_name_has_neither_controls_nor_marks_that_turn_it_round(drafter, folder):
    assert redline(drafter, folder, "--author", "Côte\u202e d\x07’Ivoire\nUN").code == 0
    assert {author for _, _, author, _ in changes(folder)} == {"Côte d’Ivoire UN"}


def test_a_comparison_in_word_refuses_what_is_no_name_too(drafter, folder):
    both = (folder / "official.docx", folder / "mine.draft.yaml")
    ran = drafter("compare", *both, "--to", "docx", "-o", folder / "c.docx", "--author", "\x01")
    assert ran.code == 2


@pytest.mark.parametrize("more", [(), ("--force",)])
def test_the_official_file_with_changes_is_one_file_not_a_folder(more, drafter, folder):
    ran = redline(drafter, folder, "-o", folder, *more)
    assert ran.code == 2
    assert "name the file" in ran.err
