"""Looking after a library at the command line."""

import shlex
from pathlib import Path

import click
import pytest

from drafter.cli.library import COMMAND
from drafter.messages import say
from drafter.yamlio import load

ROOT = Path(__file__).resolve().parents[2]
BASE = (ROOT / "tests/library/cases_base.yaml").read_text(encoding="utf-8")
CHECKED = "state: against document\n    by: reviewer\n    date: 2026-11-21\n"
UNCHECKED = "state: extracted, unchecked\n"


@pytest.fixture
def spoiled(tmp_path):
    """A library of one file with a comma of the wrong width, and its file."""
    path = tmp_path / "clauses/zh/ga/79/A_79_L.1.yaml"
    path.parent.mkdir(parents=True)
    text = BASE.replace(CHECKED, UNCHECKED).replace("会员国降低", "会员国,降低")
    path.write_text(text, encoding="utf-8")
    return tmp_path / "clauses", path


def test_every_tool_has_its_sentences_and_its_name():
    context = click.Context(COMMAND, info_name="library")
    for name in COMMAND.list_commands(context):
        command = COMMAND.get_command(context, name)
        assert command.name == name
        assert command.help == f"cli.library-{name}"
        assert say(command.help) != command.help
    assert {"check", "fix", "format"} <= set(COMMAND.list_commands(context))


def test_a_finding_that_can_be_fixed_is_marked(drafter, spoiled):
    done = drafter("library", "check", spoiled[0])
    (line,) = [each for each in done.out.splitlines() if each.startswith("P101")]
    assert line.endswith(f"[{say('cli.fixable')}]")
    assert f"{spoiled[1]}:" in line
    shown = drafter("library", "check", spoiled[0], "--json").json["findings"]
    assert [each["fixable"] for each in shown if each["code"] == "P101"] == [True]


def test_sarif_is_printed_on_demand_and_errors_exit_with_1(drafter, spoiled):
    assert drafter("library", "check", spoiled[0], "--sarif").json["version"] == "2.1.0"
    path = spoiled[1]
    path.write_text(path.read_text(encoding="utf-8").replace("stage: draft", "stage: x"))
    done = drafter("library", "check", spoiled[0], "--sarif")
    assert done.code == 1
    assert done.json["runs"][0]["results"][0]["ruleId"] == "wrong-value"
    assert drafter("library", "check", spoiled[0], "--sarif", "--json").code == 2


def test_a_long_list_of_one_code_is_cut_unless_all_is_asked_for(drafter, spoiled):
    folder, path = spoiled
    for number in range(2, 32):
        other = path.with_name(f"A_79_L.{number}.yaml")
        text = path.read_text(encoding="utf-8")
        other.write_text(text.replace("A/79/L.1", f"A/79/L.{number}"), encoding="utf-8")
    few = drafter("library", "check", folder).out
    assert few.count("P101 warning") == 20
    assert say("cli.more-of-code", code="P101", count=11) in few
    assert drafter("library", "check", folder, "--all").out.count("P101 warning") == 31


def test_fixes_are_shown_then_written(drafter, spoiled):
    folder, path = spoiled
    before = path.read_bytes()
    shown = drafter("library", "fix", folder)
    assert "+      *鼓励*会员国，降低汇款费用。" in shown.out
    assert path.read_bytes() == before
    done = drafter("library", "fix", folder, "--write", "--json").json
    assert (done["format"], done["written"], done["fixed"]) == (1, True, 1)
    assert [each["file"] for each in done["files"]] == [str(path)]
    assert "会员国，降低" in path.read_text(encoding="utf-8")


def test_format_writes_or_only_checks(drafter, spoiled):
    folder, path = spoiled
    before = path.read_bytes()
    listed = drafter("library", "format", folder, "--check")
    assert (listed.code, listed.out) == (1, f"{path}\n")
    assert path.read_bytes() == before
    assert drafter("library", "format", folder).code == 0
    again = drafter("library", "format", folder, "--check", "--json")
    assert (again.code, again.json["files"]) == (0, [])


def test_format_tells_what_it_cannot_read(drafter, spoiled):
    spoiled[1].write_text("format: 1\n", encoding="utf-8")
    done = drafter("library", "format", spoiled[0])
    assert done.code == 2
    assert str(spoiled[1]) in done.err


def test_without_a_folder_nothing_of_the_shipped_library_is_written(drafter):
    assert drafter("library", "format").code == 2
    assert drafter("library", "fix", "--write").code == 2


def test_the_hooks_for_pre_commit_are_commands_that_run(drafter, spoiled, monkeypatch):
    text = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    hooks = load(text, source="hooks").data
    assert {hook["id"] for hook in hooks} == {"drafter-library-check", "drafter-library-format"}
    monkeypatch.chdir(spoiled[0].parent)
    for hook in hooks:
        program, *words = shlex.split(hook["entry"])
        assert program == "drafter"
        done = drafter(*words, *hook["args"])
        assert done.code == 0, done.err
