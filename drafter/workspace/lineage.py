"""The lineage of a clause, told with what this library covers; its language versions, tied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.compare import Change
from drafter.compare.naming import sourced
from drafter.errors import UsageError
from drafter.languages import codes, language
from drafter.library.tie import Disagreement, between
from drafter.match.lineage import PROPOSED, Lineage, Step, lineage
from drafter.messages import say
from drafter.workspace.libraries import LibraryProvider, cited, provider
from drafter.workspace.match_records import reach_record, section_record, source_record
from drafter.workspace.originals import unchecked, with_originals
from drafter.workspace.records import FORMAT, Record, change_record, sentence

if TYPE_CHECKING:
    from drafter.library import Clause, Coverage


@dataclass(frozen=True, slots=True)
class Version:
    """The same clause in another language, and in what the two disagree."""

    clause: Clause
    disagreements: tuple[Disagreement, ...]


@dataclass(frozen=True, slots=True)
class Traced:
    """A lineage, the language versions of its clause, and how much the library knows."""

    lineage: Lineage
    versions: tuple[Version, ...]
    held: LibraryProvider

    @property
    def record(self) -> Record:
        """Its JSON."""
        found = self.lineage
        return {
            "format": FORMAT,
            "clause": found.clause.id,
            "language": found.clause.language,
            "family": found.family,
            "confirmed": bool(found.family),
            "floor": None if found.family else found.floor,
            "earliest": found.earliest.id if found.earliest else None,
            "latest": found.latest.id if found.latest else None,
            "steps": [_step_record(step, self.held) for step in found.steps],
            "undated": [clause_record(each) for each in found.undated],
            "versions": [_version_record(each) for each in self.versions],
            "library": reach_record(self.held),
        }


def trace(
    clause_id: str, folders: Sequence[Path], code: str = "", *, floor: float = PROPOSED
) -> Traced:
    """The lineage of a clause of the libraries in `folders`, in this language or in the first that
    has it. Raises `UsageError` if there is no such clause, or none in this language."""
    if not clause_id.strip():
        raise UsageError("workspace.no-clause-named", hint_id="workspace.clauses-look-like")
    held = provider(folders)
    clause = held.library.clause(clause_id, code)
    if clause is not None:
        return traced(clause, held, floor=floor)
    others = ", ".join(each.language for each in held.library.versions(clause_id))
    if others:
        raise UsageError(
            "workspace.clause-held-otherwise", clause=clause_id, language=code, held=others
        )
    raise UsageError(
        "workspace.no-clause-here", hint_id="workspace.clauses-look-like", clause=clause_id
    )


def traced(clause: Clause, held: LibraryProvider, *, floor: float = PROPOSED) -> Traced:
    """The lineage of a clause in its own language, and its other language versions."""
    library = held.library
    family = library.family(clause.family, clause.language) if clause.family else ()
    found = lineage(clause, family, held.engine(language(clause.language)), floor=floor)
    others = (each for each in library.versions(clause.id) if each.language != clause.language)
    versions = tuple(Version(each, tuple(_disagreements(clause, each))) for each in others)
    return Traced(found, versions, held)


def _disagreements(clause: Clause, other: Clause) -> tuple[Disagreement, ...]:
    known = codes()
    if clause.language not in known or other.language not in known:
        return ()
    spoken = language(clause.language), language(other.language)
    return tuple(between(clause.id, (clause.plain, other.plain), spoken))


# sentences, in the interface language


def lineage_lines(found: Traced) -> tuple[tuple[str, str], ...]:
    """The lineage as lines of (ink, words): "head", "source", "plain", "faint", "same",
    "disagrees" or the severity of a change."""
    steps = found.lineage.steps
    lines = [("head", basis(found.lineage))]
    lines += [line for step in steps for line in step_lines(step, found)]
    if len(steps) <= 1:
        lines.append(("plain", say("workspace.lineage-alone")))
    else:
        lines.append(("head", latest_sentence(found.lineage)))
    lines += [
        ("faint", say("workspace.lineage-undated", citation=cited(each)))
        for each in found.lineage.undated
    ]
    lines += [line for version in found.versions for line in _version_lines(version)]
    lines.append(("faint", coverage_sentence(found.held.coverage)))
    return tuple(lines)


def basis(found: Lineage) -> str:
    """Whether the lineage is that of a confirmed family, or proposed."""
    if found.family:
        return say("workspace.lineage-confirmed", family=found.family)
    return say("workspace.lineage-proposed", percent=round(found.floor * 100))


def dated(clause: Clause) -> str:
    """How a clause is cited, with its session and date as far as they are known."""
    session = say("workspace.lineage-session", session=clause.session) if clause.session else ""
    return " · ".join(filter(None, (cited(clause), session, clause.date)))


def latest_sentence(found: Lineage) -> str:
    """What is the latest form found here, its stage, and what its source was adopted as."""
    latest = found.latest
    if latest is None:
        return ""
    if latest.adopted_as and not latest.symbol.endswith(f"/{latest.adopted_as}"):
        return say(
            "workspace.lineage-latest-adopted", symbol=latest.symbol, adopted_as=latest.adopted_as
        )
    stage = say(f"library.stage-{latest.stage.value}")
    return say("workspace.lineage-latest", symbol=latest.symbol, stage=stage)


def coverage_sentence(coverage: Coverage) -> str:
    """What the library holds: all that any statement about it can rest on."""
    sessions = coverage.sessions
    span = f"{sessions[0]}–{sessions[-1]}" if len(sessions) > 1 else "".join(map(str, sessions))
    return say(
        "workspace.lineage-coverage", texts=coverage.texts, sessions=span or "–",
        languages=", ".join(coverage.languages) or "–",
    )  # fmt: skip


def disagreement_sentence(found: Disagreement, language_of_other: str) -> str:
    """What two language versions of a clause do not agree in."""
    return say(
        f"workspace.tie-{found.matter}", language=language_of_other, element=found.element,
        here=", ".join(found.here) or "–", there=", ".join(found.there) or "–",
    )  # fmt: skip


def step_lines(step: Step, found: Traced) -> list[tuple[str, str]]:
    """Where one wording stands, and how it departs from the one before."""
    words = dated(step.clause)
    if step.clause is found.lineage.earliest:
        words = say("workspace.lineage-earliest", citation=words)
    elif step.clause.id == found.lineage.clause.id:
        words = say("workspace.lineage-this", citation=words)
    return [("source", words), *departures(step, found.held)]


def departures(step: Step, held: LibraryProvider | None = None) -> tuple[tuple[str, str], ...]:
    """How a wording departs from the one before, as severity and sentence, each once; nothing for
    the earliest. With the library, a translation is judged by its originals."""
    if step.before is None:
        return ()
    told = ((change.severity.value, sentence(change)) for change in _changes(step, held))
    lines = tuple(dict.fromkeys(told)) or (("same", say("workspace.lineage-unchanged")),)
    alone = unchecked(step.before, step.clause, held.library) if held else ""
    return (*lines, ("faint", alone)) if alone else lines


def _changes(step: Step, held: LibraryProvider | None) -> tuple[Change, ...]:
    found = sourced(step.changes, new=step.clause.symbol)
    if step.before is None or held is None:
        return found
    return with_originals(found, step.before, step.clause, held.library)


def _version_lines(version: Version) -> list[tuple[str, str]]:
    code = version.clause.language
    if not version.disagreements:
        return [("faint", say("workspace.tie-agrees", language=code))]
    return [("disagrees", disagreement_sentence(each, code)) for each in version.disagreements]


# records


def clause_record(clause: Clause) -> Record:
    """Where a clause stands, how it is cited, and its words."""
    return {
        **source_record(clause),
        "session": clause.session,
        "date": clause.date,
        "language": clause.language,
        "citation": cited(clause),
        **section_record(clause),
        "retired": clause.retired.why,
        "retired_by": clause.retired.by,
        "text": clause.plain,
    }


def _step_record(step: Step, held: LibraryProvider) -> Record:
    return {
        **clause_record(step.clause),
        "before": step.before.id if step.before else None,
        "changes": [change_record(change) for change in _changes(step, held)],
        "remark": unchecked(step.before, step.clause, held.library) if step.before else "",
    }


def _version_record(version: Version) -> Record:
    code = version.clause.language
    return {
        "clause": version.clause.id,
        "language": code,
        "citation": cited(version.clause),
        "text": version.clause.plain,
        "disagreements": [
            {
                "matter": each.matter,
                "here": list(each.here),
                "there": list(each.there),
                "sentence": disagreement_sentence(each, code),
            }
            for each in version.disagreements
        ],
    }
