"""The start screen."""

import shutil

from drafter.messages import set_language
from drafter.tui.screens.start import StartScreen
from drafter.workspace.recent import remember
from drafter.workspace.session import Session
from tests.reports.events import DATA
from tests.tui.sitting import sitting


async def opened(here):
    while not here.opened:
        await here.pilot.pause()
    await here.settle()


async def test_what_can_be_done_is_listed(size):
    async with sitting(size=size) as here:
        assert "new draft" in here.screen
        assert "START" in here.bar("footer")
        await here.press("q")
        assert here.app.return_code == 0


async def test_a_file_is_opened_by_its_path_and_remembered(draft_file, size):
    async with sitting(size=size) as here:
        await here.press("o", "ctrl+u")
        await here.type(str(draft_file))
        await here.press("enter")
        await opened(here)
        assert "国际移民与发展" in here.bar("heading")
        await here.press("q")
        assert isinstance(here.app.screen, StartScreen)
        assert "migration.draft.yaml" in here.screen


async def test_a_recent_file_is_opened_from_the_list(draft_file, size):
    remember(draft_file)
    async with sitting(size=size) as here:
        await here.press("end", "enter")
        await opened(here)
        assert here.session.path == draft_file


async def test_the_cursor_passes_over_headings(draft_file, size):
    remember(draft_file)
    async with sitting(size=size) as here:
        await here.press(*["down"] * 9)
        await here.press("enter")
        await opened(here)
        assert here.session.path == draft_file


async def test_a_new_draft_in_a_chosen_language(size):
    async with sitting(size=size) as here:
        await here.press("n", "1")
        assert "language" in here.screen
        await here.press("enter")
        await opened(here)
        assert here.session.document.root.paragraphs


async def test_work_left_unsaved_is_offered(draft_file, library, size):
    session = Session.open(draft_file, library=library)
    session.edit_text("resolution/op3", "请秘书长口头报告。")
    session.close()
    async with sitting(size=size) as here:
        assert "recover (1)" in here.screen
        await here.press("r", "1")
        await opened(here)
        assert here.text_of("resolution/op3") == "请秘书长口头报告。"


async def test_a_file_that_is_not_there_is_asked_for_again_as_it_was_typed(tmp_path, size):
    async with sitting(size=size) as here:
        await here.press("o", "ctrl+u")
        await here.type(str(tmp_path / "nothing.yaml"))
        await here.press("enter")
        assert "There is no such file" in here.screen
        assert here.app.screen.query_one("#line").value == str(tmp_path / "nothing.yaml")
        await here.press("escape")
        assert isinstance(here.app.screen, StartScreen)


async def test_a_report_is_opened_as_its_events_and_one_that_is_none_is_told(tmp_path):
    for file in DATA.glob("en*.yaml"):
        shutil.copy(file, tmp_path)
    (tmp_path / "broken.report.yaml").write_text("format: 1\nlanguage: [en\n")
    async with sitting() as here:
        await here.press("o")
        await here.type("broken.report.yaml")
        await here.press("enter")
        assert "broken.report.yaml:" in here.screen
        await here.press("o")
        await here.type("en.report.yaml")
        await here.press("enter")
        assert "Events of the report" in here.screen
        await here.press("q")
        assert isinstance(here.app.screen, StartScreen)
        assert "en.report.yaml" in here.screen


async def test_in_chinese(size):
    set_language("zh")
    async with sitting(size=size) as here:
        assert "新草案" in here.screen
        await here.press("?")
        assert "按键与记号" in here.screen
