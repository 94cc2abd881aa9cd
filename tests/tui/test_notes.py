"""The list of footnotes."""

from tests.tui.sitting import sitting


async def test_the_notes_are_listed_with_their_numbers(opener, size):
    async with sitting(opener, size) as here:
        await here.press("f")
        assert "Footnotes · 2" in here.screen
        assert "第58/208号决议。" in here.screen
        await here.press("escape")
        assert here.room.state.value == "reading"


async def test_the_list_opens_on_the_note_of_the_paragraph_at_hand(opener, size):
    async with sitting(opener, size) as here:
        await here.go_to("resolution/op1")
        await here.press("f", "enter")
        assert here.room.work.id == "n2"
        await here.type("补充。")
        await here.press("escape")
        assert here.session.document.note("n2").text.plain() == "A/79/1。补充。"


async def test_a_note_is_added_at_the_end_of_the_paragraph(opener, size):
    async with sitting(opener, size) as here:
        await here.go_to("resolution/op3")
        await here.press("f", "a")
        await here.type("见附件。")
        await here.press("enter")
        assert "请秘书长提交报告。³" in here.screen
        assert [note.number for note in here.session.view.notes] == ["1", "2", "3"]


async def test_a_note_is_removed_and_the_rest_are_renumbered(opener, size):
    async with sitting(opener, size) as here:
        await here.go_to("resolution/pp1")
        await here.press("f", "d")
        assert [note.id for note in here.session.view.notes] == ["n2"]
        assert "渔业统计方法的说明；¹" in here.screen
        await here.press("u")
        assert len(here.session.view.notes) == 2


async def test_a_note_under_the_cursor_is_deleted_like_a_paragraph(opener, size):
    async with sitting(opener, size) as here:
        await here.press("G", "d")
        assert [note.id for note in here.session.view.notes] == ["n1"]


async def test_a_document_without_notes_says_so(opener, size):
    async with sitting(opener, size) as here:
        await here.press("G", "d", "G", "d", "f")
        assert "No footnotes yet" in here.screen
        await here.press("d", "escape")
        assert here.room.state.value == "reading"
