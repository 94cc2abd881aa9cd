"""Steps as JSON values for the journal, and back. Trees travel in the native record's shape."""

from __future__ import annotations

from dataclasses import asdict
from typing import TypeAlias, cast

from drafter.model import record_read
from drafter.model.findings import AnyFix, Fix, NameList, NamesFix, NoteFix
from drafter.model.record_write import (
    record,
    record_of_masthead,
    record_of_note,
    record_of_paragraph,
)
from drafter.model.tree import Document, Kind
from drafter.workspace import corrections, steps
from drafter.workspace.steps import Step
from drafter.yamlio.value import Value

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"
Entry: TypeAlias = dict[str, Json]


def document_record(document: Document) -> Json:
    """The JSON form of a whole document."""
    return cast(Json, record(document))


def document_of(value: Json) -> Document:
    """The document of a JSON form. Raises `InvalidRecord`."""
    return record_read.document(cast(Value, value))


def step_record(step: Step) -> Entry:
    """The JSON form of a step."""
    match step:
        case steps.Insert() | steps.SetMasthead() | steps.Rebase():
            return _with_tree(step)
        case steps.ApplyFix(fix):
            return _fix_entry(fix)
        case steps.EditText(element, words):
            return _entry("edit-text", element=element, words=words)
        case steps.Convert(element, kind):
            return _entry("convert", element=element, kind=kind.value)
        case steps.Restart(element, restarts):
            return _entry("restart", element=element, restarts=restarts)
        case steps.Move(element, up):
            return _entry("move", element=element, up=up)
        case steps.Split(element, offset, new):
            return _entry("split", element=element, offset=offset, new=new)
        case steps.AddNote(element, offset, note, words):
            return _entry("add-note", element=element, offset=offset, note=note, words=words)
        case steps.EditNote(note, words):
            return _entry("edit-note", note=note, words=words)
        case steps.RemoveNote(note):
            return _entry("remove-note", note=note)
        case (
            steps.Confirm(element)
            | steps.Delete(element)
            | steps.Indent(element)
            | steps.Outdent(element)
            | steps.Join(element)
        ):
            return _entry(type(step).__name__.lower(), element=element)
        case _:
            return _entry("correct", **cast(Entry, corrections.record_of(step)))


def _with_tree(step: steps.Insert | steps.SetMasthead | steps.Rebase) -> Entry:
    match step:
        case steps.Insert(paragraph, notes, relation, anchor):
            kept = [cast(Json, record_of_note(note)) for note in notes]
            new = cast(Json, record_of_paragraph(paragraph))
            return _entry("insert", paragraph=new, notes=kept, relation=relation, anchor=anchor)
        case steps.SetMasthead(masthead):
            return _entry("set-masthead", masthead=cast(Json, record_of_masthead(masthead)))
        case steps.Rebase(document):
            return _entry("rebase", document=document_record(document))


def _fix_entry(fix: AnyFix) -> Entry:
    match fix:
        case Fix():
            return _entry("apply-fix", **asdict(fix))
        case NoteFix(old, new):
            notes = [cast(Json, record_of_note(note)) for note in (old, new)]
            return _entry("fix-note", notes=notes)
        case NamesFix(listed, before, after):
            return _entry("fix-names", listed=listed.value, old=[*before], new=[*after])


def step_of(entry: Entry) -> Step:
    """The step of a JSON form. Raises KeyError, TypeError, ValueError or `DrafterError`."""
    words = {key: value for key, value in entry.items() if isinstance(value, str)}
    match entry["do"]:
        case "correct":
            return corrections.of_record(cast(dict[str, object], entry))
        case "insert":
            notes = cast(list[Value], entry["notes"])
            return steps.Insert(
                record_read.paragraph(cast(Value, entry["paragraph"]), ()),
                tuple(record_read.note(note, ()) for note in notes),
                words["relation"],
                words["anchor"],
            )
        case "set-masthead":
            return steps.SetMasthead(record_read.masthead(cast(Value, entry["masthead"]), ()))
        case "rebase":
            return steps.Rebase(document_of(entry["document"]))
        case "apply-fix" | "fix-note" | "fix-names":
            return steps.ApplyFix(_fix_of(entry, words))
        case "edit-text":
            return steps.EditText(words["element"], words["words"])
        case "convert":
            return steps.Convert(words["element"], Kind(words["kind"]))
        case "split":
            return steps.Split(words["element"], _number(entry["offset"]), words["new"])
        case "add-note":
            offset = _number(entry["offset"])
            return steps.AddNote(words["element"], offset, words["note"], words["words"])
        case "edit-note":
            return steps.EditNote(words["note"], words["words"])
        case "remove-note":
            return steps.RemoveNote(words["note"])
        case _:
            return _on_element(words, {key for key, value in entry.items() if value is True})


def _fix_of(entry: Entry, words: dict[str, str]) -> AnyFix:
    match words["do"]:
        case "fix-note":
            old, new = (record_read.note(note, ()) for note in cast(list[Value], entry["notes"]))
            return NoteFix(old, new)
        case "fix-names":
            before, after = (tuple(cast(list[str], entry[key])) for key in ("old", "new"))
            return NamesFix(NameList(words["listed"]), before, after)
        case _:
            start, end = _number(entry["start"]), _number(entry["end"])
            marks = _number(entry.get("marks_at", -1))
            return Fix(words["element"], start, end, words["old"], words["new"], marks)


def _on_element(words: dict[str, str], true: set[str]) -> Step:
    element = words["element"]
    match words["do"]:
        case "confirm":
            return steps.Confirm(element)
        case "delete":
            return steps.Delete(element)
        case "move":
            return steps.Move(element, "up" in true)
        case "restart":
            return steps.Restart(element, "restarts" in true)
        case "indent":
            return steps.Indent(element)
        case "outdent":
            return steps.Outdent(element)
        case "join":
            return steps.Join(element)
    raise ValueError(words["do"])


def _number(value: Json) -> int:
    if not isinstance(value, int):
        raise TypeError(value)
    return value


def _entry(do: str, **values: Json) -> Entry:
    return {"do": do, **values}
