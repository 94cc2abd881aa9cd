"""A clause file is changed without losing what people wrote beside it."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.errors import RefusedOverwrite, UnreadableInput
from drafter.library import Curated, check, import_document
from drafter.library.clause_file import parse
from drafter.library.clause_writing import rewritten
from drafter.library.revising import Revision, formatted, revised, write
from drafter.model.edits import delete
from tests.library.samples import ANNEXED, annexed

FILE = Path("x.yaml")
PLACE = "resolution/annex-1/46"
HAND_MADE = """\
# my own remark
source: {symbol: A/79/L.1, stage: draft,   # as issued
         language: zh}
format: 1
blocks:

  # this one was disputed
  - kind: operative
    id: resolution/op1   # first
    text: '*决定*。'
    opening: 决定
part: resolution
type: draft-resolution
"""


@pytest.fixture
def path(folder):
    return folder / "zh/ga/70/A_70_L.61.yaml"


@pytest.fixture
def noted(path, rewrite):
    rewrite(path, "    opening: 又回顾\n", "    # as in 69/1\n    opening: 又回顾 # checked\n")
    rewrite(
        path, "      - id: resolution/annex-1/46\n", "      # ours\n      - id: " + PLACE + "\n"
    )
    return path


def test_an_import_keeps_comments_and_changes_what_it_must(noted, folder):
    before = noted.read_text(encoding="utf-8")
    import_document(annexed(), ANNEXED, folder)
    assert noted.read_text(encoding="utf-8") == before
    root = replace(annexed().root, heading_read="决议草案")
    import_document(replace(annexed(), root=root), ANNEXED, folder)
    after = noted.read_text(encoding="utf-8").splitlines()
    changed = [line for line in after if line not in before.splitlines()]
    assert [line.partition(":")[0] for line in changed] == ["imported", "heading_read"]


def test_the_comment_of_a_clause_that_is_gone_is_kept(noted, folder):
    import_document(delete(annexed(), PLACE), ANNEXED, folder)
    assert "# ours\n" in noted.read_text(encoding="utf-8")


def test_a_file_of_canonical_form_is_formatted_to_itself(path, noted):
    assert not formatted(path).changed


def test_a_hand_made_file_gets_the_canonical_form_and_says_the_same(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text(HAND_MADE, encoding="utf-8")
    revision = formatted(path)
    assert path.read_text(encoding="utf-8") == HAND_MADE
    write([revision])
    text = path.read_text(encoding="utf-8")
    assert parse(text.encode(), FILE) == parse(HAND_MADE.encode(), FILE)
    assert not formatted(path).changed
    assert text.endswith(
        "  stage: draft # as issued\n"
        "type: draft-resolution\n"
        "part: resolution\n"
        "blocks:\n"
        "  # this one was disputed\n"
        "  - id: resolution/op1 # first\n"
        "    kind: operative\n"
        "    opening: 决定\n"
        "    text: |-\n"
        "      *决定*。\n"
    )
    assert "# my own remark\n" in text


def test_formatting_hides_no_wrong_opening(path, rewrite, folder):
    rewrite(path, "    opening: 又回顾\n", "    opening:   回顾\n")
    write([formatted(path)])
    assert [finding.code for finding in check(folder)] == ["opening-not-at-start"]
    assert "    opening: 回顾\n" in path.read_text(encoding="utf-8")


def test_a_change_is_shown_and_only_then_written(path):
    before = path.read_text(encoding="utf-8")
    added = Curated(topics=("remittances",))
    revision = revised(path, lambda file: replace(file, curated=((PLACE, added),)))
    assert path.read_text(encoding="utf-8") == before
    assert [line for line in revision.difference("x").splitlines() if line[0] in "+-"] == [
        "--- a/x", "+++ b/x", "+        topics:", "+          - remittances",
    ]  # fmt: skip
    write([revision])
    assert dict(parse(path.read_bytes(), path).curated) == {PLACE: added}


def test_a_file_that_changed_meanwhile_is_not_written_nor_any_other(path, folder, rewrite):
    other = folder / "zh/ga/79/A_79_439_Add.2.yaml"
    revisions = [
        Revision(each, each.read_bytes(), each.read_bytes() + b"# x\n") for each in (other, path)
    ]
    rewrite(path, "op1", "op2")
    with pytest.raises(RefusedOverwrite):
        write(revisions)
    assert b"# x" not in other.read_bytes()


def test_a_new_file_is_a_change_from_nothing(tmp_path):
    revision = Revision(tmp_path / "a/b.yaml", None, b"format: 1\n")
    assert revision.difference("b").splitlines()[:2] == ["--- /dev/null", "+++ b/b"]
    write([revision])
    assert (tmp_path / "a/b.yaml").read_bytes() == b"format: 1\n"
    with pytest.raises(RefusedOverwrite):
        write([revision])


def test_a_broken_file_is_neither_formatted_nor_changed(path, rewrite):
    rewrite(path, "stage: draft", "stage: sketch")
    with pytest.raises(UnreadableInput):
        formatted(path)


SHIPPED = Path(__file__).resolve().parents[2] / "clauses/zh/ga/68/A_68_L.5.yaml"


@settings(deadline=None, max_examples=50)
@given(st.lists(st.integers(0, 400), max_size=6), st.booleans())
def test_comments_anywhere_in_a_shipped_file_outlive_any_change(lines, change):
    held = SHIPPED.read_text(encoding="utf-8").splitlines()
    for number, at in enumerate(sorted(lines, reverse=True)):
        if not re.match(r" *(- )?[a-z_]+:", held[at]):
            continue  # a comment between two lines of one scalar is none
        indent = len(held[at]) - len(held[at].lstrip(" -"))
        held.insert(at, f"{' ' * min(indent, 4)}# remark {number}")
    text = "\n".join(held) + "\n"
    file = parse(text.encode(), FILE)
    if change:
        file = replace(file, curated=(("resolution/op1", Curated(note="见上")),), imported="")
    after = rewritten(text.encode(), file)
    again = parse(after, FILE)
    assert again == file
    assert sorted(_remarks(after.decode())) == sorted(_remarks(text))
    assert rewritten(after, again) == after


def _remarks(text):
    return [line.strip() for line in text.splitlines() if line.strip().startswith("# remark")]
