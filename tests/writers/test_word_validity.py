"""Every Word file is valid by the Open XML SDK's own validator, where Node has it (.ci/ooxml)."""

import json
import os
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from drafter.model.tree import DocumentType
from tests.writers.life import CODES, VARIANTS, draft, report, typed
from tests.writers.test_word_file import png
from tests.writers.writing_samples import NAMES, sample, written

_NAME = "ooxml-validator"
_INSTALLED = Path(__file__).resolve().parents[2] / "build" / "ooxml" / "node_modules" / ".bin"
VALIDATOR = os.environ.get("OOXML_VALIDATOR") or shutil.which(
    _NAME, path=os.pathsep.join((str(_INSTALLED), os.environ.get("PATH", "")))
)
pytestmark = pytest.mark.skipif(
    VALIDATOR is None, reason="the Open XML SDK validator is not installed: run .ci/ooxml"
)
BODIES = ("Security Council", "Human Rights Council", "Economic and Social Council")


def errors(path):
    """What the validator says of one file: where, and what is wrong."""
    run = subprocess.run([VALIDATOR, path], capture_output=True, text=True, check=False)
    told = json.loads(run.stdout)
    return [(each["path"], each["xPath"], each["description"]) for each in told["errors"]]


def assert_valid(folder, files):
    """Each of `files` (name and bytes) has no error."""
    paths = []
    for name, data in files:
        paths.append(folder / f"{name}.docx")
        paths[-1].write_bytes(data)
    with ThreadPoolExecutor(2) as pool:
        found = dict(zip((path.name for path in paths), pool.map(errors, paths), strict=True))
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("kind", list(DocumentType), ids=str)
def test_every_type_is_valid_in_every_language(kind, tmp_path):
    assert_valid(tmp_path, ((code, written(typed(code, kind))) for code in CODES))


@pytest.mark.parametrize("variant", sorted(set(VARIANTS) - {"draft", "report", "adopted"}))
def test_every_shape_of_a_text_is_valid_in_every_language(variant, tmp_path):
    assert_valid(tmp_path, ((code, written(VARIANTS[variant](code))) for code in CODES))


@pytest.mark.parametrize("body", BODIES)
def test_the_documents_of_other_bodies_are_valid(body, tmp_path):
    kinds = (DocumentType.DRAFT_RESOLUTION, DocumentType.RESOLUTION)
    texts = (typed("en", kind) for kind in kinds)
    own = (replace(text, masthead=replace(text.masthead, body=body)) for text in texts)
    assert_valid(tmp_path, ((text.type.value, written(text)) for text in own))


@pytest.mark.parametrize("code", CODES)
def test_watermark_and_emblem_are_valid(code, tmp_path):
    marked = written(draft(code), draft=True, emblem=png())
    plain = written(report(code), official=True, final=True, consultation=True)
    assert_valid(tmp_path, (("marked", marked), ("plain", plain)))


def test_the_shipped_samples_are_valid(tmp_path):
    assert_valid(tmp_path, ((name, written(sample(name))) for name in NAMES))
