from dataclasses import replace
from pathlib import Path

import pytest

from drafter.errors import EditRefused, Locked, RefusedOverwrite, UnreadableInput, UsageError
from drafter.model.findings import Fix
from drafter.model.masthead import Masthead
from drafter.model.tree import DocumentType, Kind
from drafter.workspace.native import native_bytes
from drafter.workspace.recent import recent_files
from drafter.workspace.session import Session
from tests.workspace.drafts import session_on, small_draft


def test_every_verb_raises_the_revision_and_can_be_undone(draft):
    session = session_on(draft)
    session.edit_text("resolution/op3", "敦促秘书长提交报告。")
    session.insert_paragraph(Kind.OPERATIVE, "鼓励各国。", after="resolution/op3")
    session.move_up("resolution/op3")
    session.indent("resolution/op3")
    session.outdent("resolution/op3")
    session.convert("resolution/op1", Kind.PREAMBULAR)
    note = session.add_note("resolution/op3", 2, "注。")
    session.edit_note(note, "另注。")
    session.remove_note(note)
    session.set_masthead(Masthead(symbol="A/C.2/80/L.1"))
    session.delete("resolution/op2")
    assert session.revision == 11
    while session.can_undo:
        session.undo()
    assert session.document == draft
    while session.can_redo:
        session.redo()
    assert session.document.paragraph("resolution/op2") is None


def test_an_edit_that_changes_nothing_is_no_revision(draft):
    session = session_on(draft)
    session.edit_text("resolution/op3", "请秘书长提交报告。")
    session.set_masthead(draft.masthead)
    assert session.revision == 0
    assert not session.can_undo
    assert not session.dirty or session.path is None


def test_an_edit_that_cannot_be_leaves_everything_as_it_was(draft):
    session = session_on(draft)
    with pytest.raises(EditRefused):
        session.outdent("resolution/op3")
    with pytest.raises(EditRefused):
        session.undo()
    assert session.revision == 0


def test_the_view_is_worked_out_once_a_revision(draft):
    session = session_on(draft)
    first = session.view
    assert session.view is first
    session.delete("resolution/op1")
    assert [e.label for e in session.view.elements if e.id == "resolution/op2"] == ["1."]


def test_opening_words_are_emphasised_when_they_are_typed(draft):
    session = session_on(draft)
    session.edit_text("resolution/op3", "强烈敦促秘书长提交报告。")
    assert session.document.paragraph("resolution/op3").text.opening == "强烈敦促"
    new = session.insert_paragraph(Kind.PREAMBULAR, "还回顾别的，", after=None)
    assert session.document.paragraph(new).text.opening == "还回顾"


def test_a_preambular_paragraph_made_operative_crosses_the_line_and_keeps_its_note(draft):
    session = session_on(draft)
    session.convert("resolution/pp1", Kind.OPERATIVE)
    kinds = [p.kind for p in session.document.root.paragraphs]
    assert kinds == sorted(
        kinds, key=[Kind.TITLE, Kind.ENACTING, Kind.PREAMBULAR, Kind.OPERATIVE].index
    )
    assert [note.id for note in session.view.notes] == ["n1", "n2"]
    session.convert("resolution/op3", Kind.PREAMBULAR)
    assert session.document.root.paragraphs[3].id == "resolution/op3"


def test_notes_are_numbered_by_where_their_marks_stand(draft):
    session = session_on(draft)
    note = session.add_note("resolution/pp2", 2, "新注。")
    assert [(n.id, n.number) for n in session.view.notes] == [("n1", "1"), (note, "2"), ("n2", "3")]
    session.move_up("resolution/pp2")
    assert session.view.note(note).number == "1"


def test_a_fix_that_is_out_of_date_is_refused(draft):
    session = session_on(draft)
    session.apply_fix(Fix("resolution/op3", 8, 9, "。", "；"))
    assert session.document.paragraph("resolution/op3").text.plain().endswith("；")
    with pytest.raises(EditRefused):
        session.apply_fix(Fix("resolution/op3", 8, 9, "。", "；"))


def test_a_new_draft_has_title_and_enacting_words():
    session = Session.new(type=DocumentType.DRAFT_RESOLUTION, language="zh")
    assert [e.kind for e in session.view.elements] == [Kind.TITLE, Kind.ENACTING]
    assert session.dirty
    with pytest.raises(UsageError):
        session.save()


def test_a_draft_on_a_base_starts_from_its_text_with_origins(draft):
    base = replace(draft, stage="adopted", adopted_as=(("resolution", "79/217"),))
    session = Session.new(type=DocumentType.DRAFT_RESOLUTION, language="zh", base=base)
    first = session.document.paragraph("resolution/pp1")
    (origin,) = first.origins
    assert (origin.symbol, origin.place, origin.adopted_as) == ("A/C.2/79/L.99", "pp1", "79/217")
    assert session.document.base.document == base
    assert session.document.masthead.symbol == ""
    assert [n.text for n in session.document.notes] == [n.text for n in base.notes]


def test_saving_and_opening_gives_the_draft_back(tmp_path, draft):
    session = session_on(draft)
    session.edit_text("resolution/op3", "敦促秘书长提交报告。")
    path = session.save(tmp_path / "out.draft.yaml")
    assert not session.dirty
    document = session.document
    session.close()
    again = Session.open(path)
    assert again.document == document
    assert not again.dirty
    assert recent_files() == (path,)


def test_undo_reaches_back_behind_a_save(draft_file, draft):
    session = Session.open(draft_file)
    session.delete("resolution/op1")
    session.save()
    session.undo()
    assert session.document == draft
    assert session.dirty
    session.redo()
    assert not session.dirty


def test_a_file_that_changed_on_disk_is_not_overwritten_and_both_are_kept(draft_file, draft):
    session = Session.open(draft_file)
    session.delete("resolution/op1")
    theirs = native_bytes(replace(draft, stage="committee"))
    draft_file.write_bytes(theirs)
    with pytest.raises(RefusedOverwrite) as refused:
        session.save()
    assert draft_file.read_bytes() == theirs
    ours = Path(refused.value.params["ours"])
    assert ours != draft_file
    assert ours.read_bytes() == native_bytes(session.document)
    assert session.dirty


def test_save_as_never_replaces_another_file_unasked(draft_file, tmp_path):
    other = tmp_path / "other.draft.yaml"
    other.write_bytes(b"theirs")
    session = Session.open(draft_file)
    with pytest.raises(RefusedOverwrite):
        session.save(other)
    assert session.path == draft_file
    session.save(other, force=True)
    assert session.path == other
    Session.open(draft_file).close()


def test_a_second_session_on_a_draft_learns_who_holds_it_and_may_look(draft_file):
    first = Session.open(draft_file)
    with pytest.raises(Locked) as locked:
        Session.open(draft_file)
    assert "@" in locked.value.params["holder"]
    looking = Session.open(draft_file, read_only=True)
    assert looking.holder == locked.value.params["holder"]
    with pytest.raises(Locked):
        looking.delete("resolution/op1")
    with pytest.raises(Locked):
        looking.save()
    first.close()
    Session.open(draft_file).close()


def test_a_read_only_draft_can_be_saved_elsewhere_and_then_edited(draft_file, tmp_path):
    first = Session.open(draft_file)
    looking = Session.open(draft_file, read_only=True)
    looking.save(tmp_path / "copy.draft.yaml")
    looking.delete("resolution/op1")
    assert first.document == small_draft()


def test_a_folder_that_cannot_be_written_is_one_clear_error(draft):
    session = session_on(draft)
    with pytest.raises(UnreadableInput) as refused:
        session.save(Path("/proc/no/such.draft.yaml"))
    assert "/proc/no/such.draft.yaml" in refused.value.place
    assert session.dirty


def test_a_base_in_another_language_is_refused(draft):
    with pytest.raises(UsageError):
        Session.new(type=DocumentType.DRAFT_RESOLUTION, language="en", base=draft)


def test_prose_made_operative_gets_its_opening_words_emphasised(draft):
    session = session_on(draft)
    session.edit_text("resolution/annex-1/1", "鼓励各国采取行动。")
    session.convert("resolution/annex-1/1", Kind.OPERATIVE)
    assert session.document.paragraph("resolution/annex-1/1").text.opening == "鼓励"


def test_a_paragraph_is_parted_and_put_together_again(draft):
    session = session_on(draft)
    session.edit_text("resolution/op3", "请秘书长提交报告；鼓励各国。")
    new = session.split("resolution/op3", 9)
    assert session.document.paragraph("resolution/op3").text.plain() == "请秘书长提交报告；"
    assert session.document.paragraph(new).text.opening == "鼓励"
    session.join("resolution/op3")
    assert (
        session.document.paragraph("resolution/op3").text.plain() == "请秘书长提交报告；鼓励各国。"
    )
