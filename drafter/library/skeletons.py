"""New clause files and clauses; the fields that a maintainer may fill in stand beside as comments.

Comments are kept by everything that writes the file, so what is not needed can be deleted later.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from drafter.errors import RefusedOverwrite, UsageError
from drafter.languages import canonical, language, opening_of
from drafter.library.clause_file import located
from drafter.library.clause_writing import rewritten
from drafter.library.importing import SCHEMA_FILE, clause_path, filled, schema_beside
from drafter.library.revising import MAX_BYTES, Revision
from drafter.library.rule import LibraryFile
from drafter.library.schema import schema_text
from drafter.library.source import Source
from drafter.model.edits import append
from drafter.model.provenance import Stage
from drafter.model.rebuild import change_paragraph
from drafter.model.text import Text
from drafter.model.tree import Document, DocumentType, Kind, Paragraph, Part, PartKind
from drafter.yamlio import dump
from drafter.yamlio.files import read_bytes

_FILE = """\
format: 1
source:
  symbol: {symbol}
  # title: of the text
  body: {body}
  session: {session}
  # date: 2024-12-19
  language: {language}
  # original_language: en
  stage: {stage}
  # adopted_as:
  #   resolution: 79/217
  # adoption:
  #   - part: resolution
  #     how: without-a-vote, recorded-vote or unknown
  #     votes: in_favour, against, abstaining
  #     separate_votes: a list, each with on, in_favour, against, abstaining, record
  #     reservations: a list, each with by, on, text, record
  #     record: A/79/PV.53
  obtained:
    state: extracted, unchecked
    # by: who compared it with the document
    # date: 2024-12-19
    # sha256: of the file it was read from
  # url: where the document can be looked up
  # notice: NOTICE.md
type: {type}
part: resolution
# blocks: add them with "drafter library add CLAUSE --text WORDS"
"""
_CLAUSE = (
    "label_read: the number as printed, such as 16.",
    "footnotes and notes: of the marks in the text, such as [^op16-1]",
    "topics: keys of topics.yaml, each on a line after a dash",
    "addressees: keys of addressees.yaml, likewise",
    "family: the same clause over the years",
    "note: what a negotiator should know",
    "review: unreviewed, reviewed or needs-attention",
)
_KINDS = {"pp": Kind.PREAMBULAR, "op": Kind.OPERATIVE}


def new_file(source: Source, folder: Path) -> tuple[Revision, ...]:
    """A clause file for `source` without clauses yet, and the schema of a library that has none.

    Raises `UsageError` without symbol, language or stage; `RefusedOverwrite` if it is there.
    """
    kind = (
        DocumentType.RESOLUTION if source.stage is Stage.ADOPTED else DocumentType.DRAFT_RESOLUTION
    )
    document = Document(kind, source.language, Part(PartKind.RESOLUTION, ()))
    source = filled(source, document)
    path = folder / clause_path(document, source)
    if path.exists():
        raise RefusedOverwrite("library.there-already", place=str(path))
    symbol = dump(source.symbol).strip()
    text = _FILE.format(
        symbol=symbol,
        body=source.body,
        session="" if source.session is None else source.session,
        language=source.language,
        stage=source.stage.value,
        type=kind.value,
    )
    file, held = located(text.encode(), path)
    data = rewritten(text.encode(), file, schema=schema_beside(folder, path), held=held)
    schema = folder / SCHEMA_FILE
    made = () if schema.exists() else (Revision(schema, None, schema_text().encode()),)
    return (*made, Revision(path, None, data))


def new_clause(path: Path, element: str, words: str, after: str = "") -> Revision:
    """The file at `path` with a clause more: `element` is its id, `words` its text.

    It stands after the paragraph `after`, else after the last of its kind, or of all, in its part.
    Its kind is told by its place (pp3, op12), else it is prose. Raises `UsageError` for a part or
    paragraph that is not there, or an id that is.
    """
    data = read_bytes(path, max_bytes=MAX_BYTES)
    file, _ = located(data, path)
    document = file.document
    part = _part(document, element.rpartition("/")[0])
    if document.paragraph(element) is not None:
        raise UsageError("library.add-there", id=element)
    if after and document.paragraph(after) is None:
        raise UsageError("library.add-no-clause", id=after)
    new = _paragraph(element, words, document.language)
    like = [each.id for each in part.paragraphs if each.kind is new.kind]
    every = [each.id for each in part.paragraphs]
    anchor = after or next(iter([*like[-1:], *every[-1:]]), "")
    if anchor:
        document = change_paragraph(document, anchor, lambda found: (found, new))
    else:
        document = append(document, element.rpartition("/")[0], new)
    text = rewritten(data, replace(file, document=document))
    return Revision(path, data, _with_hints(text, path, element))


def _part(document: Document, path: str) -> Part:
    parts = dict(document.parts())
    if path not in parts:
        raise UsageError("library.add-no-part", part=path, known=", ".join(parts))
    return parts[path]


def _paragraph(element: str, words: str, code: str) -> Paragraph:
    kind = _KINDS.get(element.rpartition("/")[2][:2], Kind.PROSE)
    rules = language(code)
    text = canonical(words.strip(), rules)
    opening = opening_of(text, rules, kind.value)
    return Paragraph(element, kind, Text.of(text).emphasised(len(opening)))


def _with_hints(data: bytes, path: Path, element: str) -> bytes:
    """The file with the fields of the new clause that are empty as comments under its id."""
    file, held = located(data, path)
    row = LibraryFile.of(file, held, path, "").rows[element]
    lines = data.decode().split("\n")
    at = held.line(*row.at)
    indent = " " * (len(lines[at - 1]) - len(lines[at - 1].lstrip(" -")))
    return "\n".join(
        (*lines[:at], *(f"{indent}# {each}" for each in _CLAUSE), *lines[at:])
    ).encode()
