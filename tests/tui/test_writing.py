"""Writing: every keystroke is kept, blanks can be typed, words are where they should be."""

from dataclasses import replace
from threading import Event
from types import SimpleNamespace

from textual import events

from drafter.errors import UnreadableInput
from drafter.model.provenance import Stage
from drafter.workspace.libraries import LibraryProvider
from tests.tui.sample_texts import OWN, SHARED_ISSUE, library_source
from tests.tui.sitting import sitting


async def test_writing_and_leaving_keeps_every_keystroke(opener, size):
    async with sitting(opener, size) as here:
        await here.go_to("resolution/op3")
        await here.press("enter")
        assert here.room.state.value == "writing"
        assert "WRITING" in here.bar("footer")
        await here.type("并分发")
        await here.press("escape")
        assert here.text_of("resolution/op3") == "请秘书长提交报告。并分发"
        assert "READING" in here.bar("footer")


async def test_enter_ends_the_writing_and_types_no_line(opener, size):
    async with sitting(opener, size) as here:
        await here.go_to("resolution/op3")
        await here.press("e")
        await here.type("x")
        await here.press("enter")
        assert here.text_of("resolution/op3") == "请秘书长提交报告。x"


async def test_an_ideographic_and_a_non_breaking_space_can_be_typed(opener, size):
    async with sitting(opener, size) as here:
        await here.go_to("resolution/op3")
        await here.press("e")
        await here.type("\u3000\u00a0\u202f")
        await here.press("escape")
        assert here.text_of("resolution/op3").endswith("。\u3000\u00a0\u202f")


async def test_pasted_lines_are_joined(opener):
    async with sitting(opener) as here:
        await here.go_to("resolution/op3")
        await here.press("e")
        await here.paste("各国\r\n合作 and\nwork\n")
        await here.press("escape")
        assert here.text_of("resolution/op3").endswith("。各国合作 and work")


async def test_word_motion_stops_at_punctuation(opener):
    async with sitting(opener) as here:
        await here.go_to("resolution/op1")
        await here.press("e", "home", "ctrl+right")
        stop = here.room.area.cursor_location[1]
        assert here.room.area.text[stop - 1] == OWN[len(OWN) - 2], "before the final mark"


async def test_the_cursor_of_a_wide_line_stands_where_the_character_is(opener):
    async with sitting(opener) as here:
        await here.go_to("resolution/op3")
        await here.press("e")
        area = here.room.area
        assert area.cursor_screen_offset.x - area.content_region.x == 2 * len("请秘书长提交报告。")


async def test_no_line_of_the_text_area_starts_with_punctuation(opener, size):
    async with sitting(opener, size) as here:
        await here.go_to("resolution/op3")
        await here.press("e")
        here.room.area.insert(SHARED_ISSUE)
        await here.settle()
        lines = [line for row in here.room.area.wrapped_document.lines for line in row]
        assert len(lines) > 3
        assert not [line for line in lines if line[0] in "，。、；：”》)"]


async def test_saving_while_writing_goes_on_writing(opener, draft_file, size):
    async with sitting(opener, size) as here:
        await here.go_to("resolution/op3")
        await here.press("e")
        await here.type("甲")
        await here.press("ctrl+s")
        assert here.room.state.value == "writing"
        assert "报告。甲" in draft_file.read_text(encoding="utf-8")
        await here.type("乙")
        await here.press("escape")
        assert here.text_of("resolution/op3").endswith("甲乙")


async def test_a_click_elsewhere_ends_the_writing_and_keeps_the_words(opener, size):
    async with sitting(opener, size) as here:
        await here.go_to("resolution/op3")
        await here.press("e")
        await here.type("甲")
        await here.pilot.click("#document", offset=(12, 1))
        await here.settle()
        assert here.text_of("resolution/op3").endswith("甲")
        assert here.room.state.value == "reading"


async def test_a_footnote_is_added_at_the_cursor_and_all_are_renumbered(opener, size):
    async with sitting(opener, size) as here:
        await here.go_to("resolution/pp1")
        await here.press("e", "home", "right", "right", "ctrl+f")
        await here.type("见A/80/1。")
        await here.press("enter")
        assert here.room.area.words.startswith("回顾[^1]其各项决议，[^2]")
        await here.press("escape")
        assert here.session.view.notes[0].text.plain() == "见A/80/1。"
        assert "回顾¹其各项决议，²" in here.screen


async def test_a_footnote_mark_moves_with_its_words(opener, size):
    async with sitting(opener, size) as here:
        await here.go_to("resolution/pp1")
        await here.press("e", "home")
        await here.type("又")
        await here.press("escape")
        assert "又回顾其各项决议，¹" in here.screen


async def test_a_note_is_written_like_a_paragraph(opener, size):
    async with sitting(opener, size) as here:
        await here.press("G", "e")
        await here.type("第二版。")
        await here.press("escape")
        assert here.session.document.note("n2").text.plain() == "A/79/1。第二版。"


async def test_the_text_areas_own_undo_works_while_writing(opener):
    async with sitting(opener) as here:
        await here.go_to("resolution/op3")
        await here.press("e")
        await here.type("甲")
        await here.press("ctrl+z", "escape")
        assert here.text_of("resolution/op3") == "请秘书长提交报告。"
        assert not here.session.can_undo


async def test_a_derived_heading_cannot_be_written(opener):
    async with sitting(opener) as here:
        here.room.page.move_to("resolution/annex-1/heading")
        await here.press("e")
        assert here.room.state.value == "reading"
        assert here.bar("provenance").strip()


async def test_a_burst_of_keys_acts_in_the_order_in_which_it_was_struck(opener):
    async with sitting(opener) as here:
        await here.go_to("resolution/op2")
        await here.press("enter", "ctrl+home")
        before = here.room.area.words
        await here.press("right", "right")
        for key, char in (("backspace", "\x7f"), ("backspace", "\x7f"), ("敦", "敦"), ("促", "促")):
            here.app.post_message(events.Key(key, char))
        await here.settle()
        assert here.room.area.words == "敦促" + before[2:]


async def test_words_typed_back_to_what_they_were_leave_no_difference_on_the_card(opener):
    async with sitting(opener, (120, 40)) as here:
        await here.go_to("resolution/op2")
        calm = here.card
        await here.press("enter")
        await here.type("甲")
        await here.press("backspace")
        await here.press("escape")
        assert here.card == calm
        assert not here.session.can_undo


async def test_opening_the_search_again_types_over_the_old_words(opener):
    async with sitting(opener, (120, 40)) as here:
        await here.press("slash")
        await here.type("汇款")
        await here.press("escape", "slash")
        await here.type("侨民")
        assert here.room.query_one("#query").value == "侨民"


async def test_a_citation_is_shown_in_the_words_of_the_draft_and_put_at_the_cursor(opener, size):
    async with sitting(opener, size) as here:
        await here.go_to("resolution/op3")
        await here.press("e", "home", "ctrl+t")
        await here.type("S/RES/1325(2000)")
        await here.press("enter")
        assert here.room.area.words == "安全理事会第1325(2000)号决议请秘书长提交报告。"
        await here.press("escape")
        assert here.text_of("resolution/op3").startswith("安全理事会第1325(2000)号决议")


async def test_the_arrows_choose_the_other_way_to_cite_and_esc_cites_nothing(opener):
    async with sitting(opener) as here:
        masthead = replace(here.room.session.document.masthead, symbol="A/C.2/80/L.5")
        here.room.session.set_masthead(masthead)
        await here.go_to("resolution/op3")
        await here.press("e", "ctrl+t")
        await here.type("70/1 2015-09-25")
        await here.press("down", "enter")
        assert here.room.area.words.endswith("。2015年9月25日第70/1号决议")
        await here.press("ctrl+t")
        await here.type("70/1 2015-09-25")
        await here.press("enter")
        assert here.room.area.words.endswith("决议其2015年9月25日第70/1号决议")
        await here.press("ctrl+t")
        await here.type("nothing")
        await here.press("enter")
        assert "⚑" in here.screen and "nothing" in here.screen
        await here.press("escape")
        assert here.room.state.value == "writing"


async def test_where_no_paragraph_is_written_the_citation_is_copied(opener):
    async with sitting(opener) as here:
        await here.press("ctrl+t")
        await here.type("nothing")
        await here.press("enter", "backspace", *["backspace"] * 6)
        await here.type("70/1")
        await here.press("enter")
        assert "第70/1号决议" in here.room.notice
        assert here.app.clipboard.endswith("第70/1号决议")


async def test_a_citation_waits_for_no_library_and_gets_its_date_when_one_answers(
    opener, monkeypatch
):
    answer = Event()

    def slow(provider):
        answer.wait()
        known = replace(
            library_source(), symbol="A/RES/70/302", stage=Stage.ADOPTED, date="2016-09-09"
        )
        return SimpleNamespace(sources=(known,))

    async with sitting(opener) as here:
        monkeypatch.setattr(LibraryProvider, "library", property(slow))
        try:
            await here.pilot.press("ctrl+t", *"70/302")
            assert "第70/302号决议" in here.screen and "2016年9月9日" not in here.screen
        finally:
            answer.set()
        await here.settle()
        assert "2016年9月9日" in here.screen


async def test_a_library_that_cannot_be_read_takes_no_citation_away(opener, monkeypatch):
    def broken(provider):
        raise UnreadableInput("workspace.no-such-folder", place="clauses")

    async with sitting(opener) as here:
        monkeypatch.setattr(LibraryProvider, "library", property(broken))
        await here.press("ctrl+t", *"70/1")
        assert "第70/1号决议" in here.screen
        await here.press("enter")
        assert here.app.clipboard.endswith("第70/1号决议")
