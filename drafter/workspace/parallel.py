"""Language versions of one document side by side: what is tied, and what has no counterpart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from drafter.compare.versions import VersionRow
from drafter.errors import UnknownName, UsageError
from drafter.languages import language as language_of
from drafter.messages import language as interface_language
from drafter.messages import say
from drafter.model.tree import Document
from drafter.model.view import view as view_of
from drafter.readers import read
from drafter.workspace.places import place_name
from drafter.workspace.rendering import Asked, write_options
from drafter.writers.layout import layout
from drafter.writers.parallel.rows import Version, rows
from drafter.writers.parallel.values import Column, Parallel

FORMATS = ("docx", "html")


@dataclass(frozen=True, slots=True)
class Beside:
    """The table, and a remark on every paragraph that a version has no counterpart of."""

    table: Parallel
    remarks: tuple[str, ...]


def beside(paths: Sequence[Path], templates: Path | None = None) -> Beside:
    """The versions of one document in the files, a column a file.

    Raises `UsageError` for less than two files.
    """
    if len(paths) < 2:
        raise UsageError("workspace.one-version", place=str(paths[0]) if paths else "")
    return tied([read(path).document for path in paths], [path.name for path in paths], templates)


def tied(documents: Sequence[Document], files: Sequence[str], templates: Path | None) -> Beside:
    """The `documents`, which are versions of one, a column each; `files` are what they are called
    where their languages do not tell them apart."""
    versions = [_version(document) for document in documents]
    options = write_options(Asked(templates=templates))
    rules = layout(options.templates)
    made, in_rows = rows(versions, rules)
    names = _names(versions, files)
    remarks = tuple(_remarks(in_rows, versions, names))
    interface = interface_language()
    table = Parallel(
        title=_title(versions),
        interface=interface,
        columns=tuple(
            Column(version.language.code, version.language.direction, name)
            for version, name in zip(versions, names, strict=True)
        ),
        rows=made,
        remarks=remarks,
        unofficial="" if options.official else rules.type(interface)["unofficial"],
    )
    return Beside(table, remarks)


def written(table: Parallel, name: str, templates: Path | None = None) -> bytes:
    """The table in the format called `name`. Raises `UnknownName`."""
    own = write_options(Asked(templates=templates)).templates
    if name == "docx":
        from drafter.writers.parallel.docx import docx

        return docx(table, own)
    if name == "html":
        from drafter.writers.parallel.html import html

        return html(table, own)
    raise UnknownName("workspace.unknown-export", name=name, known=", ".join(FORMATS))


def _version(document: Document) -> Version:
    rules = language_of(document.language)
    return Version(view_of(document, rules.conventions), rules)


def _names(versions: Sequence[Version], files: Sequence[str]) -> list[str]:
    """What each column is called: its language, with the file where two are in one language."""
    codes = [version.language.code for version in versions]
    return [
        say(f"deviation.language-{code}") + (f" · {file}" if codes.count(code) > 1 else "")
        for code, file in zip(codes, files, strict=True)
    ]


def _title(versions: Sequence[Version]) -> str:
    """The symbol that the versions share, and their titles."""
    symbols = dict.fromkeys(v.view.document.masthead.symbol for v in versions)
    titles = (e.text.plain() for v in versions for e in v.view.elements if e.kind.value == "title")
    return " · ".join(filter(None, (*symbols, next(titles, ""))))


def _remarks(
    tied: Sequence[VersionRow], versions: Sequence[Version], names: Sequence[str]
) -> list[str]:
    found: list[str] = []
    for row in tied:
        first = next((i for i, element in enumerate(row) if element is not None), 0)
        told = row[first]
        lacking = [name for name, element in zip(names, row, strict=True) if element is None]
        if lacking and told is not None:
            place = place_name(versions[first].view, told.id)
            listed = say("library.and-comma").join(lacking)
            found.append(
                say("workspace.no-counterpart", place=place, language=names[first], lacking=listed)
            )
    return found
