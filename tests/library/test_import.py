"""Imports refresh the text and keep what maintainers added, or refuse and say why."""

import os
from dataclasses import replace

import pytest

from drafter.errors import RefusedOverwrite, UnreadableInput, UsageError
from drafter.library import Curated, Library, Obtained, Source, import_document
from drafter.library.clause_file import parse
from drafter.model.edits import delete, set_text
from drafter.model.markup import parse as marked
from drafter.model.provenance import Stage
from tests.library.samples import ANNEXED, annexed, report

PLACE = "resolution/annex-1/46"


@pytest.fixture
def path(tmp_path):
    return import_document(annexed(), ANNEXED, tmp_path).path


@pytest.fixture
def curated(path, rewrite):
    """The file with a topic, an addressee, a family, a note and a review on paragraph 46."""
    rewrite(
        path,
        f"      - id: {PLACE}\n",
        f"      - id: {PLACE}\n        topics: [remittances]\n        addressees: [states]\n"
        "        family: f\n        note: 注意\n        review: reviewed\n",
    )
    return path


ADDED = Curated(("remittances",), ("states",), "f", "注意", "reviewed")


def _read(path):
    return parse(path.read_bytes(), path)


def _reworded(document=None):
    return set_text(document or annexed(), PLACE, marked("我们认识到侨民的汇款。"))


@pytest.mark.parametrize(
    ("source", "needed"),
    [
        (Source(), "symbol, stage"),
        (Source(stage=Stage.DRAFT), "symbol"),
        (Source(symbol="A/70/L.61"), "stage"),
    ],
)
def test_an_import_without_symbol_or_stage_is_refused(source, needed, tmp_path):
    with pytest.raises(UsageError) as caught:
        import_document(annexed(), source, tmp_path)
    assert caught.value.params == {"needed": needed}
    assert not list(tmp_path.iterdir())


def test_what_the_document_says_of_itself_is_enough(tmp_path):
    known = replace(
        annexed(), stage="draft", masthead=replace(annexed().masthead, symbol="A/70/L.61")
    )
    outcome = import_document(known, Source(), tmp_path)
    source = _read(outcome.path).source
    assert (source.symbol, source.stage, source.session) == ("A/70/L.61", Stage.DRAFT, 70)
    assert (source.body, source.title, source.language) == ("ga", "成果文件草稿", "zh")
    assert source.adopted_as == ()
    assert source.obtained.state == "extracted, unchecked"


def test_the_title_of_a_report_is_that_of_its_draft(tmp_path):
    source = Source(symbol="A/79/439/Add.2", stage=Stage.COMMITTEE)
    outcome = import_document(report(), source, tmp_path)
    assert _read(outcome.path).source.title == "国际移民与发展"


def test_a_new_file_says_what_is_in_it(tmp_path):
    outcome = import_document(annexed(), ANNEXED, tmp_path)
    assert outcome.created
    assert outcome.written
    assert PLACE in outcome.added
    assert outcome.path == tmp_path / "zh/ga/70/A_70_L.61.yaml"


def test_the_same_import_again_changes_no_byte(path, tmp_path):
    before = path.read_bytes(), path.stat().st_mtime_ns
    outcome = import_document(annexed(), ANNEXED, tmp_path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert not (outcome.created or outcome.written or outcome.added or outcome.changed)


def test_the_same_import_after_curation_keeps_it_and_its_place(curated, tmp_path):
    import_document(annexed(), ANNEXED, tmp_path)
    assert dict(_read(curated).curated) == {PLACE: ADDED}
    before = curated.read_bytes()
    import_document(annexed(), ANNEXED, tmp_path)
    assert curated.read_bytes() == before


def test_a_better_text_is_taken_and_what_was_added_is_kept(curated, tmp_path):
    outcome = import_document(_reworded(), ANNEXED, tmp_path)
    read = _read(curated)
    assert read.document.paragraph(PLACE).text.plain() == "我们认识到侨民的汇款。"
    assert dict(read.curated) == {PLACE: ADDED}
    assert outcome.changed == (PLACE,)
    clause = Library.open([tmp_path]).clause(f"A/70/L.61#{PLACE}")
    assert clause.topics == ("remittances",)


def test_a_text_edited_by_hand_is_not_overwritten_and_both_are_shown(path, tmp_path, rewrite):
    rewrite(path, "我们认识到侨民和汇款。", "我们认识到侨民及汇款。")
    before = path.read_bytes()
    with pytest.raises(RefusedOverwrite) as caught:
        import_document(_reworded(), ANNEXED, tmp_path)
    assert path.read_bytes() == before
    assert caught.value.message_id == "library.edited-by-hand"
    both = str(caught.value.params["diff"])
    assert "-          我们认识到侨民及汇款。" in both
    assert "+          我们认识到侨民的汇款。" in both


def test_a_text_edited_by_hand_is_overwritten_when_asked(path, tmp_path, rewrite):
    rewrite(path, "我们认识到侨民和汇款。", "我们认识到侨民及汇款。")
    import_document(_reworded(), ANNEXED, tmp_path, force=True)
    assert _read(path).document.paragraph(PLACE).text.plain() == "我们认识到侨民的汇款。"


def test_an_edit_by_hand_that_the_import_agrees_with_is_no_conflict(path, tmp_path, rewrite):
    rewrite(path, "我们认识到侨民和汇款。", "我们认识到侨民的汇款。")
    import_document(_reworded(), ANNEXED, tmp_path)
    assert not import_document(_reworded(), ANNEXED, tmp_path).written


def test_a_hand_made_file_is_not_overwritten(path, tmp_path):
    text = path.read_text(encoding="utf-8")
    line = next(each for each in text.splitlines() if each.startswith("imported:"))
    path.write_text(text.replace(f"{line}\n", ""), encoding="utf-8")
    with pytest.raises(RefusedOverwrite):
        import_document(_reworded(), ANNEXED, tmp_path)


def test_curated_paragraphs_never_vanish_silently(curated, tmp_path):
    before = curated.read_bytes()
    shorter = delete(annexed(), PLACE)
    with pytest.raises(RefusedOverwrite) as caught:
        import_document(shorter, ANNEXED, tmp_path)
    assert caught.value.params["ids"] == PLACE
    assert curated.read_bytes() == before
    outcome = import_document(shorter, ANNEXED, tmp_path, force=True)
    assert PLACE in outcome.removed
    assert [finding.code for finding in outcome.findings] == ["curated-lost"]


def test_what_was_added_follows_the_same_words_to_a_new_id(curated, tmp_path):
    document = annexed()
    other = replace(document.paragraph(PLACE), id="resolution/annex-1/47", label_read="47.")
    annex = document.root.parts[0]
    blocks = tuple(other if getattr(b, "id", "") == PLACE else b for b in annex.blocks)
    moved = replace(
        document,
        root=replace(
            document.root,
            blocks=(*document.root.blocks[:-1], replace(annex, blocks=blocks)),
        ),
    )
    import_document(moved, ANNEXED, tmp_path)
    assert dict(_read(curated).curated) == {"resolution/annex-1/47": ADDED}


def test_what_the_maintainer_says_of_the_source_is_kept(path, tmp_path, rewrite):
    rewrite(path, "  title: 成果文件草稿\n", "  title: 纽约宣言草案\n")
    rewrite(path, ANNEXED.url, "https://example.org/x")
    rewrite(
        path,
        "  obtained:\n",
        "  adoption:\n    - part: resolution\n      how: without-a-vote\n"
        "      record: A/70/PV.117\n  obtained:\n",
    )
    import_document(_reworded(), replace(ANNEXED, adopted_as=(), url=""), tmp_path)
    source = _read(path).source
    assert (source.title, source.url) == ("纽约宣言草案", "https://example.org/x")
    assert source.adopted_as == ANNEXED.adopted_as
    assert [each.how for each in source.adoption] == ["without-a-vote"]


def test_a_check_against_the_document_outlives_only_the_same_words(path, tmp_path):
    checked = Obtained("against document", "H", "2026-11-21", "a" * 64)
    import_document(annexed(), replace(ANNEXED, obtained=checked), tmp_path)
    assert _read(path).source.obtained == checked
    import_document(annexed(), replace(ANNEXED, obtained=Obtained(sha256="b" * 64)), tmp_path)
    assert _read(path).source.obtained == checked
    outcome = import_document(_reworded(), ANNEXED, tmp_path)
    assert _read(path).source.obtained.state == "extracted, unchecked"
    assert [finding.code for finding in outcome.findings] == ["check-outdated"]


def test_a_broken_file_is_not_overwritten(path, tmp_path, rewrite):
    rewrite(path, "stage: draft", "stage: sketch")
    before = path.read_bytes()
    with pytest.raises(UnreadableInput):
        import_document(_reworded(), ANNEXED, tmp_path, force=True)
    assert path.read_bytes() == before


def test_another_source_at_the_same_place_is_not_overwritten(path, tmp_path, rewrite):
    rewrite(path, "  symbol: A/70/L.61\n", "  symbol: A/70/L/61\n")
    with pytest.raises(RefusedOverwrite) as caught:
        import_document(annexed(), ANNEXED, tmp_path, force=True)
    assert caught.value.params == {"found": "A/70/L/61", "given": "A/70/L.61"}


def test_a_failed_write_leaves_the_old_file_whole(path, tmp_path, monkeypatch):
    before = path.read_bytes()

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        import_document(_reworded(), ANNEXED, tmp_path)
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("symbol", ["../../../x", "/etc/passwd", "A/../../x", "..\\..\\x", "A\0B"])
def test_no_symbol_writes_outside_the_library(symbol, tmp_path):
    inside = tmp_path / "library"
    outcome = import_document(annexed(), replace(ANNEXED, symbol=symbol), inside)
    assert outcome.path.resolve().is_relative_to(inside.resolve())
    assert [each.name for each in tmp_path.iterdir()] == ["library"]


def test_an_editor_is_pointed_to_the_schema_that_stands_there(tmp_path):
    (tmp_path / "clause.schema.json").write_text("{}", encoding="utf-8")
    path = import_document(annexed(), ANNEXED, tmp_path).path
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../../../clause.schema.json"
    assert (path.parent / first.rpartition("=")[2]).resolve().is_file()


def test_what_was_waived_outlives_an_import_and_is_no_edit_of_the_text(path, tmp_path, rewrite):
    line = "        label_read: 46.\n"
    waiver = "        waivers:\n          - code: P201\n            reason: 文件如此\n"
    rewrite(path, line, line + waiver)
    import_document(_reworded(), ANNEXED, tmp_path)
    assert [each.code for each in _read(path).document.paragraph(PLACE).waivers] == ["P201"]
    with pytest.raises(RefusedOverwrite) as caught:
        import_document(delete(annexed(), PLACE), ANNEXED, tmp_path)
    assert caught.value.params["ids"] == PLACE
