"""What the documentation says of keys, settings, fields and layers is what the program has."""

import json
import re
import subprocess
import sys
import tomllib

import pytest

from drafter.model.findings import ChangeKind, ChangeSeverity
from drafter.model.tree import DocumentType
from drafter.tui.actions import ACTIONS
from drafter.tui.keymap import shown
from drafter.tui.screens.notes import NotesDialog
from drafter.workspace import amending, config
from drafter.workspace.session import Session
from drafter.writers.layout import layout
from drafter.yamlio import load
from tests.docs.pages import DOCS, PAGES, ROOT, blocks, name, prose
from tests.docs.running import run

# what the room prints that is no key: marks of margin and card, and signs of the documentation
MARKS = set("=≈+−↷⚑✗·↻▲*") | {" | "}
JSON = {
    "show": "show report.txt --confidence",
    "import": "import texts --library out",
    "search": "search 汇款",
    "match": "match text.txt",
    "compare": "compare text.txt report.txt",
    "deviations": "deviations text.txt --against precedents",
    "check": "check text.txt",
    "report check": "report check committee.report.yaml",
    "library check": "library check broken",
    "sponsors": "sponsors France",
    "cite": "cite A/RES/70/1",
    "doctor": "doctor",
}


def test_generated_pages_are_fresh():
    done = subprocess.run(
        [sys.executable, ".ci/docs", "--check"], cwd=ROOT, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("page", [ROOT / "README.md", DOCS / "drafting-room.md"], ids=name)
def test_keys_that_are_named_are_keys(page):
    keys = {each for row in ACTIONS for key in row.keys for each in (key, shown(key))}
    keys |= {key for binding in NotesDialog.BINDINGS for key in binding.key.split(",")}
    short = {each for each in re.findall(r"`([^`]+)`", prose(page)) if len(each) <= 2}
    named = {each for each in short if not re.search("[\u3400-\u9fff]", each)}
    assert named <= keys | MARKS, named - keys - MARKS


def test_every_setting_and_variable_is_explained():
    page = DOCS / "settings.md"
    (example,) = (block for block in blocks(page) if block.kind == "yaml")
    shown_keys = load("\n".join(example.lines), source="settings.md").data.keys()
    assert shown_keys == set(config._KEYS)
    for file in (ROOT / "drafter").rglob("*.py"):
        for variable in re.findall(r'"(DRAFTER_\w+)"', file.read_text(encoding="utf-8")):
            assert f"`{variable}`" in prose(page), variable


def test_the_example_of_settings_is_accepted(tmp_path, monkeypatch):
    monkeypatch.setenv("DRAFTER_CONFIG", str(tmp_path))
    (example,) = (block for block in blocks(DOCS / "settings.md") if block.kind == "yaml")
    (tmp_path / "settings.yaml").write_text("\n".join(example.lines), encoding="utf-8")
    assert config.settings().theme == "paper"


@pytest.mark.parametrize("command", JSON)
def test_fields_of_json_are_those_that_are_printed(command, folder):
    printed = json.loads(run(f"drafter {JSON[command]} --json", folder).stdout)
    section = prose(DOCS / "json.md").partition(f"\n## {command}\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (`.+?) \| (.+) \|$", section, re.M)
    explained = {field for first, _ in rows for field in names(first)}
    assert set(printed) - {"format"} <= explained
    assert keys_of(printed) <= explained | {field for _, rest in rows for field in names(rest)}


def names(words):
    return re.findall(r"`(\w+)`", words)


def keys_of(value):
    """Every key of a JSON value at any depth, but of tables whose keys are data."""
    if isinstance(value, list):
        return set().union(*map(keys_of, value))
    if not isinstance(value, dict):
        return set()
    below = (keys_of(inner) for key, inner in value.items() if key != "adopted_as")
    return (set(value) - {"format"}).union(*below)


def test_every_kind_of_change_stands_under_its_severity():
    section = prose(DOCS / "json.md").partition("\n## compare\n")[2]
    rows = dict(re.findall(r"^\| `(\w+)` \| (`.+`) \|$", section, re.M))
    for severity in ChangeSeverity:
        kinds = set(re.findall(r"`([\w-]+)`", rows[severity.value]))
        assert kinds == {kind.value for kind in ChangeKind if kind.severity is severity}


def test_excerpts_stand_in_the_clause_files():
    excerpts = [b for b in blocks(DOCS / "library.md") if b.lines[0].startswith("# clauses/")]
    assert len(excerpts) == 2
    for block in excerpts:
        text = (ROOT / block.lines[0].removeprefix("# ")).read_text(encoding="utf-8")
        place = 0
        for line in block.lines[1:]:
            words = re.sub(r" +#.*", "", line).rstrip("…")
            if words.strip():
                place = text.find(words, place)
                assert place >= 0, line


def test_ids_that_are_shown_are_ids_of_the_library(folder):
    for clause in re.findall(r"`(A/[^`]+#[^`]+)`", prose(DOCS / "library.md")):
        symbol = clause.partition("#")[0]
        done = run(f"drafter search --source {symbol} --limit 1000 --json", folder)
        assert clause in {hit["clause"] for hit in json.loads(done.stdout)["hits"]}, clause


def test_layout_is_corrected_as_shown(tmp_path):
    (row,) = (b for b in blocks(DOCS / "rendering.md") if b.kind == "yaml" and "en:" in b.lines[0])
    shipped = (ROOT / "templates" / "layout.yaml").read_text(encoding="utf-8")
    lines = "\n".join(row.lines)
    (tmp_path / "layout.yaml").write_text(f"{shipped.rstrip()}\n{lines}\n", encoding="utf-8")
    assert layout(tmp_path).type("en")["body"] == "21"


def test_blanks_are_printed_as_the_table_says(folder):
    example = (ROOT / "templates" / "examples" / "migration.draft.yaml").read_text("utf-8")
    (folder / "draft.draft.yaml").write_text(example, "utf-8")
    (folder / "corrected.draft.yaml").write_text(example.replace("大会，", "大会、", 1), "utf-8")
    run("drafter report new draft.draft.yaml -o item.report.yaml", folder)
    amend = "drafter amend draft.draft.yaml corrected.draft.yaml --as"
    own = {each.value: f"{amend} {each}" for each in amending.TYPES}
    own["committee-report"] = "drafter render item.report.yaml"
    page = prose(DOCS / "rendering.md")
    types = re.findall(r"^\| `([\w-]+)` \| (\w+|–) \| .* \| (\S*__|none.*) \|$", page, re.M)
    assert len(types) == len(DocumentType)
    for each, distribution, symbol in types:
        command = own.get(each, f"drafter render draft.draft.yaml --as {each}")
        assert run(f"{command} --to txt -o out.txt --force", folder).returncode == 0
        text = (folder / "out.txt").read_text(encoding="utf-8")
        # the line that ends in a blank is the symbol's; `–` and "none" mean that there is no line
        blanks = re.findall(r" (\S*[./]__)$", text.partition("\n\n")[0], re.M)
        assert blanks == ([] if symbol.startswith("none") else [symbol]), each
        distributed = re.findall(r"Distr\.: (\w+)", text)
        assert distributed == ([] if distribution == "–" else [distribution]), each


def test_the_tour_of_the_readme_can_be_walked(tmp_path, monkeypatch):
    for variable in ("DRAFTER_STATE", "DRAFTER_CACHE", "DRAFTER_CONFIG"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    session = Session.example()
    number = re.search(r"go to paragraph (\d+), which begins with (\w+)", prose(ROOT / "README.md"))
    element = next(each for each in session.view.elements if each.label == f"{number[1]}.")
    words = element.text.plain()
    assert words.startswith(number[2])
    written = words.replace(number[2], "敦促", 1)
    nearest = session.precedents(element.id, written)[0]
    (change,) = session.deviations(element.id, nearest, written)
    assert change.kind is ChangeKind.VERB_STRONGER
    session.close(discard=True)


def test_the_architecture_names_the_layers_and_stays_short():
    page = DOCS / "architecture.md"
    text = page.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 200
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (layers,) = (
        contract["layers"]
        for contract in project["tool"]["importlinter"]["contracts"]
        if contract["type"] == "layers"
    )
    rooms = {each for layer in layers for each in re.findall(r"drafter\.(\w+)", layer)}
    table = text.partition("\n## The layers\n")[2].partition("\n## ")[0]
    first_column = re.findall(r"^\| (.+?) \|", table, re.M)
    named = {word for cell in first_column for word in re.findall(r"(\w+)`", cell)}
    assert {room for room in rooms if (ROOT / "drafter" / room).is_dir()} <= named


def test_no_page_names_this_machine():
    for page in PAGES:
        assert "/tmp/" not in page.read_text(encoding="utf-8"), name(page)  # noqa: S108
