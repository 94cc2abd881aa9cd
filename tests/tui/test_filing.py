"""The file: settings, saving, exporting, leaving, and coming back."""

from drafter.tui.opening import example
from drafter.workspace.native import native_bytes
from drafter.workspace.session import Session
from tests.tui.sample_texts import draft_document
from tests.tui.sitting import sitting


async def write_something(here, words="并分发"):
    await here.go_to("resolution/op3")
    await here.press("e")
    await here.type(words)
    await here.press("escape")


async def test_saving_says_so_and_the_heading_shows_it(opener, draft_file, size):
    async with sitting(opener, size) as here:
        await write_something(here)
        assert "not saved" in here.bar("heading")
        await here.press("s")
        assert "并分发" in draft_file.read_text(encoding="utf-8")
        assert "saved" in here.bar("heading")
        assert "not saved" not in here.bar("heading")


async def test_saving_under_another_name_asks_before_it_overwrites(opener, tmp_path, size):
    other = tmp_path / "other.draft.yaml"
    other.write_text("format: '1'\n")
    async with sitting(opener, size) as here:
        await here.press("S", "ctrl+u")
        await here.type(str(other))
        await here.press("enter")
        assert "Nothing was overwritten" in here.screen
        await here.press("k")
        assert other.read_text() == "format: '1'\n"
        await here.press("S", "ctrl+u")
        await here.type(str(other))
        await here.press("enter", "o")
        assert "国际移民" in other.read_text(encoding="utf-8")


async def test_a_file_changed_by_another_hand_is_not_overwritten(opener, draft_file, size):
    async with sitting(opener, size) as here:
        await write_something(here)
        theirs = native_bytes(draft_document()) + "# 另一人\n".encode()
        draft_file.write_bytes(theirs)
        await here.press("s")
        assert "Nothing was overwritten" in here.screen
        await here.press("escape")
        assert draft_file.read_bytes() == theirs


async def test_a_new_draft_is_asked_where_to_be_saved(library, tmp_path, size):
    from drafter.model.tree import DocumentType

    def opened(read_only):
        return Session.new(type=DocumentType.DRAFT_RESOLUTION, language="zh", library=library)

    async with sitting(opened, size) as here:
        await here.press("s", "ctrl+u")
        await here.type(str(tmp_path / "first"))
        await here.press("enter")
        assert (tmp_path / "first.draft.yaml").is_file()


async def test_a_draft_that_cannot_be_saved_there_stays_where_it_was(opener, draft_file, size):
    beyond = draft_file.parent / "new" / "other"
    async with sitting(opener, size) as here:
        await write_something(here)
        await here.press("S", "ctrl+u")
        await here.type(str(draft_file / "other"))
        await here.press("enter")
        assert "Not a directory" in here.screen
        assert here.session.path == draft_file
        await here.press("ctrl+u")
        await here.type(str(beyond))
        await here.press("enter", "b")
        assert here.session.path == draft_file
        await here.press("s")
        assert "并分发" in draft_file.read_text(encoding="utf-8")
        await here.press("S", "ctrl+u")
        await here.type(str(beyond))
        await here.press("enter", "m")
        assert here.session.path == beyond.with_name("other.draft.yaml")
        assert here.session.path.is_file()


async def test_leaving_an_example_that_was_only_looked_at_asks_nothing(library):
    async with sitting(example()) as here:
        assert "not saved yet" in here.bar("heading")
        await here.press("q")
        assert here.app.return_code == 0


async def test_leaving_a_new_draft_saved_asks_where_and_leaves(library, tmp_path):
    async with sitting(None) as here:
        await here.press("n", "1", "1", "o", "p")
        await here.type("国际移民")
        await here.press("escape", "q", "s", "ctrl+u")
        await here.type(str(tmp_path / "first"))
        await here.press("enter")
        assert (tmp_path / "first.draft.yaml").is_file()
        assert here.app.screen.state.value == "start"


async def test_document_settings(opener, size):
    async with sitting(opener, size) as here:
        await here.press("m", "tab")
        await here.press("ctrl+u")
        await here.type("82")
        await here.press("tab", "tab")
        await here.type("第二委员会")
        await here.press("enter")
        masthead = here.session.document.masthead
        assert (masthead.session, masthead.committee) == (82, "C.2"), "the name is understood"
        assert masthead.symbol == "A/C.2/81/L.__"
        await here.press("g")
        assert "第二委员会" in here.screen


async def test_settings_left_with_escape_change_nothing(opener, size):
    async with sitting(opener, size) as here:
        await here.press("m")
        await here.type("xyz")
        await here.press("escape")
        assert here.session.revision == 0


async def test_a_session_that_is_no_number_is_not_taken(opener, size):
    async with sitting(opener, size) as here:
        await here.press("m", "tab")
        await here.type("x")
        await here.press("ctrl+s")
        assert here.session.revision == 0
        assert here.app.focused.id == "field-session"
        await here.press("escape")


async def test_several_agenda_items_are_parted_by_a_bar(opener, size):
    async with sitting(opener, size) as here:
        await here.press("m", *["tab"] * 4)
        await here.type("15 | 116")
        await here.press("ctrl+s")
        assert here.session.document.masthead.agenda_items == ("15", "116")


async def test_export_to_word(opener, tmp_path, size):
    async with sitting(opener, size) as here:
        await here.press("x", "ctrl+u")
        await here.type(str(tmp_path / "out"))
        await here.press("enter")
        assert (tmp_path / "out.docx").read_bytes().startswith(b"PK")
        assert "out.docx" in here.bar("provenance")


async def test_export_to_several_formats_goes_into_a_folder(opener, tmp_path, size):
    async with sitting(opener, size) as here:
        await here.press("x", "ctrl+u")
        await here.type(str(tmp_path / "all"))
        await here.press("tab")
        while here.app.focused.id != "format-txt":
            await here.press("tab")
        await here.press("space", "ctrl+s")
        assert {path.suffix for path in (tmp_path / "all").iterdir()} >= {".docx", ".txt"}


async def test_export_asks_before_it_overwrites(opener, tmp_path, size):
    there = tmp_path / "out.docx"
    there.write_text("mine")
    async with sitting(opener, size) as here:
        await here.press("x", "ctrl+u")
        await here.type(str(there))
        await here.press("enter")
        assert "Nothing was overwritten" in here.screen
        await here.press("o")
        assert there.read_bytes().startswith(b"PK")


async def test_export_without_a_format_says_what_is_missing(opener, size):
    async with sitting(opener, size) as here:
        await here.press("x", "tab", "tab")
        while here.app.focused.id != "format-docx":
            await here.press("tab")
        await here.press("space", "ctrl+s")
        assert "Tick a format" in here.screen


async def test_leaving_a_saved_draft_asks_nothing(opener, size):
    async with sitting(opener, size) as here:
        await here.press("q")
        assert here.app.return_code == 0


async def test_leaving_while_the_library_is_asked(opener, size):
    async with sitting(opener, size) as here:
        for _ in range(3):
            here.room.page.move(1)
            here.room.show_draft()
        here.room.action_leave()
        await here.settle()
        assert here.app.return_code == 0


async def test_leaving_with_unsaved_work_saves_on_request(opener, draft_file, size):
    async with sitting(opener, size) as here:
        await write_something(here)
        await here.press("q")
        assert "not saved" in here.screen
        await here.press("s")
        assert here.app.return_code == 0
    assert "并分发" in draft_file.read_text(encoding="utf-8")


async def test_leaving_with_unsaved_work_keeps_it_to_be_recovered(opener, draft_file, size):
    async with sitting(opener, size) as here:
        await write_something(here)
        await here.press("q", "k")
    assert "并分发" not in draft_file.read_text(encoding="utf-8")
    async with sitting(opener, size) as here:
        assert "Work left unsaved" in here.screen
        await here.press("r")
        assert here.text_of("resolution/op3").endswith("并分发")
        assert here.session.can_undo


async def test_leaving_may_throw_the_work_away(opener, size):
    async with sitting(opener, size) as here:
        await write_something(here)
        await here.press("q", "d")
    async with sitting(opener, size) as here:
        assert here.session.recovery is None
        assert not here.text_of("resolution/op3").endswith("并分发")


async def test_recovery_may_be_put_off_or_thrown_away(opener, size):
    async with sitting(opener, size) as here:
        await write_something(here)
        await here.press("q", "k")
    async with sitting(opener, size) as here:
        await here.press("l", "q")
    async with sitting(opener, size) as here:
        assert "Work left unsaved" in here.screen
        await here.press("d", "q")
    async with sitting(opener, size) as here:
        assert here.session.recovery is None


async def test_words_being_typed_when_the_program_dies_are_recovered(opener, size):
    async with sitting(opener, size) as here:
        await here.go_to("resolution/op3")
        await here.press("e")
        await here.type("未完")
        kill(here.session)
    async with sitting(opener, size) as here:
        await here.press("r")
        assert here.text_of("resolution/op3").endswith("未完")


async def test_a_note_being_typed_when_the_program_dies_is_recovered(opener, size):
    async with sitting(opener, size) as here:
        await here.press("G", "e")
        await here.type("未完")
        kill(here.session)
    async with sitting(opener, size) as here:
        await here.press("r")
        assert here.session.document.note("n2").text.plain() == "A/79/1。未完"
        assert here.cursor == "n2"


async def test_a_draft_that_someone_else_has_open_can_be_read(opener, draft_file, library, size):
    other = Session.open(draft_file, library=library)
    try:
        async with sitting(opener, size) as here:
            assert "Someone else" in here.screen
            await here.press("r")
            assert "read-only" in here.bar("heading")
            await here.go_to("resolution/op3")
            await here.press("e")
            assert here.room.state.value == "reading"
            await here.press("d")
            assert "⚑" in here.bar("provenance")
    finally:
        other.close()


async def test_a_file_that_cannot_be_read_is_named(tmp_path, size):
    broken = tmp_path / "broken.draft.yaml"
    broken.write_text("format: '1'\ntype: [")

    async with sitting(lambda read_only: Session.open(broken), size) as here:
        assert "could not be opened" in here.screen
        assert "broken.draft.yaml" in here.app.screen.sentence
        await here.press("q")


def kill(session):
    """What kill -9 does to a session: its locks go, its journal stays as it is."""
    session._store.journal.close()
    lock = session._store._lock
    if lock is not None:
        lock.release()
