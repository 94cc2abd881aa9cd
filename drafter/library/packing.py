"""Library values as JSON text for the index, and back. Any malformed text raises ValueError,
KeyError or TypeError: the index is then damaged."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from drafter.library.clause import Clause, Retired, SetApart
from drafter.library.source import Adoption, Obtained, Reservation, Source, Votes
from drafter.model.findings import Finding, Place, Severity
from drafter.model.provenance import Stage
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import Kind

_SPANS = 7
_KIND_OF = {kind.value[0]: kind for kind in SpanKind}


def pack_clause(clause: Clause) -> str:
    """A clause as JSON."""
    return _json(
        [
            clause.id, clause.symbol, clause.part, clause.place, clause.label, clause.kind,
            clause.language, [[span.kind.value[0], span.text] for span in clause.text.spans],
            clause.stage, clause.adopted_as, clause.session, clause.date, clause.topics,
            clause.addressees, clause.family, clause.note, clause.review, str(clause.file),
            clause.parent, clause.offered, clause.adoption_way, _votes_row(clause.votes),
            [[_votes_row(e.votes), e.by, e.how, e.whole] for e in clause.set_apart],
            clause.checked,
            clause.retired.why, clause.retired.by, clause.section, clause.section_place,
        ]
    )  # fmt: skip


def unpack_clause(packed: str) -> Clause:
    """The clause that was packed."""
    (
        clause_id, symbol, part, place, label, kind, language, spans, stage, adopted_as, session,
        date, topics, addressees, family, note, review, file, parent, offered, way, votes,
        set_apart, checked, why, by, section, section_place,
    ) = json.loads(packed)  # fmt: skip
    text = Text(tuple(Span(words, _KIND_OF[letter]) for letter, words in spans))
    return Clause(
        clause_id, symbol, part, place, label, Kind(kind), language, text, text.plain(),
        text.opening, Stage(stage), adopted_as, session, date, tuple(topics), tuple(addressees),
        family, note, review, Path(file), parent, offered, way, _votes(votes),
        tuple(SetApart(_votes(own), *rest) for own, *rest in set_apart), checked,
        Retired(why, by), section, section_place,
    )  # fmt: skip


def unpack_plain(packed: str) -> str:
    """The plain text of a packed clause: a tenth of the work of unpacking all of it."""
    spans = json.loads(packed)[_SPANS]
    return "".join(words for letter, words in spans if _KIND_OF[letter] is not SpanKind.NOTE)


def pack_source(source: Source) -> str:
    """A source as JSON."""
    return _json(asdict(source))


def unpack_source(packed: str) -> Source:
    """The source that was packed."""
    fields = json.loads(packed)
    fields["stage"] = Stage(fields["stage"])
    fields["adopted_as"] = tuple((part, symbol) for part, symbol in fields["adopted_as"])
    fields["adoption"] = tuple(_adoption(each) for each in fields["adoption"])
    fields["obtained"] = Obtained(**fields["obtained"])
    return Source(**fields)


def pack_findings(findings: tuple[Finding, ...]) -> str:
    """Findings without fixes as JSON."""
    return _json([[f.code, f.severity, f.message, asdict(f.place), f.params] for f in findings])


def unpack_findings(packed: str) -> tuple[Finding, ...]:
    """The findings that were packed."""
    return tuple(
        Finding(
            code, Severity(severity), message, Place(**place),
            tuple((name, value) for name, value in params),
        )
        for code, severity, message, place, params in json.loads(packed)
    )  # fmt: skip


def _adoption(fields: dict[str, Any]) -> Adoption:
    return Adoption(
        part=fields["part"],
        how=fields["how"],
        votes=Votes(**fields["votes"]) if fields["votes"] else None,
        separate_votes=tuple(Votes(**each) for each in fields["separate_votes"]),
        reservations=tuple(Reservation(**each) for each in fields["reservations"]),
        record=fields["record"],
    )


def _votes_row(votes: Votes | None) -> list[int | str | None]:
    """A count as a row, empty for none."""
    if votes is None:
        return []
    return [votes.in_favour, votes.against, votes.abstaining, votes.on, votes.record]


def _votes(row: list[Any]) -> Votes | None:
    return Votes(*row) if row else None


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
