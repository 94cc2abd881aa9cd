"""The list of a report's events: edited in place, saved at once, undone."""

import shutil

import pytest

from drafter.readers import read
from drafter.tui.screens.events import EventsScreen
from drafter.tui.widgets.rows import RowList
from drafter.workspace.event_sheet import EventSheet
from tests.reports.events import DATA
from tests.tui.sitting import sitting


@pytest.fixture
def events(tmp_path):
    for file in DATA.glob("en*.yaml"):
        shutil.copy(file, tmp_path)
    return tmp_path / "en.report.yaml"


def kinds(path):
    return [event.kind.value for event in EventsScreen(path).sheet.events(0)]


def reach(here, kind):
    screen = here.app.screen
    rows = [i for i, row in enumerate(screen._rows) if row.kind == kind and row.section == 0]
    screen.query_one(RowList).reach(rows[0])


async def test_every_event_is_listed_with_what_the_report_says_of_it(events, size):
    async with sitting(None, size, events=events) as here:
        assert "Introduction" in here.screen
        assert "At its 2nd plenary meeting, on 18 September 2026" in here.screen


async def test_an_event_is_edited_and_saved(events, size):
    async with sitting(None, size, events=events) as here:
        reach(here, "sponsors-joined")
        await here.press("enter")
        area = here.app.screen.query_one("#event-fields")
        assert "- Morocco" in area.text
        area.text = area.text.replace("Morocco", "Chile")
        await here.press("ctrl+s")
    said = [p.text.plain() for p in read(events).document.root.paragraphs]
    assert any("Subsequently, Chile and Peru joined" in words for words in said)


async def test_what_is_wrong_with_an_event_is_said_and_nothing_is_lost(events, size):
    async with sitting(None, size, events=events) as here:
        before = events.read_bytes()
        reach(here, "adopted")
        await here.press("e")
        area = here.app.screen.query_one("#event-fields")
        area.text = area.text.replace("recorded-vote", "by-magic")
        await here.press("ctrl+s")
        assert "by-magic" in here.screen
        await here.press("escape")
        assert events.read_bytes() == before


async def test_events_are_moved_deleted_and_brought_back(events, size):
    before = kinds(events)
    async with sitting(None, size, events=events) as here:
        reach(here, "introduced")
        await here.press("J")
        assert kinds(events)[:2] == [before[1], before[0]]
        await here.press("d")
        assert kinds(events) == [before[1], *before[2:]]
        await here.press("u", "u")
        assert kinds(events) == before


async def test_a_new_event_is_added_after_the_cursor(events, size):
    async with sitting(None, size, events=events) as here:
        reach(here, "introduced")
        await here.press("a", "e")
        assert "event: orally-revised" in here.app.screen.query_one("#event-fields").text
        await here.press("escape")
        assert kinds(events)[:2] == ["introduced", "orally-revised"]
        assert "⚑ orally-revised" in here.screen


async def test_only_events_of_the_section_are_offered(events, size):
    async with sitting(None, size, events=events) as here:
        await here.press("a")
        offered = [choice.value for choice in here.app.screen.choices]
        assert "allocated" in offered and "sponsors-joined" not in offered
        await here.press("escape")
        reach(here, "introduced")
        await here.press("a", "end")
        offered = [choice.value for choice in here.app.screen.choices]
        assert "sponsors-joined" in offered and "allocated" not in offered
        assert "text  a paragraph" in here.screen


async def test_a_file_that_changed_meanwhile_is_not_overwritten(events, size):
    async with sitting(None, size, events=events) as here:
        theirs = events.read_text(encoding="utf-8") + "# theirs\n"
        events.write_text(theirs, encoding="utf-8")
        reach(here, "introduced")
        await here.press("d")
        assert events.read_text(encoding="utf-8") == theirs


def test_a_file_with_a_byte_order_mark_is_edited_where_it_is(events):
    events.write_bytes("\ufeff".encode() + events.read_bytes())
    sheet = EventSheet.open(events)
    sheet.remove(0, 0)
    assert len(EventSheet.open(events).events(0)) == len(sheet.events(0))
    assert not list(events.parent.glob("*-mine-*"))
