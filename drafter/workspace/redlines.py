"""A comparison as files: redlines for reading and for Word, tables of deviations, JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.compare import Change, Row
from drafter.errors import UnknownName
from drafter.messages import language as interface_language
from drafter.messages import say
from drafter.model.findings import Finding
from drafter.model.revision import Fate, Revised
from drafter.model.view import DocumentView
from drafter.readers import read
from drafter.workspace.comparing import Compared, compare, structure
from drafter.workspace.config import settings
from drafter.workspace.deviations import Deviations, base_of, between, matching_part, spoken
from drafter.workspace.places import place_name
from drafter.workspace.records import Record
from drafter.workspace.saving import write_all
from drafter.writers.redlines.values import Redline

if TYPE_CHECKING:
    from drafter.workspace.own_layout import Redlined

EXPORTS = ("csv", "docx", "html", "json", "md", "txt")
TABLES = ("csv", "docx", "json", "md", "txt")


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How to write a comparison.

    `judgements` adds what each difference amounts to. A page in HTML opens `side_by_side` if asked;
    with `changed_only` pages and texts have the changed paragraphs alone, to read aloud. In a file
    of Word the changes bear `author` and `date` (ISO 8601; empty for none).
    """

    judgements: bool = False
    side_by_side: bool = False
    changed_only: bool = False
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Exported:
    """A file, and what a person should know of it."""

    data: bytes
    left: tuple[Finding, ...] = ()


def exported(pair: Compared, name: str, options: ExportOptions) -> Exported:
    """The comparison in the format called `name`. Raises `UnknownName`."""
    if name == "docx":
        made = word(pair, options)
        return Exported(made.data, made.left)
    return Exported(_exported(pair, name, options))


def _exported(pair: Compared, name: str, options: ExportOptions) -> bytes:
    from drafter.writers.redlines import html, text

    match name:
        case "html":
            page = html.PageOptions(
                options.side_by_side, options.changed_only, settings().templates
            )
            return html.html(redline_of(pair, judgements=options.judgements), page)
        case "txt":
            printed = redline_of(pair, judgements=options.judgements)
            return text.text(printed, changed_only=options.changed_only)
        case "json":
            return json_of(pair.record)
        case "csv" | "md":
            return table_export(between(pair), name, judgements=options.judgements)
    raise UnknownName("workspace.unknown-export", name=name, known=", ".join(EXPORTS))


def word(pair: Compared, options: ExportOptions) -> Redlined:
    """The redline as a Word file in our own layout, with tracked changes; see `redlined`."""
    from drafter.workspace.own_layout import redlined
    from drafter.writers.tracked import TrackOptions

    by = TrackOptions(options.author, options.date)
    return redlined(pair.a.document, pair.b.document, by)


def table_export(found: Deviations, name: str, *, judgements: bool = False) -> bytes:
    """Deviations in the format called `name`. Raises `UnknownName`."""
    from drafter.writers.redlines import table

    if name == "json":
        return json_of(found.record)
    if name not in TABLES:
        raise UnknownName("workspace.unknown-export", name=name, known=", ".join(TABLES))
    rows = found.table(judgements=judgements)
    match name:
        case "csv":
            return table.csv(rows)
        case "md":
            return table.markdown(rows)
        case "txt":
            return table.text(rows)
        case _:
            return table.docx(rows, settings().templates)


def json_of(record: Record) -> bytes:
    """A record as a file of JSON."""
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()


def write_files(
    made: Mapping[str, bytes], target: Path, *, force: bool = False, sources: Iterable[Path] = ()
) -> tuple[Path, ...]:
    """Write files by their formats: one to the file `target`, several into a folder.

    Raises `RefusedOverwrite` for files that exist unless `force`, and for one of the `sources`.
    """
    one = len(made) == 1
    name = target.resolve().name
    files = {target if one else target / f"{name}.{each}": data for each, data in made.items()}
    write_all(files, force=force, folder=None if one else target, sources=sources)
    return tuple(files)


def redline_pair(draft: Path, against: Path | None) -> Compared:
    """A draft beside the base that it carries, or beside the text in another file.

    Of a committee's report the draft in it is taken, unless the draft is a report itself. Raises
    `UnreadableInput`, and `UsageError` for a draft without a base.
    """
    document = read(draft).document
    if against is None:
        base = base_of(document, place=str(draft))
        return compare(base, document, (say("workspace.the-base"), draft.name))
    return compare(
        matching_part(read(against).document, document), document, (against.name, draft.name)
    )


def redline_of(pair: Compared, *, judgements: bool = False) -> Redline:
    """The comparison ready to print, facts only unless `judgements`."""
    from drafter.writers.layout import layout
    from drafter.writers.redlines.redline import CAPTIONS, Wording, redline

    rules = layout(settings().templates)
    wording = Wording(
        *pair.names,
        pair.masthead,
        pair.summary,
        {**{name: say(f"workspace.redline-{name}") for name in CAPTIONS}, "same": pair.sameness},
        interface_language(),
        rules.type(pair.language.code)["consultation"],
        _Telling(pair, judgements=judgements).told,
    )
    return redline(pair.revision, pair.a, pair.b, pair.language, wording)


class _Telling:
    """What is said of the paragraphs of a revision."""

    def __init__(self, pair: Compared, *, judgements: bool) -> None:
        self._pair = pair
        self._judgements = judgements
        rows = pair.comparison.rows
        self._old: Mapping[str, Row] = {each: row for row in rows for each in row.a}
        self._new: Mapping[str, Row] = {each: row for row in rows for each in row.b}

    def told(self, revised: Revised) -> tuple[str, tuple[str, ...]]:
        """The name of the paragraph, and the sentences about it, each once."""
        row = self._new.get(revised.new) or self._old.get(revised.old)
        if row is None:
            side, name = self._side(revised)
            return place_name(side, name), ()
        if revised.fate is Fate.MOVED_FROM:
            gone_to = say("workspace.told-moved-to", place=self._pair.place(row))
            return place_name(self._pair.a, revised.old), (gone_to,)
        about = self._pair.whole(row)
        whole = [about] if about else []
        facts = (each.sentence for each in structure(row))
        said = (*whole, *facts, *map(self._spoken, row.changes))
        return self._pair.place(row), tuple(dict.fromkeys(said))

    def _spoken(self, change: Change) -> str:
        return spoken(change, self._pair.language.direction, judgements=self._judgements)

    def _side(self, revised: Revised) -> tuple[DocumentView, str]:
        new = (self._pair.b, revised.new)
        return new if revised.new else (self._pair.a, revised.old)
