"""The line as a whole: help, languages, errors, exit codes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from drafter import __version__, messages
from drafter.cli import COMMANDS, command_names
from drafter.cli.common.terminal import printable
from drafter.messages import say
from drafter.model.tree import DocumentType

HELP = [[], *([name] for name in command_names()), ["library", "check"], ["library", "import"]]


@pytest.mark.parametrize("words", HELP, ids=" ".join)
@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_every_command_explains_itself_in_both_languages(drafter, words, language):
    done = drafter(*words, "--help", "--ui-lang", language)
    assert done.code == 0
    assert ("用法：" in done.out) is (language == "zh")
    assert "cli." not in done.out
    assert done.err == ""


def test_the_list_of_commands_uses_the_words_of_the_commands_themselves():
    for name in command_names():
        command = COMMANDS.get_command(None, name)
        assert command.name == name
        assert command.help == f"cli.{name}"


def test_the_interface_language_may_stand_anywhere_and_comes_from_the_locale(drafter, monkeypatch):
    assert "没有 --oops" in drafter("--ui-lang=zh", "show", "--oops").err
    assert "没有 --oops" in drafter("show", "--oops", "--ui-lang", "zh").err
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "没有 --oops" in drafter("show", "--oops").err
    assert drafter("--ui-lang", "fr").code == 2


def test_settings_choose_the_interface_language(drafter, tmp_path):
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.yaml").write_text("language: zh\n")
    assert "没有 --oops" in drafter("show", "--oops").err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["shwo"], "perhaps “show”"),
        (["no-such-file.txt"], "neither a command nor a file"),
        (["show"], "FILE is missing"),
        (["show", "a", "b"], "Too much on the line: b"),
        (["show", "--jsn", "a"], "perhaps --json"),
        (["search", "x", "--limit", "many"], "--limit: “many” is not a number"),
        (["search", "x", "--kind", "verse"], "--kind: “verse” is not one of"),
        (["search", "x", "--kind", "op"], "Perhaps: operative?"),
        (["search", "x", "--lang", "klingon"], "--lang: “klingon” is not one of: ar, en"),
        (["new", "x", "--type", "rev.1"], "Perhaps: revised-draft-resolution?"),
        (["new", "x.docx", "--type", "other"], "the name of a docx file"),
        (["render", "x", "--to", "word", "-o", "y"], "Perhaps: docx?"),
        (["render", "x", "--to", "docx,txt", "-o", "y.docx"], "Several formats go into a folder"),
        (["render", "x", "-o", "y"], "Say with --to"),
        (["search", "--limit"], "needs a value"),
        (["new", "x", "--lang", "zh"], "--type is missing"),
        ([], "cannot be opened from here"),
        (["library", "fxi"], "“fxi” is no command of drafter library"),
        (["library", "chekc"], "perhaps “check”"),
        (["show", "no-such-file.txt"], "no-such-file.txt"),
    ],
    ids=str,
)
def test_a_wrong_line_is_answered_on_standard_error_with_exit_code_2(drafter, words, said):
    done = drafter(*words)
    assert done.code == 2
    assert said in done.err
    assert done.out == ""


def test_a_file_that_is_not_there_is_answered_with_the_nearest(drafter, draft_file):
    for named in (draft_file.with_name("migration"), draft_file.with_name("migraton.draft.yaml")):
        for words in (["show", named], [named]):
            assert draft_file.name in drafter(*words).err


@pytest.mark.parametrize("kind", ["draft resolution", "Draft-Resolution", "决议草案"])
def test_types_formats_and_languages_go_by_their_names_too(drafter, tmp_path, kind):
    draft = tmp_path / "A.C.2-81-L.5"
    assert drafter("new", draft, "--type", kind, "--lang", "French").code == 0
    shown = drafter("show", f"{draft}.draft.yaml", "--json").json
    assert (shown["type"], shown["language"]) == ("draft-resolution", "fr")


def test_the_name_of_a_file_says_its_format(drafter, draft_file, tmp_path):
    for words in (["-o", tmp_path / "a.txt"], ["--to", ".TXT", "-o", tmp_path / "b.md"]):
        done = drafter("render", draft_file, *words)
        assert done.code == 0
    assert "b.md: written as txt" in done.err
    assert (tmp_path / "a.txt").read_bytes() == (tmp_path / "b.md").read_bytes()


def test_help_fits_its_columns_in_both_languages(drafter, monkeypatch):
    from drafter.model.wrapping import columns

    monkeypatch.setenv("COLUMNS", "80")
    for language in messages.LANGUAGES:
        page = drafter("new", "--help", "--ui-lang", language).out
        lines = page.partition(say("cli.examples"))[0].splitlines()
        assert max(map(columns, lines)) <= 80
        assert not [line for line in lines if line.strip()[:1] in set("，。、；）")]
        assert all(f"  {each} " in page for each in DocumentType)


def test_library_alone_prints_its_help(drafter):
    done = drafter("library", "--ui-lang", "zh")
    assert (done.code, done.err) == (0, "")
    assert "命令" in done.out


def test_the_version_is_printed(drafter):
    assert drafter("--version").out == f"drafter {__version__}\n"


def test_a_file_or_nothing_opens_the_room(drafter, draft_file):
    asked = []

    def room(file, example):
        asked.append((file, example))
        return 0

    assert drafter(draft_file, open_room=room).code == 0
    assert drafter(open_room=room).code == 0
    assert drafter("--example", open_room=room).code == 0
    assert asked == [(draft_file, False), (None, False), (None, True)]


def test_control_characters_are_shown_as_symbols():
    assert printable("a\x1b[31mb\x7f\x9bc\td\n") == "a␛[31mb␡\ufffdc\td\n"
    assert printable("a\u202eb") == "a\ufffdb"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("words", [["--help"], ["show", "DRAFT"], ["show", "DRAFT", "--json"]])
def test_a_disk_that_is_full_is_told_without_a_traceback(draft_file, words):
    line = [str(draft_file) if each == "DRAFT" else each for each in words]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "drafter", *line], check=False, stdout=full,
            stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
    assert done.returncode == 2
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr


def test_messages_that_nobody_can_read_stop_no_work(draft_file, tmp_path):
    read, write = os.pipe()
    os.close(read)
    out = tmp_path / "out"
    line = [sys.executable, "-m", "drafter", "render", draft_file, "--to", "txt,md", "-o", out]
    done = subprocess.run(line, check=False, stdout=subprocess.PIPE, stderr=write)
    os.close(write)
    assert done.returncode == 0
    assert len(list(out.iterdir())) == 2


def test_a_foreign_escape_in_a_file_name_does_not_reach_the_terminal(drafter):
    done = drafter("show", "\x1b]0;owned\x07.txt")
    assert "\x1b" not in done.err
    assert done.code == 2


def test_the_installed_program_starts_and_fails_without_traceback(tmp_path):
    run = [sys.executable, "-m", "drafter"]
    assert subprocess.run([*run, "--help"], check=False, capture_output=True).returncode == 0
    bad = tmp_path / "bad.draft.yaml"
    bad.write_bytes(b"format: 1\nparts: [")
    done = subprocess.run([*run, "show", bad], check=False, capture_output=True, text=True)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "bad.draft.yaml:" in done.stderr


def test_starting_loads_nothing_that_only_commands_need():
    code = (
        "import sys, drafter.cli; drafter.cli.main(['--help']);"
        "heavy = {'textual', 'pydantic', 'yaml', 'rapidfuzz', 'jinja2', 'sqlite3', 'json',"
        " 'pathlib', 'drafter.model.tree', 'drafter.cli.show'} & set(sys.modules);"
        "sys.exit(', '.join(sorted(heavy)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_every_sentence_is_there_in_both_languages():
    for language in messages.LANGUAGES:
        messages.set_language(language)
        for slug in ("usage", "findings", "no-such-command"):
            assert say(f"cli.{slug}", count=1, word="x") != f"cli.{slug}"
    messages.set_language("en")
