"""What stands beside the draft: precedents, library, checks, outline."""

import pytest

from drafter.messages import say, set_language
from drafter.tui.present.card import card_blocks
from drafter.tui.widgets.rows import RowList
from tests.tui.sample_texts import DIASPORA, FLOWS, SHARED_ISSUE
from tests.tui.sitting import sitting


async def insert_shared_issue(here):
    await here.go_to("resolution/op1")
    await here.press("/")
    await here.type("共有问题")
    await here.press("enter")


async def test_search_shows_hits_with_their_source_and_stage_as_cited(opener, size):
    async with sitting(opener, size) as here:
        await here.press("/")
        await here.type("汇款")
        assert "2" in here.bar("side-title")
        assert "A/79/439/Add.2" in here.screen
        assert "79/217" in here.screen
        assert "SEARCHING" in here.bar("footer")


async def test_enter_inserts_the_hit_chosen_with_the_arrows(opener, size):
    async with sitting(opener, size) as here:
        await here.go_to("resolution/pp1")
        await here.press("/")
        await here.type("汇款")
        first = here.room.hits[0].clause.plain
        await here.press("down")
        second = here.room.hits[1].clause.plain
        assert {first, second} == {DIASPORA, FLOWS}
        await here.press("enter")
        assert here.text_of(here.cursor) == second
        assert here.session.document.paragraph(here.cursor).origins
        assert here.room.state.value == "reading"
        assert "A/79/439/Add.2" in here.bar("provenance")


async def test_unchecked_text_is_marked_until_it_is_confirmed(opener, size):
    async with sitting(opener, size) as here:
        await insert_shared_issue(here)
        assert here.room.page.item.unchecked
        assert "?" in here.screen
        await here.press("v")
        assert not here.room.page.item.unchecked
        await here.press("v")
        assert say("tui.nothing-to-confirm") in here.bar("provenance")


async def test_the_card_tells_the_layer_and_where_every_stretch_comes_from(opener, size):
    async with sitting(opener, size) as here:
        await insert_shared_issue(here)
        await here.press("p")
        card = here.room.card
        assert all(each.endswith(say("library.text-unchecked")) for each in card.standings)
        (line,) = card.stretches
        assert (line.state, line.words.startswith("1–")) == ("verbatim", True)
        words = ["".join(run.text for run in block.words) for block in card_blocks(card)]
        assert f"= {line.words}" in words[words.index(say("tui.card-stretches")) :]


async def test_insert_without_a_search_turns_to_the_library(opener, size):
    async with sitting(opener, size) as here:
        await here.press("i")
        assert here.room.state.value == "searching"


async def test_insert_takes_the_hit_of_the_last_search(opener, size):
    async with sitting(opener, size) as here:
        await here.press("/")
        await here.type("共有问题")
        await here.press("escape")
        await here.go_to("resolution/op1")
        await here.press("i")
        assert here.text_of(here.cursor) == SHARED_ISSUE


async def test_nothing_found_is_said(opener, size):
    async with sitting(opener, size) as here:
        await here.press("/")
        await here.type("太空探索")
        assert say("tui.search-nothing") in here.screen


async def test_an_inserted_paragraph_is_verbatim_and_an_edited_one_is_not(opener, size):
    async with sitting(opener, size) as here:
        await insert_shared_issue(here)
        new = here.cursor
        assert here.room.page.item.mark == "="
        await here.press("e", "ctrl+home", "delete", "delete")
        await here.type("敦促")
        await here.press("escape")
        assert here.cursor == new
        assert here.room.page.item.mark == "≈"


async def test_the_card_names_the_change(opener, size):
    async with sitting(opener, size) as here:
        await insert_shared_issue(here)
        await here.press("e", "ctrl+home", "delete", "delete")
        await here.type("敦促")
        assert "Opening verb stronger: 鼓励 → 敦促" in here.compared, "while it is typed"
        await here.press("escape", "p")
        assert "Opening verb stronger: 鼓励 → 敦促" in here.card
        assert "[－鼓励][＋敦促]" in here.card.replace("\n", "")
        assert "A/79/439/Add.2" in here.card
        assert "鼓励 → 敦促" in here.screen


async def test_next_and_previous_precedent(opener, size):
    async with sitting(opener, size) as here:
        await here.go_to("resolution/pp1")
        await here.press("/")
        await here.type("汇款")
        await here.press("enter", "p")
        total = len(here.room.card.precedents)
        if total > 1:
            await here.press("n")
            assert here.room.card.index == 1
            await here.press("p")
        assert here.room.card.index == 0


async def test_without_a_precedent_the_card_says_how_little_the_library_knows(opener, size):
    async with sitting(opener, size) as here:
        await here.go_to("resolution/annex-1/1")
        await here.press("p")
        assert "79" in here.card


async def test_the_provenance_bar_shows_three_shares(opener, size):
    async with sitting(opener, size) as here:
        assert here.bar("provenance").count("%") == 3


async def test_checks_are_listed_and_lead_to_their_paragraph(opener, size):
    async with sitting(opener, size) as here:
        await here.go_to("resolution/op1")
        await here.press("e", "end", "backspace")
        await here.type(";")
        await here.press("escape", "c")
        assert here.app.focused.id == "findings"
        assert here.room._listed
        await here.press("escape")
        assert here.room.state.value == "reading"


async def test_a_fix_is_applied_from_the_list(opener, size):
    async with sitting(opener, size) as here:
        await here.go_to("resolution/op1")
        await here.press("e", "end", "left", "left")
        await here.type(",")
        await here.press("escape", "c")
        fixable = [i for i, f in enumerate(here.room._listed) if f.fixes]
        assert fixable
        here.room.query_one("#findings", RowList).reach(fixable[0])
        before = here.session.document
        await here.press("enter")
        assert here.session.document != before


async def test_the_outline_leads_to_a_paragraph(opener, size):
    async with sitting(opener, size) as here:
        if size[0] >= 108:
            await here.press("l")
            assert not here.room.query_one("#outline").display
        await here.press("l")
        assert here.app.focused.id == "outline"
        await here.press("end", "enter")
        assert here.cursor == "resolution/annex-1/1"
        assert here.room.state.value == "reading"


async def test_a_hundred_thousand_hits_scroll_at_once(opener, size):
    async with sitting(opener, size) as here:
        await here.press("/")
        await here.type("汇款")
        hit = here.room.hits[0]
        here.room._show_hits((hit,) * 100_000)
        await here.settle()
        rows = here.room.query_one("#hits", RowList)
        rows.reach(99_999)
        await here.settle()
        assert rows.index == 99_999
        assert "A/79/439/Add.2" in here.screen


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_all_of_it_in_both_interface_languages(opener, size, language):
    set_language(language)
    async with sitting(opener, size) as here:
        await here.press("/")
        await here.type("汇款")
        await here.press("escape", "p", "c", "escape", "?")
        assert say("tui.help-title") in here.screen
        await here.press("escape")
        assert say("tui.state-reading") in here.bar("footer")


async def test_one_key_shows_how_the_precedent_moved_and_again_the_difference(opener, size):
    async with sitting(opener, size) as here:
        await insert_shared_issue(here)
        await here.press("h")
        assert say("workspace.lineage-alone") in here.card
        assert "this library: 1 text," in here.card
        await here.press("h")
        assert say("tui.no-difference") in here.card
