"""Every command of drafter that the documentation shows is run, in a folder with what it names."""

import shlex

import pytest

from tests.docs.pages import DOCS, INTERACTIVE, PAGES, ROOT, blocks, name
from tests.docs.running import run, run_alone

COMMANDS = {
    page: [command for block in blocks(page) if not block.interactive for command in block.commands]
    for page in PAGES
}


@pytest.mark.parametrize("page", [page for page in PAGES if COMMANDS[page]], ids=name)
def test_the_commands_of_a_page_run_as_shown(page, folder):
    # those of the first page as its reader runs them, the others without starting Python for each
    how = run_alone if page == ROOT / "README.md" else run
    for command, output in COMMANDS[page]:
        done = how(command, folder)
        said = done.stdout + done.stderr
        # a block that shows a refusal shows its output
        assert done.returncode == 0 or output, f"{command}\n{said}"
        place = 0
        for line in output:
            if line.strip() != "…":
                place = said.find(line, place)
                assert place >= 0, f"{command} does not print {line!r} (there):\n{said}"


def test_only_what_opens_the_room_is_left_out():
    opening = {"", "--example", "mine.draft.yaml", "text.txt"}
    for page in PAGES:
        for block in blocks(page):
            for command, _ in block.commands if block.interactive else ():
                words = " ".join(shlex.split(command, comments=True)[1:])
                assert words in opening, f"{name(page)}: {command} can be run: no {INTERACTIVE}"


def test_the_readme_and_the_guides_show_commands():
    assert len(COMMANDS[ROOT / "README.md"]) >= 8
    for guide in ("library", "rendering", "json"):
        assert COMMANDS[DOCS / f"{guide}.md"]
