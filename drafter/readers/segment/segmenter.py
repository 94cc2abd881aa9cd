"""Lines to a document: the steps of the segmenter in their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from drafter.languages import Language
from drafter.model.findings import Finding
from drafter.model.tree import Document
from drafter.readers.detecting import spoken_in
from drafter.readers.reader import ReadOptions, ReadResult, Removed
from drafter.readers.segment.anchors import Anchored, anchored
from drafter.readers.segment.beside import parted
from drafter.readers.segment.building import Builder
from drafter.readers.segment.describing import adopted_as, described, list_missing, root_of, type_of
from drafter.readers.segment.findings import Findings
from drafter.readers.segment.finishing import Finishing, with_notes
from drafter.readers.segment.furniture import without_furniture
from drafter.readers.segment.head import head_of
from drafter.readers.segment.joining import joined
from drafter.readers.segment.lines import Line
from drafter.readers.segment.note_blocks import RawNote, without_notes
from drafter.readers.segment.preparing import prepared
from drafter.readers.segment.raw import Raw
from drafter.readers.segment.sections import with_sections
from drafter.readers.segment.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Copy:
    """A document as its format shows it: the lines of its text, without running matter and notes.

    `notes` stand in the order of their marks, which stand raised in the lines; `removed` is what
    the reader took out; `findings` what it was unsure of.
    """

    lines: tuple[Line, ...]
    notes: tuple[RawNote, ...] = ()
    removed: tuple[Removed, ...] = ()
    findings: tuple[Finding, ...] = ()


def segment(lines: Sequence[Line], options: ReadOptions) -> ReadResult:
    """The document that the lines of a file make up, whatever stands between them.

    Nothing is refused: what cannot be placed becomes a plain paragraph and a finding.
    """
    findings = Findings()
    spoken = _spoken(lines, options, findings)
    cleaned = without_furniture(parted(lines, spoken), vocabulary(spoken), options.symbol)
    noted = without_notes(cleaned.lines)
    copy = Copy(noted.lines, noted.notes, (*cleaned.removed, *noted.removed))
    return _placed(copy, options, spoken, findings)


def segment_copy(copy: Copy, options: ReadOptions) -> ReadResult:
    """The document in a file whose format tells notes and running matter from text."""
    findings = Findings()
    return _placed(copy, options, _spoken(copy.lines, options, findings), findings)


def _spoken(lines: Sequence[Line], options: ReadOptions, findings: Findings) -> Language:
    return spoken_in("\n".join(line.text for line in lines), options.language, findings)


def _placed(noted: Copy, options: ReadOptions, spoken: Language, findings: Findings) -> ReadResult:
    raws = prepared(joined(noted.lines, spoken), spoken)
    marks = anchored(raws, noted.notes, spoken)
    head = head_of(raws, spoken, findings)
    root = root_of(raws, head, spoken, findings)
    builder = Builder(spoken, findings, root)
    builder.build(head.titles, raws[head.body :])
    finishing = Finishing(raws, noted.notes, marks, spoken)
    masthead = described(head, builder.closing_formula.lines, raws, options, spoken)
    document = Document(
        type=type_of(head, masthead, root, spoken),
        language=spoken.code,
        root=with_sections(finishing.part(root)),
        masthead=masthead,
        notes=finishing.all_notes(),
        adopted_as=adopted_as(options, root.kind.value),
    )
    _report_notes(raws, noted.notes, marks, findings)
    document = with_notes(document, finishing.notes(), spoken, findings)
    document = replace(document, stage=list_missing(document, options, findings))
    removed = sorted(noted.removed, key=lambda each: each.line)
    found = (*noted.findings, *findings.all())
    return ReadResult(document, found, tuple(removed), finishing.places())


def _report_notes(
    raws: Sequence[Raw], notes: Sequence[RawNote], marks: Anchored, findings: Findings
) -> None:
    """Report notes that are missing, notes without a mark, marks without a note."""
    for before, after in pairwise(notes):
        for number in range(before.number + 1, after.number) if before.number else ():
            findings.add("note-missing", after.line, number=number)
    for index in marks.unmarked:
        findings.add("note-without-mark", notes[index].line, number=notes[index].mark)
    for paragraph, offset in marks.unnoted:
        raw = raws[paragraph]
        findings.add("mark-without-note", raw.line_at(offset).number, mark=raw.text[offset])
