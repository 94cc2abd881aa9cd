"""Clause files as YAML: new ones, and old ones with their comments."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from drafter import yamlio
from drafter.library.clause import NOTHING, Curated, Earlier
from drafter.library.clause_file import (
    MASTHEAD_TOLD_BY_SOURCE,
    MAX_CHARACTERS,
    TOLD_BY_SOURCE,
    ClauseFile,
)
from drafter.library.clause_rows import NOTES, Row, dicts, rows, several, words
from drafter.library.note_places import note_places
from drafter.library.source_record import source_record
from drafter.model.record_write import record, record_of_note
from drafter.model.tree import Note
from drafter.yamlio import Located, Value, dump

_BEFORE_TEXT = ("id", "kind", "label_read", "label_fixed", "numbered", "restarts")
_AFTER_NOTHING = ("origins", "status", "proposals", "waivers", "children")
_NOTICE = "United Nations text; the official document prevails. See NOTICE.md."
_CURATE = "Imports refresh the text and keep: topics, addressees, family, note, review."
_MODELINE = re.compile(r"^# yaml-language-server: \$schema=(.+)$", re.MULTILINE)
Derived = tuple[str, tuple[str, ...]]


def written(file: ClauseFile, *, schema: str = "") -> str:
    """The clause file as YAML; `schema` is the path of the schema for editors, empty for none."""
    return dump(_whole(file, {}), comment=_head(schema))


def rewritten(
    old: bytes, file: ClauseFile, *, schema: str = "", held: Located | None = None
) -> bytes:
    """`file` in canonical form with every comment of the clause file in `old`.

    Where `file` says what `old` says, canonical bytes come back as they were. Without `schema` the
    old modeline stays. With `held`, what `old` says, only the form changes: nothing that is derived
    or understood is put right or filled in. Raises `InvalidYaml` for an `old` that is no YAML.
    """
    text = old.decode("utf-8-sig")
    modeline = _MODELINE.search(text)
    head = _head(schema or (modeline[1] if modeline else ""))
    whole = _whole(file, _derived_in(held) if held else {})
    if held:
        _leave_unsaid(whole, held)
    new = yamlio.rewritten(text, whole, source="", comment=head, max_bytes=MAX_CHARACTERS)
    return new.encode()


def _derived_in(held: Located) -> dict[str, Derived]:
    """What a file says, rightly or not, are the opening and footnotes of its paragraphs."""
    blocks = held.data.get("blocks", "") if isinstance(held.data, dict) else ""
    return {
        words(row, "id"): (words(row, "opening"), several(row, "footnotes"))
        for _, row in rows(blocks, ("blocks",))
        if "part" not in row
    }


def _leave_unsaid(whole: Row, held: Located) -> None:
    """Take from `whole` what its source has by default only."""
    new, old = whole["source"], held.data.get("source") if isinstance(held.data, dict) else None
    if not isinstance(new, dict) or not isinstance(old, dict):
        return
    if not old.get("obtained"):
        new.pop("obtained", None)
    before = dicts(old.get("adoption", ""))
    for row, said in zip(dicts(new.get("adoption", "")), before, strict=True):
        if not said.get("how"):
            row.pop("how", None)


def _head(schema: str) -> str:
    modeline = f"yaml-language-server: $schema={schema}\n" if schema else ""
    return f"{modeline}{_NOTICE}\n{_CURATE}"


def _whole(file: ClauseFile, derived: Mapping[str, Derived]) -> Row:
    skeleton = record(file.document)
    marks = {p.id: (p.text.opening, p.text.notes) for _, p in file.document.walk()}
    notes = note_places(file.document)
    dress = _Dress(dict(file.curated), {**marks, **derived}, notes.beside)
    skeleton[NOTES] = [record_of_note(note) for note in notes.at_end]
    masthead = skeleton.get("masthead", {})
    told = {key: skeleton.pop(key) for key in ("format", *TOLD_BY_SOURCE) if key in skeleton}
    if isinstance(masthead, dict):
        masthead = {k: v for k, v in masthead.items() if k not in MASTHEAD_TOLD_BY_SOURCE}
    if "blocks" in skeleton:
        skeleton["blocks"] = [dress.row(row) for row in dicts(skeleton["blocks"])]
    whole: Row = {
        "format": told["format"],
        "source": dict(source_record(file.source)),
        "imported": file.imported,
        "type": skeleton.pop("type"),
        "masthead": masthead,
        **{key: value for key, value in skeleton.items() if key != "masthead"},
    }
    return {key: value for key, value in whole.items() if value}


@dataclass(frozen=True, slots=True)
class _Dress:
    """Puts what is curated and derived, and the notes, into the rows of a skeleton."""

    curated: dict[str, Curated]
    derived: dict[str, Derived]
    notes: Mapping[str, tuple[Note, ...]]

    def row(self, row: Row) -> Row:
        if "part" in row:
            inner = [self.row(each) for each in dicts(row.get("blocks", ""))]
            return {**row, "blocks": list[Value](inner)} if inner else row
        added = self.curated.get(words(row, "id"), NOTHING)
        opening, notes = self.derived[words(row, "id")]
        dressed: Row = {key: row.get(key, "") for key in _BEFORE_TEXT}
        dressed |= {"opening": opening, "text": row.get("text", ""), "footnotes": list(notes)}
        beside = self.notes.get(words(row, "id"), ())
        dressed[NOTES] = [record_of_note(note) for note in beside]
        dressed |= {"topics": list(added.topics), "addressees": list(added.addressees)}
        dressed |= {"family": added.family, "note": added.note, "review": added.review}
        dressed["earlier"] = [_earlier(each) for each in added.earlier]
        retired = {"why": added.retired.why, "by": added.retired.by}
        dressed["retired"] = {key: said for key, said in retired.items() if said}
        dressed |= {key: row.get(key, "") for key in _AFTER_NOTHING}
        children = (self.row(each) for each in dicts(row.get("children", "")))
        dressed["children"] = list[Value](children)
        return {key: value for key, value in dressed.items() if value}


def _earlier(reading: Earlier) -> Row:
    fields = {"text": reading.text, "until": reading.until, "by": reading.by}
    return {name: value for name, value in fields.items() if value}
