"""A folder with everything that the commands of the documentation name."""

import json
import shutil
from dataclasses import replace

import pytest

from drafter.model.record_write import fingerprint
from drafter.model.text import Text
from drafter.model.tree import Base, Kind, Paragraph
from tests.docs.pages import DOCS, ROOT, blocks
from tests.docs.running import run
from tests.readers.docx import making
from tests.readers.pdf import paper
from tests.writers import life
from tests.writers.tracked.official import official
from tests.writers.writing_samples import written

SEEDS = ROOT / "tests" / "data" / "seeds"
CODES = ("ar", "en", "es", "fr", "ru", "zh")
TYPES = ROOT / "tests" / "data" / "types"
TEXTS = {
    "text.txt": "003_0f52cda6ad3e56f0.txt",
    "old.txt": "003_0f52cda6ad3e56f0.txt",
    "report.txt": "001_83d1c10e2e5efe31.txt",
}
REPORT = {
    "committee.report.yaml": "en.report.yaml",
    "water.draft.yaml": "en-resolution.draft.yaml",
    "documents.draft.yaml": "en-decision.draft.yaml",
}
ROWS = {
    "rows.jsonl": {
        "id": "1", "doc": "A/C.3/79/L.51", "lang": "zh", "kind": "operative", "stage": "draft",
        "text": "鼓励会员国降低汇款费用；",
    },
    "queries.jsonl": {"text": "鼓励会员国降低汇款费用；", "lang": "zh"},
    "pairs.jsonl": {"a": "鼓励会员国", "b": "敦促会员国酌情", "lang": "zh"},
}  # fmt: skip
BROKEN = """\
format: 1
source:
  symbol: A/79/L.1
  language: zh
type: draft-resolution
part: resolution
blocks: []
"""


@pytest.fixture
def folder(tmp_path, shared):
    """What the pages name, to be written into, and the index of the shipped library."""
    shutil.copytree(shared, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture(scope="session")
def shared(tmp_path_factory):
    """What the pages name: texts, rows, a library to write into, a manifest, a broken file."""
    tmp_path = tmp_path_factory.mktemp("documentation")
    for file, seed in TEXTS.items():
        shutil.copyfile(SEEDS / seed, tmp_path / file)
    for file, source in REPORT.items():
        text = (ROOT / "tests" / "data" / "reports" / source).read_text(encoding="utf-8")
        for name, other in REPORT.items():
            text = text.replace(other, name)
        (tmp_path / file).write_text(text, encoding="utf-8")
    sheet, y = paper.enacting()
    sheet.paragraph(y, "1. Decides to meet.")
    (tmp_path / "text.pdf").write_bytes(paper.pdf(sheet))
    words = making.par(making.by("ins", making.run("Decides to meet.")))
    (tmp_path / "text.docx").write_bytes(making.word_file(words))
    (tmp_path / "official.docx").write_bytes(official())
    for code in CODES:
        (tmp_path / f"{code}.docx").write_bytes(written(life.draft(code)))
    shutil.copyfile(tmp_path / "en.docx", tmp_path / "issued.docx")
    shutil.copyfile(tmp_path / "zh.docx", tmp_path / "other.docx")
    (tmp_path / "zh.draft.yaml").write_bytes(written(life.draft("zh"), "yaml"))
    (tmp_path / "agreed.docx").write_bytes(written(agreed()))
    (tmp_path / "ours.draft.yaml").write_bytes(written(agreed(), "yaml"))
    issued = (TYPES / "zh" / "resolution.txt").read_text(encoding="utf-8")
    (tmp_path / "issued.txt").write_text(issued.replace("79/231", "79/217"), encoding="utf-8")
    for file, row in ROWS.items():
        (tmp_path / file).write_text(json.dumps(row) + "\n", encoding="utf-8")
    shutil.copytree(ROOT / "clauses", tmp_path / "clauses")
    texts = tmp_path / "texts"
    texts.mkdir()
    for file in ("text.txt", "report.txt"):
        shutil.copyfile(tmp_path / file, texts / file)
    (texts / "manifest.yaml").write_text(manifest(), encoding="utf-8")
    broken = tmp_path / "broken" / "zh" / "ga" / "79" / "A_79_L.1.yaml"
    broken.parent.mkdir(parents=True)
    broken.write_text(BROKEN, encoding="utf-8")
    assert run("drafter search 汇款", tmp_path).returncode == 0  # the index is made once
    return tmp_path


def agreed():
    """The English draft of the tests with a few words changed."""
    draft = life.draft("en")
    blocks = tuple(
        replace(block, text=Text.of(*block.text.spans, " as appropriate"))
        if isinstance(block, Paragraph) and block.kind is Kind.OPERATIVE
        else block
        for block in draft.root.blocks
    )
    base = Base(draft.masthead.symbol, fingerprint(draft), draft)
    return replace(draft, root=replace(draft.root, blocks=blocks), base=base)


def manifest():
    """The manifest as docs/library.md shows it."""
    shown = [block.lines for block in blocks(DOCS / "library.md") if block.kind == "yaml"]
    (lines,) = (lines for lines in shown if lines[0] == "text.txt:")
    return "\n".join(lines) + "\n"
