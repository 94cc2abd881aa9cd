"""A Word file to a document: its parts together, its notes, its running matter, what to report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

from drafter.languages import Language, language
from drafter.model.text import dense
from drafter.model.tree import Document
from drafter.readers.detecting import detected
from drafter.readers.docx.blocks import NoteRules, Paragraph, Piece, Section
from drafter.readers.docx.changes import Changes
from drafter.readers.docx.content import Story, note_rules, section_of
from drafter.readers.docx.furniture import Furniture, is_masthead
from drafter.readers.docx.locating import located
from drafter.readers.docx.markup import below
from drafter.readers.docx.notes import Notes
from drafter.readers.docx.numbering import Lists
from drafter.readers.docx.package import Package
from drafter.readers.docx.placing import Placing
from drafter.readers.docx.reporting import Report
from drafter.readers.docx.styles import Styles
from drafter.readers.docx.tables import flat
from drafter.readers.docx.transcript import Remark, Transcribing
from drafter.readers.docx.wording import Wording, Writing, moved, slanted
from drafter.readers.reader import ReadOptions, ReadResult, Removed
from drafter.readers.segment.note_blocks import RawNote
from drafter.readers.segment.segmenter import Copy, segment_copy

_SAMPLE = 200_000


def read(path: Path, options: ReadOptions) -> ReadResult:
    """The document in a Word file, its tracked changes accepted unless `options` ask for the
    original text.

    Raises `UnreadableInput` for a file that is damaged, encrypted, hostile or no Word file.
    """
    with Package(path) as package:
        parts = Parts(package)
    reading = _Reading(parts, options)
    result = segment_copy(reading.copy(), options)
    placing = Placing(result, reading.transcript.dense)
    original = options.changes == "original"
    report = Report(parts.main, parts.comments, parts.lost, placing, original=original)
    found = (*report.findings(reading.transcript, reading.notes, reading.changes), *result.findings)
    placed = tuple(replace(each, place=replace(each.place, file=path.name)) for each in found)
    changes = tuple(map(placing.change, reading.changes.spots))
    document = _with_job_number(result.document, reading.job_number)
    found_at = located(result, reading.transcript.wordings)
    return replace(result, document=document, findings=placed, changes=changes, located=found_at)


def _with_job_number(document: Document, number: str) -> Document:
    masthead = document.masthead
    return replace(document, masthead=replace(masthead, job_number=masthead.job_number or number))


class Parts:
    """The parts of a Word file that are read."""

    def __init__(self, package: Package) -> None:
        links = package.relations(package.main)
        self.main = package.part(package.main)
        kinds = {link.kind: link.target for link in reversed(links.values())}
        self.names = {
            "main": package.main,
            **{kind: kinds.get(f"{kind}s", "") for kind in ("footnote", "endnote")},
        }

        def part(kind: str) -> Element | None:
            return package.beside(kinds[kind]) if kind in kinds else None

        self.styles = part("styles")
        self.numbering = part("numbering")
        self.settings = part("settings")
        self.comments = part("comments")
        self.notes = {"footnote": part("footnotes"), "endnote": part("endnotes")}
        self.margins = {
            key: package.beside(link.target)
            for key, link in links.items()
            if link.kind in ("header", "footer")
        }
        self.lost = tuple(dict.fromkeys(package.lost))


class _Reading:
    def __init__(self, parts: Parts, options: ReadOptions) -> None:
        self._parts = parts
        self._original = options.changes == "original"
        self._styles = Styles(parts.styles)
        self._spoken = _spoken(parts, options)
        settings = parts.settings
        rules: dict[str, NoteRules] = {}
        for kind in parts.notes:
            found = below(settings, f"w:{kind}Pr")
            rules[kind] = note_rules(found)
        self.notes = Notes(parts.notes, rules)
        self.changes = Changes()
        self._body = self._story(parts.names["main"]).blocks(_body(parts.main))
        self._sections = tuple(self._all_sections())
        self._furniture = Furniture(parts.margins, self._sections, self._story, self._spoken)
        self.job_number = self._furniture.job_number()
        self._writing = Transcribing(
            Lists(parts.numbering, self._styles), self.notes, self.changes, self._sections,
            self._spoken, original=self._original,
        )  # fmt: skip
        self.transcript = self._writing.made

    def copy(self) -> Copy:
        """The lines, notes and running matter of the file."""
        self._writing.dissolved(self._furniture.masthead(self._body))
        head = is_masthead(self._body, self._spoken)
        self._writing.dissolved(self._body[:head])
        self._writing.blocks(self._body[head:])
        notes = tuple(self._raw_notes())
        hidden = (Removed("hidden", at, words) for at, words in self.transcript.hidden)
        unmarked = (Removed(reason, 1, words) for reason, words in self.notes.unmarked())
        removed = (*self._furniture.removed(), *unmarked, *hidden)
        return Copy(tuple(self.transcript.lines), notes, removed)

    def _story(self, part: str = "") -> Story:
        return Story(self._styles, original=self._original, part=part)

    def _all_sections(self) -> Iterator[Section]:
        for block in self._body:
            if isinstance(block, Paragraph) and block.section is not None:
                yield block.section
        body = _body(self._parts.main)
        last = below(body, "w:sectPr")
        if last is not None:
            yield section_of(last)

    def _raw_notes(self) -> Iterator[RawNote]:
        for index, (key, mark, paragraph) in enumerate(self.notes.order):
            made = Wording()
            spot = (paragraph, index)
            writing = Writing(made, self.notes, self.changes, spot, original=self._original)
            story = self._story(self._parts.names[key.partition(" ")[0]])
            for each in flat(story.blocks(self.notes.element(key))):
                first = not made.text.strip()
                if not first:
                    made.plain("\n")
                self.changes.begin()
                own = first and self.notes.has_own_mark(key)
                writing.write(_without_mark(each.pieces, mark) if own else each.pieces)
            for comment, count in made.comments:
                remark = Remark("comment", paragraph, count, comment, index)
                self.transcript.remarks.append(remark)
            hidden = "".join(made.hidden).strip()
            if hidden:
                self.transcript.hidden.append((paragraph, hidden))
            self.transcript.dense[-1 - index] = dense(made.text)
            self.transcript.wordings[-1 - index] = made
            yield RawNote(mark, made.text.strip(), paragraph, 0, 0, slanted(made))


def _without_mark(pieces: Sequence[Piece], mark: str) -> Sequence[Piece]:
    """The pieces of a note without the mark that it repeats in words, as a note with a mark of its
    own does; LibreOffice saves it twice."""
    for index, piece in enumerate(pieces):
        words = piece.text.strip()
        if not words:
            continue
        if words == mark:
            rest = pieces[index + 1 :]
            following = next((each for each in rest if each.text.strip()), None)
            twice = following is not None and following.again
            return _without_mark(rest, mark) if twice else rest
        if words.startswith(mark) and not words.removeprefix(mark)[:1].isalnum():
            after = piece.text.lstrip().removeprefix(mark)
            at = moved(piece.at, len(piece.text) - len(after))
            return (replace(piece, text=after, at=at), *pieces[index + 1 :])
        return pieces
    return pieces


def _body(main: Element | None) -> Element | None:
    return below(main, "w:body")


def _spoken(parts: Parts, options: ReadOptions) -> Language:
    """The language of the text; told before its masthead is, whose words depend on it."""
    if options.language:
        return language(options.language)
    words: list[str] = []
    size = 0
    for paragraph in parts.main.iter("w:p") if parts.main is not None else ():
        words.append("".join(each.text or "" for each in paragraph.iter("w:t")))
        size += len(words[-1])
        if size > _SAMPLE:
            break
    return language(detected("\n".join(words)).code)
