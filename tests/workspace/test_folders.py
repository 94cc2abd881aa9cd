"""Settings, recent files, resources, locks, manifests: the small files around a draft."""

import json
import os
from pathlib import Path

import pytest

from drafter.errors import InvalidYaml, RefusedOverwrite, UnreadableInput
from drafter.readers import ReadOptions
from drafter.workspace import resources
from drafter.workspace.bulk.gathering import gathered
from drafter.workspace.config import Settings, settings, settings_file
from drafter.workspace.folders import made, state_folder
from drafter.workspace.locks import DraftLock
from drafter.workspace.manifest import options_for
from drafter.workspace.recent import recent_files, remember
from drafter.workspace.saving import write_new


def write_settings(words):
    made(settings_file().parent)
    settings_file().write_text(words, encoding="utf-8")


def test_without_a_settings_file_the_usual_ones_apply():
    assert settings() == Settings()


def test_settings_are_read():
    write_settings("language: zh\nlibraries:\n  - /clauses\nkeys:\n  undo: u,z\n")
    assert settings() == Settings("zh", "", (Path("/clauses"),), "", (("undo", "u,z"),))


@pytest.mark.parametrize(
    ("words", "line"), [("language: fr\n", 1), ("keys:\n  a: b\ncolour: red\n", 3)]
)
def test_a_setting_that_is_wrong_is_named_with_its_line(words, line):
    write_settings(words)
    with pytest.raises(InvalidYaml) as wrong:
        settings()
    assert wrong.value.place.endswith(f"settings.yaml:{line}")


def test_recent_files_are_listed_latest_first_and_only_while_they_exist(tmp_path):
    first, second = tmp_path / "a.draft.yaml", tmp_path / "b.draft.yaml"
    for path in (first, second, first):
        path.write_text("")
        remember(path)
    assert recent_files() == (first, second)
    second.unlink()
    assert recent_files() == (first,)


def test_a_damaged_list_of_recent_files_is_forgotten():
    made(state_folder())
    (state_folder() / "recent.json").write_text("{oops")
    assert recent_files() == ()


def test_clauses_and_templates_are_found():
    assert resources.clauses_folder().is_dir()
    assert resources.templates_folder().is_dir()


def test_a_wheel_carries_its_own_folders(tmp_path, monkeypatch):
    (tmp_path / "_data" / "clauses").mkdir(parents=True)
    monkeypatch.setattr(resources, "_PLACES", (tmp_path / "_data", tmp_path))
    resources.resource.cache_clear()
    assert resources.clauses_folder() == tmp_path / "_data" / "clauses"
    with pytest.raises(UnreadableInput):
        resources.templates_folder()
    resources.resource.cache_clear()


def test_a_lock_says_who_holds_it_and_goes_with_its_holder(tmp_path):
    first, second = DraftLock(tmp_path / "x.draft.yaml"), DraftLock(tmp_path / "x.draft.yaml")
    assert first.take()
    assert json.loads(first.file.read_text())["holder"]
    assert not second.take()
    assert second.holder
    first.release()
    assert not first.file.exists()
    assert second.take()
    second.release()


def test_a_lock_file_that_was_left_behind_locks_nothing(tmp_path):
    lock = DraftLock(tmp_path / "x.draft.yaml")
    lock.file.write_text("{torn")
    assert lock.take()
    lock.release()


@pytest.mark.skipif(os.name == "nt", reason="links")
def test_a_lock_never_follows_a_link(tmp_path):
    precious = tmp_path / "precious"
    precious.write_text("keep")
    lock = DraftLock(tmp_path / "x.draft.yaml")
    lock.file.symlink_to(precious)
    lock.take()
    lock.release()
    assert precious.read_text() == "keep"


def test_a_file_that_is_there_is_not_replaced_unasked(tmp_path):
    path = tmp_path / "a.txt"
    write_new(path, b"one")
    with pytest.raises(RefusedOverwrite):
        write_new(path, b"two")
    write_new(path, b"two", force=True)
    assert path.read_bytes() == b"two"


def test_a_manifest_fills_what_is_not_given(tmp_path):
    (tmp_path / "manifest.yaml").write_text(
        "a.txt:\n  symbol: A/79/439/Add.2\n  stage: committee\n"
        "  adopted_as:\n    report/draft-1: 79/217\n"
        "b.txt:\n  adopted_as: 68/4\n"
    )
    given = options_for(tmp_path / "a.txt", ReadOptions(date="2024-12-01"))
    assert (given.symbol, given.stage, given.date) == ("A/79/439/Add.2", "committee", "2024-12-01")
    assert given.adopted_as == (("report/draft-1", "79/217"),)
    assert options_for(tmp_path / "b.txt", ReadOptions()).adopted_as == (("", "68/4"),)
    assert options_for(tmp_path / "c.txt", ReadOptions(symbol="X")) == ReadOptions(symbol="X")


def test_a_manifest_that_is_wrong_is_named_with_its_line(tmp_path):
    (tmp_path / "manifest.yaml").write_text("a.txt:\n  symbol: A/1\n  stage: tabled\n")
    with pytest.raises(InvalidYaml) as wrong:
        options_for(tmp_path / "a.txt", ReadOptions())
    assert wrong.value.place.endswith("manifest.yaml:3")


def test_a_path_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(UnreadableInput):
        gathered([tmp_path / "none.txt"])
