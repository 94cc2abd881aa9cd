"""Writing a document in the formats that people outside drafter use."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from drafter import writers
from drafter.errors import UnreadableInput, UsageError
from drafter.languages import Language
from drafter.languages import language as language_of
from drafter.messages import say
from drafter.model.findings import Finding
from drafter.model.tree import Document, DocumentType
from drafter.model.view import DocumentView
from drafter.model.view import view as view_of
from drafter.workspace.becoming import become, possible
from drafter.workspace.config import settings
from drafter.workspace.folders import cache_folder
from drafter.workspace.masthead_fields import missing, told, told_of_body
from drafter.workspace.native import EVENTS, SUFFIX, is_events
from drafter.workspace.preflight import refuse_unready
from drafter.workspace.saving import write_all
from drafter.writers import WriteOptions
from drafter.writers.emblem import MAX_BYTES as _LARGEST_EMBLEM
from drafter.writers.emblem import emblem as image_of
from drafter.yamlio.files import read_bytes

if TYPE_CHECKING:
    from drafter.readers import ReadResult

_OURS = (SUFFIX, *EVENTS)
_LARGEST_TEMPLATE = 1_000_000
_TEMPLATES = (".j2", ".yaml", ".css", ".typ")


@dataclass(frozen=True, slots=True)
class Asked:
    """How a rendering is asked for; `emblem` and `templates` go before those of the settings.

    `part` is the path of a draft in a report, `given` fields of the masthead for this rendering
    only ("symbol=A/C.2/81/L.5"); `tell` is told in one line what prints as a blank, and what a
    file could not hold as it should.
    """

    document_type: DocumentType | None = None
    final: bool = False
    draft: bool = False
    emblem: Path | None = None
    templates: Path | None = None
    part: str = ""
    given: tuple[str, ...] = ()
    tell: Callable[[str], None] | None = None


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document in several formats, not written yet: (format, bytes). `notices` tell what a file
    could not hold as it should, `stem` what files in a folder are called (empty: like it)."""

    files: tuple[tuple[str, bytes], ...]
    notices: tuple[str, ...] = ()
    stem: str = ""

    def put(
        self, target: Path, *, force: bool = False, sources: Iterable[Path] = ()
    ) -> tuple[Path, ...]:
        """Write one format to the file `target`, several into a folder of that name, none over one
        of the `sources`; returns the files.

        Raises `UsageError`, `UnreadableInput` for a folder that is not there, and
        `RefusedOverwrite` for files that exist unless `force`.
        """
        paths = _targets(tuple(name for name, _ in self.files), target, self.stem)
        folder = target if len(paths) > 1 else None
        files = dict(zip(paths, (data for _, data in self.files), strict=True))
        write_all(files, force=force, folder=folder, sources=sources)
        return paths


def render(
    view: DocumentView,
    language: Language,
    formats: tuple[str, ...],
    target: Path,
    *,
    options: WriteOptions | None = None,
    force: bool = False,
    stem: str = "",
    sources: Iterable[Path] = (),
    tell: Callable[[str], None] | None = None,
) -> tuple[Path, ...]:
    """Write `view`: one format to the file `target`, several into a folder of that name.

    All are rendered before the first is written; without `options`, as the settings say. `tell`
    is told what a file could not hold as it should. Raises as `in_formats` and `Rendered.put` do.
    """
    how = write_options(Asked()) if options is None else options
    made = in_formats(view, language, formats, options=how, stem=stem)
    if tell:
        for each in made.notices:
            tell(each)
    return made.put(target, force=force, sources=sources)


def in_formats(
    view: DocumentView,
    language: Language,
    formats: tuple[str, ...],
    *,
    options: WriteOptions,
    stem: str = "",
) -> Rendered:
    """`view` in these formats. Raises `UnknownName`, and `UsageError` without a format or for a
    final text that a file cannot hold as it should."""
    if not formats:
        raise UsageError("workspace.no-format", known=", ".join(writers.names()))
    made = tuple((name, writers.made(name, view, language, options)) for name in formats)
    notices = tuple((name, _said(each)) for name, file in made for each in file.notices)
    if options.final and notices:
        name, said = notices[0]
        raise UsageError("workspace.not-final-format", place=name, said=said)
    files = tuple((name, each.data) for name, each in made)
    return Rendered(files, tuple(said for _, said in notices), stem)


def _said(notice: writers.Notice) -> str:
    return say(notice.message, **dict(notice.params))


def _targets(formats: tuple[str, ...], target: Path, stem: str) -> tuple[Path, ...]:
    if len(formats) == 1 and not target.is_dir():
        return (target,)
    if target.exists() and not target.is_dir():
        raise UsageError("workspace.needs-a-folder", place=str(target))
    name = stem or target.resolve().name
    return tuple(target / f"{name}.{writers.writer(each).extension}" for each in formats)


def render_file(
    path: Path,
    formats: tuple[str, ...],
    target: Path,
    asked: Asked,
    *,
    force: bool = False,
    stem: str = "",
) -> tuple[Path, ...]:
    """Write the document in a file of any known format; see `render`. Files in a folder are called
    `stem`, empty: like the file.

    A final text raises `UsageError` listing what it still lacks.
    """
    found = _read(path, asked)
    numbered, rules = prepared(found.document, asked, place=str(path), read=found.findings)
    return render(
        numbered, rules, formats, target,
        options=write_options(asked), force=force, stem=stem or stem_of(path),
        sources=(path, *found.sources), tell=asked.tell,
    )  # fmt: skip


def stem_of(path: Path) -> str:
    """The name of a file without what says its format."""
    return next((path.name[: -len(e)] for e in _OURS if path.name.endswith(e)), path.stem)


def rendered(path: Path, name: str, asked: Asked) -> bytes:
    """The document in a file of any known format, in the format called `name`."""
    found = _read(path, asked)
    numbered, rules = prepared(found.document, asked, place=str(path), read=found.findings)
    return writers.write(name, numbered, rules, write_options(asked))


def _read(path: Path, asked: Asked) -> ReadResult:
    """The file; what could not be read of it, or the events of a report leave open, is told."""
    from drafter.readers import read
    from drafter.workspace.showing import lost

    found = read(path)
    if asked.tell is None:
        return found
    told = lost(path, found)
    if is_events(path):
        from drafter.workspace.reporting import open_words

        told += open_words(path, found.findings)
    for words in told:
        asked.tell(words)
    return found


def render_document(
    document: Document,
    formats: tuple[str, ...],
    target: Path,
    *,
    force: bool = False,
    sources: Iterable[Path] = (),
) -> tuple[Path, ...]:
    """Write a document made from files, the `sources`; see `render`."""
    rules = language_of(document.language)
    numbered = view_of(document, rules.conventions)
    return render(numbered, rules, formats, target, force=force, sources=sources)


def rendered_document(document: Document, name: str) -> bytes:
    """A document in the format called `name`."""
    rules = language_of(document.language)
    numbered = view_of(document, rules.conventions)
    return writers.write(name, numbered, rules, write_options(Asked()))


def write_options(asked: Asked) -> WriteOptions:
    """What was asked for, and what the settings say of the rest.

    Raises `UnreadableInput` for an emblem that is no usable image, a folder that is not there, or
    a template that is too large.
    """
    usual = settings()
    emblem, templates = asked.emblem or usual.emblem, asked.templates or usual.templates
    return WriteOptions(
        as_type=asked.document_type,
        final=asked.final,
        draft=asked.draft,
        official=usual.official,
        emblem=_emblem(emblem) if emblem else b"",
        templates=_templates(templates) if templates else None,
        fonts=usual.fonts,
        compiled=cache_folder() / "templates",
    )


def other_types(document: Document) -> tuple[DocumentType, ...]:
    """What else a document can be printed as: of what `possible` says; only a draft with a base can
    say what it amends or corrects."""
    from drafter.workspace.amending import TYPES, offered

    closed = frozenset() if document.type in TYPES else TYPES - offered(document)
    known = possible(document) - closed - {document.type}
    return tuple(each for each in DocumentType if each in known)


def prepared(
    document: Document, asked: Asked, *, place: str, read: Iterable[Finding] = ()
) -> tuple[DocumentView, Language]:
    """The document as it is asked for, numbered, and its language; `read` is what was found when
    its file was read.

    Raises `UsageError` for a final text with all that it still lacks, for a part or a field that
    is not there, and for a report in which it is not clear which draft is meant.
    """
    if asked.document_type:
        # the comparison is loaded when its instructions are asked for
        from drafter.workspace.amending import instructed

        document = instructed(document, asked.document_type, place=place)
    rules = language_of(document.language)
    if asked.document_type or asked.part or asked.given:
        document = _become(document, asked, rules, place)
    numbered = view_of(document, rules.conventions)
    if asked.final:
        refuse_unready(numbered, rules, place=place, templates=asked.templates, read=read)
    if asked.tell:
        lacking = told(missing(numbered, rules, templates=asked.templates))
        lines = (lacking, told_of_body(numbered, rules, asked.templates))
        for line in filter(None, lines):
            asked.tell(line)
    return numbered, rules


def _become(document: Document, asked: Asked, rules: Language, place: str) -> Document:
    try:
        return become(document, asked.document_type, rules, part=asked.part, given=asked.given)
    except UsageError as problem:
        problem.place = problem.place or place
        raise


def _emblem(path: Path) -> bytes:
    data = read_bytes(path, max_bytes=_LARGEST_EMBLEM)
    try:
        image_of(data, 1, 1)
    except UnreadableInput as problem:
        problem.place = str(path)
        raise
    return data


def _templates(folder: Path) -> Path:
    if not folder.is_dir():
        raise UnreadableInput("workspace.no-such-folder", place=str(folder))
    for kind in ("", "docx", "html", "parallel", "pdf", "redline"):
        for each in (folder / kind).glob("*"):
            if each.suffix in _TEMPLATES:
                read_bytes(each, max_bytes=_LARGEST_TEMPLATE)
    return folder
