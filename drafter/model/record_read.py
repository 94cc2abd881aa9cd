"""A document from a record, read strictly: see `record_write` for the keys.

Every function raises `InvalidRecord` with the path of the offending value: an unknown key, a value
of the wrong type, a missing id or kind, an id used twice, a note mark without its note, or a format
newer than this program knows.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.errors import InvalidRecord
from drafter.model import record_write as keys
from drafter.model.markup import parse
from drafter.model.masthead import Masthead
from drafter.model.provenance import Action, Origin, Proposal, Stage, Standing, Status, Waiver
from drafter.model.strict import Fields, Path
from drafter.model.tree import Base, Document, DocumentType, Kind, Note, Paragraph, Part, PartKind
from drafter.yamlio.value import Value


def document(value: Value, path: Path = ()) -> Document:
    """The document that `record_write.record` wrote."""
    check_format(value, path)
    fields = Fields(value, path, keys.DOCUMENT_KEYS)
    found = Document(
        type=fields.choice("type", DocumentType),
        language=fields.required("language"),
        root=_part(fields),
        masthead=masthead(fields.value("masthead"), fields.at("masthead")),
        notes=tuple(note(item, at) for item, at in fields.items("notes")),
        stage=fields.words("stage"),
        adopted_as=fields.pairs("adopted_as"),
        base=_base(fields),
        round=fields.number("round"),
        concordance=tuple(_pair(item, at) for item, at in fields.items("concordance")),
    )
    check_ids(found, path)
    return found


def check_format(value: Value, path: Path = ()) -> None:
    """Refuse what is no record of ours, and a newer format before anything of it is read."""
    if not isinstance(value, dict) or "format" not in value:
        raise InvalidRecord("yaml.not-a-draft", path=path)
    fields = Fields({"format": value["format"]}, path, ("format",))
    found = fields.number("format")
    if found > keys.FORMAT:
        raise InvalidRecord(
            "yaml.newer-format", path=fields.at("format"), found=found, known=keys.FORMAT
        )
    if found < keys.FORMAT:
        raise InvalidRecord(
            "yaml.not-a-choice", path=fields.at("format"), key="format",
            value=fields.words("format"), allowed=str(keys.FORMAT),
        )  # fmt: skip


def part(value: Value, path: Path) -> Part:
    """A part with everything below it."""
    return _part(Fields(value, path, keys.PART_KEYS))


def paragraph(value: Value, path: Path) -> Paragraph:
    """A paragraph with its sub-paragraphs."""
    fields = Fields(value, path, keys.PARAGRAPH_KEYS)
    return Paragraph(
        id=fields.required("id"),
        kind=fields.choice("kind", Kind),
        text=parse(fields.words("text")),
        children=tuple(paragraph(item, at) for item, at in fields.items("children")),
        numbered=fields.boolean("numbered", default=True),
        restarts=fields.boolean("restarts", default=False),
        label_read=fields.words("label_read"),
        label_fixed=fields.words("label_fixed"),
        origins=tuple(_origin(item, at) for item, at in fields.items("origins")),
        status=_status(fields),
        proposals=tuple(_proposal(item, at) for item, at in fields.items("proposals")),
        waivers=tuple(_waiver(item, at) for item, at in fields.items("waivers")),
    )


def note(value: Value, path: Path) -> Note:
    """A footnote."""
    fields = Fields(value, path, keys.NOTE_KEYS)
    return Note(
        fields.required("id"), parse(fields.words("text")), fields.words("mark"),
        fields.words("work"),
    )  # fmt: skip


def masthead(value: Value, path: Path) -> Masthead:
    """A masthead; an empty one if `value` is empty."""
    if value == "":
        return Masthead()
    fields = Fields(value, path, keys.MASTHEAD_KEYS)
    return Masthead(
        symbol=fields.words("symbol"),
        body=fields.words("body"),
        session=fields.number("session") if fields.words("session") else None,
        session_read=fields.words("session_read"),
        committee=fields.words("committee"),
        agenda_items=fields.strings("agenda_items"),
        agenda_titles=fields.strings("agenda_titles"),
        distribution=fields.words("distribution"),
        date=fields.words("date"),
        original_language=fields.words("original_language"),
        submitters=fields.words("submitters"),
        sponsors=fields.strings("sponsors"),
        rapporteur=fields.words("rapporteur"),
        adopted_on=fields.words("adopted_on"),
        bracket_line=fields.words("bracket_line"),
        closing=fields.words("closing"),
        job_number=fields.words("job_number"),
        added_sponsors=fields.strings("added_sponsors"),
        group=fields.words("group"),
        submitter=fields.words("submitter"),
        predecessor=fields.words("predecessor"),
        meeting=fields.words("meeting"),
        documents=fields.strings("documents"),
        read=fields.strings("read"),
    )


def check_ids(document: Document, path: Path = ()) -> None:
    """Every id stands for one thing, and every mark has its note."""
    notes: set[str] = set()
    for index, each in enumerate(document.notes):
        if each.id in notes:
            where = (*path, "notes", index, "id")
            raise InvalidRecord("yaml.duplicate-id", path=where, id=each.id)
        notes.add(each.id)
    seen: set[str] = set()
    for at, each_paragraph in located(document.root, path):
        if each_paragraph.id in seen:
            raise InvalidRecord("yaml.duplicate-id", path=(*at, "id"), id=each_paragraph.id)
        seen.add(each_paragraph.id)
        for mark in each_paragraph.text.notes:
            if mark not in notes:
                raise InvalidRecord("yaml.mark-without-note", path=(*at, "text"), mark=mark)


def located(part: Part, path: Path) -> Iterator[tuple[Path, Paragraph]]:
    """Every paragraph below `part` with its path in the record of the part at `path`."""
    for index, block in enumerate(part.blocks):
        at = (*path, "blocks", index)
        if isinstance(block, Part):
            yield from located(block, at)
        else:
            yield from _located(block, at)


def _located(paragraph: Paragraph, path: Path) -> Iterator[tuple[Path, Paragraph]]:
    yield path, paragraph
    for index, child in enumerate(paragraph.children):
        yield from _located(child, (*path, "children", index))


def _part(fields: Fields) -> Part:
    blocks = tuple(
        part(item, at) if isinstance(item, dict) and "part" in item else paragraph(item, at)
        for item, at in fields.items("blocks")
    )
    return Part(fields.choice("part", PartKind), blocks, fields.words("heading_read"))


def _base(fields: Fields) -> Base | None:
    if not fields.has("base"):
        return None
    own = Fields(fields.value("base"), fields.at("base"), keys.BASE_KEYS)
    whole = document(own.value("document"), own.at("document"))
    return Base(own.words("symbol"), own.words("sha256"), whole)


def _origin(value: Value, path: Path) -> Origin:
    fields = Fields(value, path, keys.ORIGIN_KEYS)
    return Origin(
        symbol=fields.words("symbol"),
        part=fields.words("part"),
        place=fields.words("place"),
        text=fields.words("text"),
        clause=fields.words("clause"),
        stage=fields.choice("stage", Stage, Stage.UNKNOWN),
        adopted_as=fields.words("adopted_as"),
        unchecked=fields.boolean("unchecked", default=False),
    )


def _status(fields: Fields) -> Status:
    if not fields.has("status"):
        return Status()
    own = Fields(fields.value("status"), fields.at("status"), keys.STATUS_KEYS)
    return Status(
        own.choice("standing", Standing), own.words("until"), own.number("round"), own.words("date")
    )


def _proposal(value: Value, path: Path) -> Proposal:
    fields = Fields(value, path, keys.PROPOSAL_KEYS)
    return Proposal(
        by=fields.strings("by"),
        action=fields.choice("action", Action),
        against=fields.words("against"),
        text=fields.words("text"),
        target=fields.words("target"),
        round=fields.number("round"),
        remark=fields.words("remark"),
    )


def _waiver(value: Value, path: Path) -> Waiver:
    fields = Fields(value, path, keys.WAIVER_KEYS)
    return Waiver(fields.required("code"), fields.words("reason"))


def _pair(value: Value, path: Path) -> tuple[str, str]:
    fields = Fields(value, path, keys.PAIR_KEYS)
    return fields.words("old"), fields.words("new")
