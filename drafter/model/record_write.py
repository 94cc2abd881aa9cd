"""A document as a record of strings, lists and mappings, for files: keys in one order, empty values
left out, words as block scalars in light marks (`drafter.model.markup`).

`record_read` is the way back; both know the keys from here.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields
from typing import TypeAlias

from drafter.model.markup import write
from drafter.model.masthead import Masthead
from drafter.model.provenance import Origin, Proposal, Status, Waiver
from drafter.model.text import Text
from drafter.model.tree import Base, Document, Note, Paragraph, Part
from drafter.yamlio.value import Block, Value

Record: TypeAlias = dict[str, Value]

FORMAT = 1
PART_KEYS = ("part", "heading_read", "blocks")
DOCUMENT_KEYS = (
    "format", "type", "language", "stage", "masthead", "adopted_as", "round", "concordance",
    *PART_KEYS, "notes", "base",
)  # fmt: skip
MASTHEAD_KEYS = tuple(field.name for field in fields(Masthead))
PARAGRAPH_KEYS = (
    "id", "kind", "label_read", "label_fixed", "numbered", "restarts", "text", "origins", "status",
    "proposals", "waivers", "children",
)  # fmt: skip
NOTE_KEYS = ("id", "mark", "text", "work")
ORIGIN_KEYS = ("symbol", "part", "place", "clause", "stage", "adopted_as", "unchecked", "text")
STATUS_KEYS = ("standing", "until", "round", "date")
PROPOSAL_KEYS = ("by", "action", "target", "round", "against", "text", "remark")
WAIVER_KEYS = ("code", "reason")
BASE_KEYS = ("symbol", "sha256", "document")
PAIR_KEYS = ("old", "new")


def record(document: Document) -> Record:
    """The whole document, its base included. `record_read.document` gives it back."""
    return _filled(
        format=str(FORMAT),
        type=document.type.value,
        language=document.language,
        stage=document.stage,
        masthead=record_of_masthead(document.masthead),
        adopted_as=dict(document.adopted_as),
        round=_number(document.round),
        concordance=[{"old": old, "new": new} for old, new in document.concordance],
        **record_of_part(document.root),
        notes=[record_of_note(note) for note in document.notes],
        base=_base(document.base) if document.base else "",
    )


def record_of_part(part: Part) -> Record:
    """A part with everything below it: `part` is its kind, `blocks` its paragraphs and parts."""
    return _filled(
        part=part.kind.value,
        heading_read=part.heading_read,
        blocks=[
            record_of_part(block) if isinstance(block, Part) else record_of_paragraph(block)
            for block in part.blocks
        ],
    )


def record_of_paragraph(paragraph: Paragraph) -> Record:
    """A paragraph with its sub-paragraphs."""
    return _filled(
        id=paragraph.id,
        kind=paragraph.kind.value,
        label_read=paragraph.label_read,
        label_fixed=paragraph.label_fixed,
        numbered="" if paragraph.numbered else "false",
        restarts="true" if paragraph.restarts else "",
        text=_marked(paragraph.text),
        origins=[_origin(each) for each in paragraph.origins],
        status="" if paragraph.status == Status() else _status(paragraph.status),
        proposals=[_proposal(each) for each in paragraph.proposals],
        waivers=[_waiver(each) for each in paragraph.waivers],
        children=[record_of_paragraph(child) for child in paragraph.children],
    )


def record_of_note(note: Note) -> Record:
    """A footnote."""
    return _filled(id=note.id, mark=note.mark, text=_marked(note.text), work=note.work)


def record_of_masthead(masthead: Masthead) -> Record:
    """What is known of the masthead, a session as its number."""
    found: Record = {}
    for key in MASTHEAD_KEYS:
        value = getattr(masthead, key)
        if isinstance(value, tuple):
            found[key] = list(value)
        else:
            found[key] = "" if value is None else str(value)
    return _filled(**found)


def fingerprint(document: Document) -> str:
    """The SHA-256 of the document's words and structure, for `Base.sha256`; same on any system."""
    whole = json.dumps(record(document), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()


def _base(base: Base) -> Record:
    return _filled(symbol=base.symbol, sha256=base.sha256, document=record(base.document))


def _origin(origin: Origin) -> Record:
    return _filled(
        symbol=origin.symbol,
        part=origin.part,
        place=origin.place,
        clause=origin.clause,
        stage=origin.stage.value,
        adopted_as=origin.adopted_as,
        unchecked="true" if origin.unchecked else "",
        text=Block(origin.text),
    )


def _status(status: Status) -> Record:
    return _filled(
        standing=status.standing.value,
        until=status.until,
        round=_number(status.round),
        date=status.date,
    )


def _proposal(proposal: Proposal) -> Record:
    return _filled(
        by=list(proposal.by),
        action=proposal.action.value,
        target=proposal.target,
        round=_number(proposal.round),
        against=Block(proposal.against),
        text=Block(proposal.text),
        remark=proposal.remark,
    )


def _waiver(waiver: Waiver) -> Record:
    return _filled(code=waiver.code, reason=waiver.reason)


def _marked(text: Text) -> Block:
    return Block(write(text))


def _number(number: int) -> str:
    return str(number) if number else ""


def _filled(**values: Value) -> Record:
    return {key: value for key, value in values.items() if value}
