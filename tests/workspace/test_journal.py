import errno
import os
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.errors import EditRefused, RefusedOverwrite
from drafter.model.masthead import Masthead
from drafter.model.tree import Document, Kind
from drafter.workspace import journal as journals
from drafter.workspace.recovery import recoverable, replay
from drafter.workspace.session import Session
from tests.workspace.drafts import session_on, small_draft

WORDS = st.text("鼓励敦促会员国回顾，；。[^1]*\\ \n\x00\ud800", max_size=12)
PLAIN = ("delete", "move_up", "move_down", "indent", "outdent", "join", "split")
KINDS = st.sampled_from(["preambular", "operative"])
VERBS = st.lists(
    st.one_of(
        st.tuples(st.just("edit"), st.integers(0, 20), WORDS),
        st.tuples(st.just("insert"), st.integers(0, 20), WORDS),
        st.tuples(st.just("note"), st.integers(0, 20), WORDS),
        st.tuples(st.just("masthead"), st.integers(0, 20), WORDS),
        st.tuples(
            st.sampled_from(PLAIN),
            st.integers(0, 20),
            st.just(""),
        ),
        st.tuples(
            st.just("convert"), st.integers(0, 20), st.sampled_from(["preambular", "operative"])
        ),
        st.tuples(st.sampled_from(["undo", "redo", "undo", "save"]), st.just(0), st.just("")),
    ),
    max_size=25,
)


def do(session: Session, verb: str, where: int, words: str) -> None:
    ids = [p.id for _, p in session.document.walk()]
    element = ids[where % len(ids)] if ids else "none"
    try:
        match verb:
            case "edit":
                session.edit_text(element, words)
            case "insert":
                kinds = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.PROSE)
                session.insert_paragraph(kinds[where % 3], words, after=element)
            case "note":
                session.add_note(element, where % 5, words)
            case "split":
                session.split(element, where)
            case "masthead":
                session.set_masthead(Masthead(symbol=words, session=where))
            case "convert":
                session.convert(element, Kind(words))
            case "undo" | "redo" | "save":
                getattr(session, verb)()
            case _:
                getattr(session, verb)(element)
    except EditRefused:
        pass


def abandoned(session: Session) -> bytes:
    """What a kill would leave of the session's journal."""
    journal = session._store.journal
    data = journal.file.read_bytes() if journal.begun else b""
    session._store.close(keep=True)
    return data


several = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@several
@given(VERBS)
def test_undoing_everything_gives_the_draft_as_it_was(verbs):
    session = session_on(small_draft())
    for verb, where, words in verbs:
        if verb != "save":
            do(session, verb, where, words)
    end = session.document
    undone = 0
    while session.can_undo:
        session.undo()
        undone += 1
    assert session.document == small_draft()
    for _ in range(undone):
        session.redo()
    assert session.document == end
    session.close(discard=True)


@several
@given(verbs=VERBS)
def test_replaying_the_journal_gives_the_session(tmp_path, verbs):
    session = session_on(small_draft())
    session.save(tmp_path / "draft.draft.yaml", force=True)
    for verb, where, words in verbs:
        do(session, verb, where, words)
    document = session.document
    data = abandoned(session)
    if data:
        assert replay(data).present == document
    else:
        assert not session.dirty


@several
@given(VERBS, st.floats(0, 1))
def test_a_journal_cut_at_any_byte_replays_a_prefix(verbs, share):
    session = session_on(small_draft())
    states: list[Document] = [session.document]
    for verb, where, words in verbs:
        if verb != "save":
            do(session, verb, where, words)
            states.append(session.document)
    data = abandoned(session)
    history = replay(data[: int(len(data) * share)])
    assert history is None or history.present in states


@several
@given(st.binary(max_size=400))
def test_a_journal_of_anything_never_raises(data):
    assert replay(data) is None
    assert journals.entries(data) == []


def test_damage_in_the_middle_ends_the_replay_there(draft):
    session = session_on(draft)
    session.delete("resolution/op1")
    first = session.document
    session.delete("resolution/op3")
    lines = abandoned(session).split(b"\n")
    lines[2] = lines[2].replace(b"op3", b"op2")
    assert replay(b"\n".join(lines)).present == first


def test_after_a_crash_the_work_is_offered_and_not_applied(draft_file, draft):
    session = Session.open(draft_file)
    session.edit_text("resolution/op3", "敦促秘书长提交报告。")
    edited = session.document
    abandoned(session)
    again = Session.open(draft_file)
    assert again.document == draft
    assert again.recovery is not None
    assert (again.recovery.edits, again.recovery.changed_on_disk) == (1, False)
    again.recover()
    assert again.document == edited
    assert again.dirty
    assert again.recovery is None
    again.undo()
    assert again.document == draft


def test_recovered_work_survives_a_second_crash(draft_file):
    session = Session.open(draft_file)
    session.delete("resolution/op1")
    abandoned(session)
    again = Session.open(draft_file)
    again.recover()
    again.delete("resolution/op3")
    edited = again.document
    abandoned(again)
    third = Session.open(draft_file)
    third.recover()
    assert third.document == edited
    third.save()
    third.close()
    assert Session.open(draft_file).recovery is None


def test_words_that_were_being_typed_are_recovered(draft_file):
    session = Session.open(draft_file)
    session.typing("resolution/op3", "敦促秘书长")
    assert not session.dirty
    abandoned(session)
    again = Session.open(draft_file)
    assert again.recovery.edits == 1
    again.recover()
    assert again.document.paragraph("resolution/op3").text.plain() == "敦促秘书长"


def test_a_masthead_that_was_being_filled_in_is_recovered(draft_file):
    session = Session.open(draft_file)
    session.filling(replace(session.document.masthead, rapporteur="Ms. X"))
    assert not session.dirty
    abandoned(session)
    again = Session.open(draft_file)
    assert again.recovery.edits == 1
    again.recover()
    assert again.document.masthead.rapporteur == "Ms. X"
    again.undo()
    assert again.document.masthead.rapporteur == ""


def test_typing_that_was_given_up_is_not_offered(draft_file):
    session = Session.open(draft_file)
    session.typing("resolution/op3", "敦促秘书长")
    session.typing("", "")
    session.filling(Masthead(rapporteur="Ms. X"))
    session.filling(None)
    abandoned(session)
    assert Session.open(draft_file).recovery is None


def test_discarded_work_is_not_offered_again(draft_file):
    session = Session.open(draft_file)
    session.delete("resolution/op1")
    abandoned(session)
    again = Session.open(draft_file)
    again.discard_recovery()
    again.close()
    assert Session.open(draft_file).recovery is None


def test_work_that_was_not_taken_up_is_kept_beside_new_work(draft_file):
    session = Session.open(draft_file)
    session.delete("resolution/op1")
    abandoned(session)
    again = Session.open(draft_file)
    again.delete("resolution/op3")
    abandoned(again)
    assert len(recoverable()) == 2


def test_a_draft_that_was_never_saved_is_offered_at_the_start(draft):
    session = session_on(draft)
    session.delete("resolution/op1")
    edited = session.document
    assert recoverable() == ()
    abandoned(session)
    (left,) = recoverable()
    assert (left.draft, left.title, left.edits) == (None, "国际移民与发展", 1)
    again = Session.recovered(left)
    assert again.document == edited
    assert again.path is None
    assert again.dirty


def test_a_file_that_changed_meanwhile_is_said_and_not_overwritten(draft_file, draft):
    session = Session.open(draft_file)
    session.delete("resolution/op1")
    abandoned(session)
    draft_file.write_bytes(
        draft_file.read_bytes().replace("国际移民".encode(), "国际移徙".encode())
    )
    again = Session.open(draft_file)
    assert again.recovery.changed_on_disk
    again.recover()
    with pytest.raises(RefusedOverwrite):
        again.save()


def test_saving_leaves_nothing_to_recover(draft_file):
    session = Session.open(draft_file)
    session.delete("resolution/op1")
    session.save()
    abandoned(session)
    assert recoverable() == ()


def test_a_crash_between_writing_and_tidying_up_offers_nothing(draft_file, monkeypatch):
    session = Session.open(draft_file)
    session.delete("resolution/op1")
    monkeypatch.setattr(journals.Journal, "remove", journals.Journal.close)
    session.save()
    assert recoverable() == ()


def test_a_full_disk_is_reported_and_nothing_is_lost(draft, monkeypatch):
    session = session_on(draft)
    session.delete("resolution/op1")
    real = os.write

    def full(descriptor, data):
        real(descriptor, data[:7])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(journals.os, "write", full)
    session.delete("resolution/op3")
    assert session.journal_problem == "No space left on device"
    monkeypatch.setattr(journals.os, "write", real)
    session.edit_text("resolution/pp2", "重申《公约》，")
    assert session.journal_problem == ""
    document = session.document
    assert replay(abandoned(session)).present == document


def test_a_state_folder_that_cannot_be_made_is_reported(draft, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("DRAFTER_STATE", str(tmp_path / "file" / "state"))
    session = session_on(draft)
    session.delete("resolution/op1")
    assert session.journal_problem
    assert session.document.paragraph("resolution/op1") is None


@pytest.mark.skipif(os.name == "nt", reason="permissions are those of POSIX")
def test_the_journal_is_private(draft_file):
    session = Session.open(draft_file)
    session.delete("resolution/op1")
    file = session._store.journal.file
    assert file.stat().st_mode & 0o077 == 0
    assert file.parent.stat().st_mode & 0o077 == 0


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_a_killed_process_leaves_its_work_and_no_lock(draft_file):
    code = (
        "import os, signal, sys; from pathlib import Path;"
        "from drafter.workspace.session import Session;"
        "s = Session.open(Path(sys.argv[1])); s.delete('resolution/op1');"
        "s.typing('resolution/op3', '敦促'); os.kill(os.getpid(), signal.SIGKILL)"
    )
    killed = subprocess.run([sys.executable, "-c", code, draft_file], check=False)
    assert killed.returncode == -9
    session = Session.open(draft_file)
    session.recover()
    assert session.document.paragraph("resolution/op1") is None
    assert session.document.paragraph("resolution/op3").text.plain() == "敦促"
