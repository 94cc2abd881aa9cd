"""What matching finds, as the JSON of `contract.md`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from drafter.match import Containment, Covered, Precedent, Reason, Stretch
from drafter.match.coverage import Shares
from drafter.messages import say
from drafter.workspace.libraries import LibraryProvider
from drafter.workspace.records import Record, change_record

if TYPE_CHECKING:
    from drafter.library import Clause


def found_record(
    precedents: Sequence[Precedent], contains: Sequence[Containment], provider: LibraryProvider
) -> Record:
    """What was found for one text."""
    return {
        "precedents": [_precedent(each, provider) for each in precedents],
        "contains": [_containment(each, provider) for each in contains],
    }


def covered_record(covered: Covered, provider: LibraryProvider) -> Record:
    """Where the stretches of one text come from, and its shares."""
    return {
        "provenance": [_stretch(each, provider) for each in covered.stretches],
        "coverage": shares_record(covered.shares),
    }


def shares_record(shares: Shares) -> Record:
    """Shares of characters, never added up; `by_stage` are those of what is verbatim."""
    return {
        "verbatim": round(shares.verbatim, 4),
        "edited": round(shares.edited, 4),
        "not_found": round(shares.not_found, 4),
        "by_stage": {stage.value: round(share, 4) for stage, share in shares.stages},
    }


def reach_record(provider: LibraryProvider) -> Record:
    """How much the library knows: what it may say of a text that it does not have."""
    coverage = provider.coverage
    return {
        "texts": coverage.texts,
        "sessions": list(coverage.sessions),
        "languages": list(coverage.languages),
        "clauses": coverage.clauses,
        "unread": coverage.unread,
        "retired": coverage.retired,
        "layers": [layer.name for layer in provider.layers],
        "sentence": provider.reach,
    }


def source_record(clause: Clause) -> Record:
    """A clause by its id, the document it is from, and what became of that."""
    return {
        "clause": clause.id,
        "source": clause.symbol,
        "stage": clause.stage.value,
        "adopted_as": clause.adopted_as,
    }


def standing_record(clause: Clause, provider: LibraryProvider) -> Record:
    """The layer of a clause, whether its text was compared with the document, and its section."""
    layer = provider.layer(clause).name
    return {"layer": layer, "checked": clause.checked, **section_record(clause)}


def section_record(clause: Clause) -> Record:
    """The section that the clause is cited with; nothing where none is."""
    return {"section": clause.section} if clause.section else {}


def reason(of: Reason) -> str:
    """A reason in the interface language."""
    return say(of.message, **dict(of.params))


def _precedent(precedent: Precedent, provider: LibraryProvider) -> Record:
    clause = precedent.clause
    return {
        **source_record(clause),
        "text": clause.plain,
        "similarity": round(precedent.similarity, 6),
        "rank": precedent.rank,
        "reasons": [reason(each) for each in precedent.reasons],
        "changes": [change_record(change) for change in precedent.changes],
        "adoption": clause.adoption_way,
        "date": clause.date,
        "session": clause.session,
        **standing_record(clause, provider),
    }


def _containment(found: Containment, provider: LibraryProvider) -> Record:
    return {
        "clause": found.clause.id,
        "source": found.clause.symbol,
        "start": found.start,
        "end": found.end,
        "clause_start": found.clause_start,
        "clause_end": found.clause_end,
        "containment": round(found.containment, 6),
        **standing_record(found.clause, provider),
    }


def _stretch(stretch: Stretch, provider: LibraryProvider) -> Record:
    found: Record = {"start": stretch.start, "end": stretch.end, "state": stretch.state.value}
    if stretch.clause is None:
        return found
    return {
        **found,
        "clause": stretch.clause.id,
        "source": stretch.clause.symbol,
        "stage": stretch.clause.stage.value,
        "clause_start": stretch.clause_start,
        "clause_end": stretch.clause_end,
        **standing_record(stretch.clause, provider),
    }
