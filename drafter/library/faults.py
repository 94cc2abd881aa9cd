"""All that is wrong with the shape of a clause file, at once: each fault with its line, its field
and what is allowed there."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from drafter.library import shape
from drafter.library.findings import problem
from drafter.model.findings import Finding
from drafter.yamlio import Located

FORMAT = "1"
_LONGEST = 60
_QUOTED = re.compile(r"'([^']*)'")
_TAGS = frozenset({shape.PARAGRAPH_TAG, shape.PART_TAG})
# the field, or the tag of a block, that opens a record → the shape of that record
_SHAPES: dict[str, type[BaseModel]] = {
    "source": shape.SourceShape,
    "obtained": shape.ObtainedShape,
    "adoption": shape.AdoptionShape,
    "votes": shape.VotesShape,
    "separate_votes": shape.VotesShape,
    "reservations": shape.ReservationShape,
    "masthead": shape.MastheadShape,
    "origins": shape.OriginShape,
    "status": shape.StatusShape,
    "proposals": shape.ProposalShape,
    "waivers": shape.WaiverShape,
    "earlier": shape.EarlierShape,
    "retired": shape.RetiredShape,
    "children": shape.ParagraphShape,
    shape.PARAGRAPH_TAG: shape.ParagraphShape,
    shape.PART_TAG: shape.PartShape,
    "notes": shape.NoteShape,
    "concordance": shape.PairShape,
}
_TYPES = {
    "string_type": "text",
    "list_type": "list",
    "dict_type": "table",
    "model_type": "table",
    "model_attributes_type": "table",
}
_PATTERNS = {
    "session": "0, 1, 2 …",
    "language": "ar, en, zh …",
    "sha256": "0-9 a-f (64)",
    "imported": "0-9 a-f (32)",
}


def faults(held: Located, file: Path) -> tuple[Finding, ...]:
    """Every fault of shape in a clause file, in the order of its lines; none if it is sound."""
    if isinstance(held.data, dict) and held.data.get("format", FORMAT) != FORMAT:
        found = str(held.data["format"])[:_LONGEST]
        return (problem("other-format", file, held.line("format"), found=found, known=FORMAT),)
    try:
        shape.ClauseFileShape.model_validate(held.data)
    except ValidationError as error:
        every = (_fault(each, held, file) for each in error.errors(include_url=False))
        return tuple(sorted(every, key=lambda finding: finding.place.line))
    return ()


def _fault(error: ErrorDetails, held: Located, file: Path) -> Finding:
    path = tuple(step for step in error["loc"] if step not in _TAGS)
    line = held.line(*path)
    model, name = _model(error["loc"]), str(path[-1]) if path else "/"
    field = ".".join(map(str, path)) or "/"
    kind = error["type"]
    if kind == "extra_forbidden":
        return problem("unknown-key", file, line, field=field, allowed=", ".join(_keys(model)))
    if kind == "missing":
        return problem("missing-field", file, line, field=field, allowed=_choices(model, name))
    if kind in _TYPES and not path:
        return problem("not-clause-file", file, line, allowed=_inside(path))
    if kind in _TYPES:
        return problem(f"not-{_TYPES[kind]}", file, line, field=field, allowed=_inside(path))
    quoted = _QUOTED.findall(str(error.get("ctx", {}).get("expected", "")))
    expected = ", ".join(filter(None, quoted))
    allowed = expected or _PATTERNS.get(name) or "a-z 0-9 -"
    if kind == "string_too_short":
        return problem("missing-field", file, line, field=field, allowed="…")
    found = str(error["input"])[:_LONGEST]
    return problem("wrong-value", file, line, field=field, found=found, allowed=allowed)


def _model(loc: tuple[int | str, ...]) -> type[BaseModel]:
    for step in reversed(loc[:-1]):
        if isinstance(step, str) and step in _SHAPES:
            return _SHAPES[step]
    return shape.ClauseFileShape


def _keys(model: type[BaseModel]) -> list[str]:
    return list(model.model_fields)


def _inside(path: tuple[int | str, ...]) -> str:
    names = [step for step in path if isinstance(step, str)]
    model = _SHAPES.get(names[-1]) if names else shape.ClauseFileShape
    return ", ".join(_keys(model)) if model else "…"


def _choices(model: type[BaseModel], name: str) -> str:
    field = model.model_fields.get(name)
    annotation = field.annotation if field else None
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return ", ".join(filter(None, annotation))
    words = (each for each in get_args(annotation) if isinstance(each, str) and each)
    return ", ".join(words) or "…"
