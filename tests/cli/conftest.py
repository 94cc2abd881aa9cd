"""The command line as a function: exit code, standard output, standard error."""

import json
from dataclasses import dataclass

import pytest

from drafter.cli import main


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture(autouse=True)
def private_folders(tmp_path, monkeypatch):
    for name in ("STATE", "CONFIG"):
        monkeypatch.setenv(f"DRAFTER_{name}", str(tmp_path / name.lower()))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture
def drafter(capsys):
    def run(*words, **more):
        code = main([str(word) for word in words], **more)
        done = capsys.readouterr()
        return Ran(code, done.out, done.err)

    return run


@pytest.fixture
def draft_file(tmp_path):
    from drafter.workspace.native import native_bytes
    from tests.workspace.drafts import small_draft

    path = tmp_path / "migration.draft.yaml"
    path.write_bytes(native_bytes(small_draft()))
    return path
