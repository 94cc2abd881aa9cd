"""The library of an open session follows its files: in searches and as precedents, in one go."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.languages import language
from drafter.library import Query
from drafter.workspace.libraries import LibraryProvider
from tests.library.samples import two_texts

ZH = language("zh")
ROOT = Path(__file__).resolve().parents[2]
OLD, NEW = "我们认识到侨民和汇款。", "我们认识到侨民、汇款和各项费用的作用。"
POSIX = pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")


@pytest.fixture
def folder(tmp_path):
    two_texts(tmp_path / "clauses")
    return tmp_path / "clauses"


def _rewrite(folder):
    path = folder / "zh/ga/70/A_70_L.61.yaml"
    path.write_text(path.read_text("utf-8").replace(OLD, NEW), encoding="utf-8")


def _found(provider, text):
    """Whether a search, and the precedents of a text, give the very text."""
    hits = provider.library.search(Query(f'"{text}"', language="zh"))
    precedents = provider.engine(ZH).precedents(text)
    return (
        any(hit.clause.plain == text for hit in hits),
        any(each.clause.plain == text and each.similarity == 1.0 for each in precedents),
    )


def test_what_was_changed_is_found_at_once_by_a_search_and_as_a_precedent(folder, tmp_path):
    provider = LibraryProvider([folder], tmp_path / "cache")
    assert _found(provider, OLD) == (True, True)
    _rewrite(folder)
    assert provider.check()
    assert _found(provider, NEW) == (True, True)
    assert _found(provider, OLD) == (False, False)
    assert not provider.check()


def test_what_another_program_brought_up_to_date_is_found_too(folder, tmp_path):
    provider = LibraryProvider([folder], tmp_path / "cache")
    assert _found(provider, OLD) == (True, True)
    _rewrite(folder)
    assert _found(LibraryProvider([folder], tmp_path / "cache"), NEW) == (True, True)
    assert provider.check()
    assert _found(provider, NEW) == (True, True)
    assert _found(provider, OLD) == (False, False)


ENDED = """
import os, signal, sys
from pathlib import Path
from drafter.languages import language
from drafter.match import index_parts
from drafter.workspace.libraries import LibraryProvider
provider = LibraryProvider([Path(sys.argv[1])], Path(sys.argv[2]))
provider.library.refresh()
index_parts.built = lambda *rows: os.kill(os.getpid(), signal.SIGKILL)
provider.engine(language("zh"))
"""


@POSIX
def test_a_program_ended_between_its_two_indexes_leaves_both_right(folder, tmp_path):
    assert _found(LibraryProvider([folder], tmp_path / "cache"), OLD) == (True, True)
    _rewrite(folder)
    ended = subprocess.run(
        [sys.executable, "-c", ENDED, str(folder), str(tmp_path / "cache")], cwd=ROOT, check=False
    )
    assert ended.returncode == -signal.SIGKILL
    provider = LibraryProvider([folder], tmp_path / "cache")
    assert _found(provider, NEW) == (True, True)
    assert _found(provider, OLD) == (False, False)
