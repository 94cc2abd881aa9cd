"""Comparing files, and batches of pairs; exports that state facts and leave judgement to people."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from drafter.compare import Comparison, Row, changes, compare_documents
from drafter.errors import UnknownName, UnreadableInput
from drafter.languages import language
from drafter.messages import say
from drafter.model.findings import ChangeKind
from drafter.model.text import Text
from drafter.model.view import DocumentView, view
from drafter.readers import read
from drafter.workspace.batch import rows_and_problems
from drafter.workspace.records import FORMAT, Record, change_record, sentence
from drafter.workspace.saving import write_all

EXPORTS = ("csv", "md", "txt")
_FACTS = ("state", "place", "kind", "old", "new")
# which way a verb went is a judgement; that it is another verb is a fact
_PLAINLY = dict.fromkeys(
    (ChangeKind.VERB_STRONGER, ChangeKind.VERB_WEAKER), ChangeKind.VERB_CHANGED
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Compared:
    """Two documents as they print, and how the second departs from the first."""

    a: DocumentView
    b: DocumentView
    comparison: Comparison

    @property
    def record(self) -> Record:
        """The JSON of `contract.md`."""
        return {
            "format": FORMAT,
            "paragraphs": [row_record(row) for row in self.comparison.rows],
            "masthead": [
                {"field": field, "old": old, "new": new}
                for field, old, new in self.comparison.masthead
            ],
        }

    def label(self, row: Row) -> str:
        """Where a row stands, as people say it: its label, or the id of what has none."""
        return " → ".join(filter(None, (_labels(self.a, row.a), _labels(self.b, row.b))))

    def words(self, row: Row) -> tuple[str, str]:
        """The texts of a row."""
        return _texts(self.a, row.a), _texts(self.b, row.b)


def compare_files(a: Path, b: Path) -> Compared:
    """Compare two files of any known format, by the language of the second.

    Raises `UnreadableInput`.
    """
    old, new = read(a).document, read(b).document
    rules = language(new.language)
    return Compared(
        view(old, language(old.language).conventions),
        view(new, rules.conventions),
        compare_documents(old, new, rules),
    )


def compare_pairs(path: Path) -> Iterator[Record]:
    """`{changes}` for each line `{a, b, lang}`; with an `error` too where it is no such line.

    Raises `UnreadableInput` for a file that cannot be read.
    """
    return map(_pair_record, rows_and_problems(path, ("a", "b", "lang")))


def _pair_record(row: dict[str, str] | UnreadableInput) -> Record:
    try:
        if isinstance(row, UnreadableInput):
            raise row
        found = changes(row["a"], row["b"], language(row["lang"]))
    except (UnreadableInput, UnknownName) as problem:
        return {"changes": [], "error": say(problem.message_id, **problem.params)}
    return {"changes": [change_record(change) for change in found]}


def row_record(row: Row) -> Record:
    """One row: ids are strings, lists where paragraphs were fused or split."""
    return {
        "state": row.state.value,
        "a": _ids(row.a),
        "b": _ids(row.b),
        "changes": [change_record(change) for change in row.changes],
        "structure": [
            {"what": fact.what, "old": fact.old, "new": fact.new} for fact in row.structure
        ],
    }


def exported(compared: Compared, name: str, *, judgements: bool = False) -> bytes:
    """The comparison as csv, md or txt: facts, and what to make of them only with `judgements`.

    Raises `UnknownName`.
    """
    columns = (*_FACTS, "difference") if judgements else _FACTS
    rows = [row[: len(columns)] for row in _rows(compared, judgements=judgements)]
    match name:
        case "csv":
            return _csv(columns, rows)
        case "md":
            return _markdown(columns, rows).encode()
        case "txt":
            return _text(rows).encode()
    raise UnknownName("workspace.unknown-export", name=name, known=", ".join(EXPORTS))


def _rows(compared: Compared, *, judgements: bool) -> Iterator[tuple[str, ...]]:
    """The columns, the sentence last; one row a change, or one for a whole paragraph."""
    for row in compared.comparison.rows:
        state = say(f"workspace.state-{row.state.value}")
        where = compared.label(row)
        for change in row.changes:
            kind = _kind(change.kind, judgements=judgements)
            yield state, where, kind, change.old, change.new, sentence(change)
        if not row.changes:
            words = ("", "") if row.a and row.b else compared.words(row)
            yield state, where, "", *words, ""


def _kind(kind: ChangeKind, *, judgements: bool) -> str:
    plain = kind if judgements else _PLAINLY.get(kind, kind)
    return say(f"workspace.kind-{plain.value}")


def _csv(columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> bytes:
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow([say(f"workspace.column-{name}") for name in columns])
    table.writerows([[_harmless(cell) for cell in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")  # spreadsheets read UTF-8 only with its mark


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet will not take for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _markdown(columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    names = [say(f"workspace.column-{name}") for name in columns]
    lines = ["| " + " | ".join(names) + " |", "|---" * len(columns) + "|"]
    for row in rows:
        cells = (cell.replace("\\", "\\\\").replace("|", "\\|") for cell in row)
        lines.append("| " + " | ".join(" ".join(cell.split("\n")) for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def _text(rows: list[tuple[str, ...]]) -> str:
    lines: list[str] = []
    for state, where, kind, old, new, *judged in rows:
        lines.append("  ".join(filter(None, (state, where, *(judged or (kind,))))))
        lines += [f"    − {old}"] if old else []
        lines += [f"    + {new}"] if new else []
    return "\n".join(lines) + "\n"


def _labels(side: DocumentView, ids: tuple[str, ...]) -> str:
    return ", ".join(_label(side, each) for each in ids)


def _label(side: DocumentView, element_id: str) -> str:
    element = side.element(element_id)
    label = (element.label_read or element.label) if element else ""
    return f"{label} ({element_id})" if label else element_id


def _texts(side: DocumentView, ids: tuple[str, ...]) -> str:
    notes = {note.id: note.text for note in side.notes}
    found = (_text_of(side, each, notes) for each in ids)
    return "\n".join(text.plain() for text in found if text is not None)


def _text_of(side: DocumentView, element_id: str, notes: Mapping[str, Text]) -> Text | None:
    element = side.element(element_id)
    return element.text if element else notes.get(element_id)


def _ids(ids: tuple[str, ...]) -> str | list[str] | None:
    if len(ids) > 1:
        return list(ids)
    return ids[0] if ids else None


def write_exports(
    compared: Compared,
    formats: tuple[str, ...],
    target: Path,
    *,
    judgements: bool = False,
    force: bool = False,
) -> tuple[Path, ...]:
    """Write the comparison: one format to the file `target`, several into a folder.

    Raises `RefusedOverwrite` for files that exist unless `force`.
    """
    one = len(formats) == 1
    files = {target if one else target / f"{target.resolve().name}.{f}": f for f in formats}
    made = {path: exported(compared, name, judgements=judgements) for path, name in files.items()}
    write_all(made, force=force, folder=None if one else target)
    return tuple(files)
