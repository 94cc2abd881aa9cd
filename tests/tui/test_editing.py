"""Changing the draft: every key is a verb of the Session."""

from drafter.model.tree import Kind
from tests.tui.sample_texts import OWN
from tests.tui.sitting import sitting


async def test_delete_and_undo_and_redo(opener, size):
    async with sitting(opener, size) as here:
        before = here.texts()
        await here.go_to("resolution/op1")
        await here.press("d")
        assert OWN not in here.texts()
        await here.press("u")
        assert here.texts() == before
        assert here.cursor == "resolution/op1", "undo goes where the change was"
        await here.press("U")
        assert OWN not in here.texts()
        await here.press("u", "ctrl+r")
        assert OWN not in here.texts()


async def test_undo_at_the_beginning_says_so(opener, size):
    async with sitting(opener, size) as here:
        await here.press("u")
        assert "⚑" in here.bar("provenance")


async def test_moving_a_paragraph_takes_its_notes_along(opener, size):
    async with sitting(opener, size) as here:
        await here.go_to("resolution/op1")
        await here.press("J")
        numbers = [e.label for e in here.session.view.elements if e.id == "resolution/op1"]
        assert numbers == ["2."]
        assert here.cursor == "resolution/op1"
        await here.press("K")
        numbers = [e.label for e in here.session.view.elements if e.id == "resolution/op1"]
        assert numbers == ["1."]
        await here.press("shift+down", "shift+up")
        assert [n.number for n in here.session.view.notes] == ["1", "2"]


async def test_indent_and_outdent(opener, size):
    async with sitting(opener, size) as here:
        await here.go_to("resolution/op3")
        await here.press(">")
        assert here.session.view.element("resolution/op3").label == "(c)"
        await here.press("<")
        assert here.session.view.element("resolution/op3").label == "3."


async def test_numbers_begin_again_below_a_heading_and_run_on(opener, size):
    async with sitting(opener, size) as here:
        await here.go_to("resolution/op1")
        await here.press("o", "h", *"Pay", "escape")
        heading = here.cursor
        for label in ("1.", "2."):
            await here.go_to(heading)
            await here.press("N")
            assert here.session.view.element("resolution/op2").label == label


async def test_an_edit_that_is_refused_says_why_and_changes_nothing(opener, size):
    async with sitting(opener, size) as here:
        before = here.texts()
        await here.go_to("resolution/title")
        await here.press("<")
        assert here.texts() == before
        assert "⚑" in here.bar("provenance")


async def test_a_preambular_paragraph_becomes_operative_and_back(opener, size):
    async with sitting(opener, size) as here:
        await here.go_to("resolution/pp1")
        await here.press("t")
        assert here.session.document.paragraph("resolution/pp1").kind is Kind.OPERATIVE
        await here.press("t")
        assert here.session.document.paragraph("resolution/pp1").kind is Kind.PREAMBULAR


async def test_another_kind_is_asked_for_where_it_is_not_clear(opener, size):
    async with sitting(opener, size) as here:
        await here.go_to("resolution/annex-1/1")
        await here.press("t", "h")
        assert here.session.document.paragraph("resolution/annex-1/1").kind is Kind.HEADING


async def test_a_new_paragraph_is_written_at_once(opener, size):
    async with sitting(opener, size) as here:
        await here.go_to("resolution/op1")
        await here.press("o", "o")
        assert here.room.state.value == "writing"
        await here.type("促请会员国合作；")
        await here.press("escape")
        assert here.room.state.value == "reading"
        labels = {e.text.plain(): e.label for e in here.session.view.elements}
        assert labels["促请会员国合作；"] == "2."


async def test_a_new_sub_paragraph(opener, size):
    async with sitting(opener, size) as here:
        await here.go_to("resolution/op2.a")
        await here.press("o", "s")
        await here.type("分享经验；")
        await here.press("escape")
        labels = {e.text.plain(): e.label for e in here.session.view.elements}
        assert labels["分享经验；"] == "(b)"


async def test_a_new_paragraph_that_stays_empty_leaves_nothing_behind(opener, size):
    async with sitting(opener, size) as here:
        before = here.texts()
        await here.go_to("resolution/op1")
        await here.press("o", "p", "escape")
        assert here.texts() == before
        assert not here.session.can_undo


async def test_escape_leaves_the_question_for_the_kind(opener, size):
    async with sitting(opener, size) as here:
        before = here.texts()
        await here.press("o", "escape")
        assert here.texts() == before
