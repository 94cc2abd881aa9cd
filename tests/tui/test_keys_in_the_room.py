"""Help, palette, and keys of the user's own."""

from drafter.tui.actions import ACTIONS, State
from tests.tui.sitting import sitting


async def test_help_lists_every_action(opener, size):
    async with sitting(opener, size) as here:
        await here.press("?")
        shown = "\n".join(
            "".join(run.text for run in block.words) for block in here.app.screen.blocks
        )
        from drafter.messages import say

        assert all(say(row.sentence) in shown for row in ACTIONS)
        await here.press("pagedown", "end", "home", "escape")
        assert here.room.state.value == "reading"


async def test_the_palette_finds_an_action_by_its_words(opener, size):
    async with sitting(opener, size) as here:
        await here.press("ctrl+p")
        await here.type("every key")
        await here.press("enter")
        assert "Keys and marks" in here.screen


async def test_the_palette_works_while_writing_and_keeps_the_words(opener, size):
    async with sitting(opener, size) as here:
        await here.go_to("resolution/op3")
        await here.press("e")
        await here.type("甲")
        await here.press("ctrl+p")
        await here.type("list the footnotes")
        await here.press("enter")
        assert "Footnotes" in here.screen
        assert here.text_of("resolution/op3").endswith("甲")


async def test_the_palette_shows_keys_that_look_like_markup(opener, size):
    async with sitting(opener, size) as here:
        await here.press(":")
        assert here.app.screen is not here.room
        await here.press("escape")


async def test_the_palette_offers_everything_that_the_keys_do(opener):
    from drafter.tui.palette import ActionProvider

    async with sitting(opener) as here:
        offered = ActionProvider(here.room)._rows()
        reading = {row.id for row in ACTIONS if State.READING in row.states} - {"palette"}
        assert {row.id for row in offered} >= reading


async def test_the_users_own_keys_work_and_the_usual_ones_do_not(opener, size):
    async with sitting(opener, size, keys={"delete": "y"}) as here:
        before = here.texts()
        await here.go_to("resolution/op1")
        await here.press("d")
        assert here.texts() == before
        await here.press("y")
        assert len(here.texts()) == len(before) - 1


async def test_a_key_that_cannot_be_had_is_told_and_the_room_opens(opener, size):
    async with sitting(opener, size, keys={"delete": "ctrl+m"}) as here:
        before = here.texts()
        await here.go_to("resolution/op1")
        await here.press("d")
        assert len(here.texts()) == len(before) - 1


async def test_letters_type_while_writing_and_act_while_reading(opener, size):
    async with sitting(opener, size) as here:
        await here.go_to("resolution/op3")
        await here.press("e")
        await here.type("dutq?:/")
        await here.press("escape")
        assert here.text_of("resolution/op3").endswith("dutq?:/")
