"""Comparing files, and batches of pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from drafter.compare import Comparison, Row, RowState, changes, compare_documents
from drafter.compare.revising import revision
from drafter.compare.structure import Structural
from drafter.errors import UnknownName, UnreadableInput
from drafter.languages import Language, language
from drafter.messages import say
from drafter.model.revision import Revision
from drafter.model.text import Text
from drafter.model.tree import Document
from drafter.model.view import DocumentView, view
from drafter.readers import read
from drafter.workspace.batch import rows_and_problems
from drafter.workspace.originals import alone, code_of
from drafter.workspace.places import place_name
from drafter.workspace.records import FORMAT, Record, change_record
from drafter.workspace.unmarked import emphasised_otherwise

# how a masthead field was worded is no difference beside the field itself
_AS_READ = "_read"
_COUNTED = tuple(state.value for state in RowState if state is not RowState.KEPT)


@dataclass(frozen=True, slots=True)
class Compared:
    """Two documents as they print, what they are called, and how the second departs from the
    first."""

    a: DocumentView
    b: DocumentView
    comparison: Comparison
    names: tuple[str, str]
    language: Language

    @property
    def record(self) -> Record:
        """The JSON of `contract.md`."""
        return {
            "format": FORMAT,
            "paragraphs": [row_record(row) for row in self.comparison.rows],
            "masthead": [
                {"field": field, "old": old, "new": new}
                for field, old, new in self.comparison.masthead
            ],
            "remark": self.remark,
        }

    @property
    def caution(self) -> str:
        """That the texts are in two languages, so that no words answer each other; empty if not."""
        codes = self.a.document.language, self.b.document.language
        if codes[0] == codes[1]:
            return ""
        old, new = (say(f"deviation.language-{code}") for code in codes)
        return say("workspace.two-languages", old=old, new=new)

    @property
    def remark(self) -> str:
        """What must be borne in mind with every change: that the languages differ, or that
        translations alone were compared."""
        if self.caution:
            return self.caution
        sides = self.a.document, self.b.document
        original = {code_of(each.masthead.original_language) for each in sides} - {""}
        return alone(self.language.code) if original - {self.language.code} else ""

    @property
    def revision(self) -> Revision:
        """The second text as a revision of the first."""
        return revision(self.a, self.b, self.comparison, self.language)

    @property
    def masthead(self) -> tuple[tuple[str, str, str], ...]:
        """The fields of the masthead that differ, by their names, with both values."""
        return tuple(
            (say(f"workspace.field-{field.replace('_', '-')}"), old, new)
            for field, old, new in self.comparison.masthead
            if not field.endswith(_AS_READ)
        )

    def place(self, row: Row) -> str:
        """What people call the place of a row: in the new text, or in the old where it is gone."""
        side, ids = (self.b, row.b) if row.b else (self.a, row.a)
        place = say("workspace.and").join(place_name(side, each) for each in ids)
        return place if row.b else say("workspace.place-in-base", place=place)

    def whole(self, row: Row) -> str:
        """The sentence about a row as a whole: that it came, went or moved; empty for any other."""
        is_note = self.a.note((*row.a, "")[0]) or self.b.note((*row.b, "")[0])
        match row.state:
            case RowState.NEW | RowState.DROPPED:
                what = "note" if is_note else "paragraph"
                return say(f"workspace.told-{row.state.value}-{what}")
            case RowState.MOVED:
                return say("workspace.told-moved", place=place_name(self.a, row.a[0]))
        return ""

    @property
    def sameness(self) -> str:
        """The sentence for two texts that differ in nothing, or in emphasis alone; else empty."""
        if any(map(self.differs, self.comparison.rows)):
            return ""
        count = sum(1 for _ in emphasised_otherwise(self.revision, self.b))
        return say("workspace.same-but-emphasis", count=count) if count else say("workspace.same")

    def differs(self, row: Row) -> bool:
        """Whether there is anything to tell of a row."""
        return row.state is not RowState.KEPT or bool(structure(row))

    def words(self, row: Row) -> tuple[str, str]:
        """The texts of a row."""
        return _texts(self.a, row.a), _texts(self.b, row.b)

    @property
    def summary(self) -> str:
        """How many paragraphs and notes came, went and changed, as one sentence."""
        rows = self.comparison.rows
        counts = Counter(row.state.value for row in rows)
        counts["otherwise"] = sum(row.state is RowState.KEPT and self.differs(row) for row in rows)
        counts["kept"] -= counts["otherwise"]
        told = (
            say(f"workspace.count-{name}", count=counts[name])
            for name in (*_COUNTED, "otherwise", "kept")
            if counts[name]
        )
        return say("library.comma").join(told)


@dataclass(frozen=True, slots=True)
class StructureTold:
    """A difference that is none of words, as it is told."""

    kind: str
    old: str
    new: str
    sentence: str


def structure(row: Row) -> tuple[StructureTold, ...]:
    """What differs besides words: kind, level, note marks, headings of parts. Labels that moved on
    are left out: others came or went before them, and redlines show both."""
    return tuple(_told(each) for each in row.structure if each.what != "label")


def _told(fact: Structural) -> StructureTold:
    old, new = fact.old, fact.new
    if fact.what == "kind":
        old, new = (say(f"workspace.place-{kind}", label="").strip() for kind in (old, new))
    way = ("" if new else "-dropped") if old else "-added"
    sentence = say(f"workspace.structure-{fact.what}{way}", old=old, new=new)
    return StructureTold(say(f"workspace.kind-{fact.what}"), old, new, sentence)


def compare_files(a: Path, b: Path) -> Compared:
    """Compare two files of any known format, by the language of the second.

    Raises `UnreadableInput`.
    """
    return compare(read(a).document, read(b).document, (a.name, b.name))


def compare(old: Document, new: Document, files: tuple[str, str] = ("", "")) -> Compared:
    """Compare two documents; `files` are what they are called where symbols do not tell them
    apart."""
    rules = language(new.language)
    named = (old.masthead.symbol or files[0], new.masthead.symbol or files[1])
    return Compared(
        view(old, language(old.language).conventions),
        view(new, rules.conventions),
        compare_documents(old, new, rules),
        named if named[0] != named[1] else files,
        rules,
    )


def compare_pairs(path: Path) -> Iterator[Record]:
    """`{changes}` for each line `{a, b, lang}`; with an `error` too where it is no such line.

    Raises `UnreadableInput` for a file that cannot be read.
    """
    return map(_pair_record, rows_and_problems(path, ("a", "b", "lang")))


def _pair_record(row: dict[str, str] | UnreadableInput) -> Record:
    try:
        if isinstance(row, UnreadableInput):
            raise row
        found = changes(row["a"], row["b"], language(row["lang"]))
    except (UnreadableInput, UnknownName) as problem:
        return {"changes": [], "error": say(problem.message_id, **problem.params)}
    return {"changes": [change_record(change) for change in found]}


def row_record(row: Row) -> Record:
    """One row: ids are strings, lists where paragraphs were fused or split."""
    return {
        "state": row.state.value,
        "a": _ids(row.a),
        "b": _ids(row.b),
        "changes": [change_record(change) for change in row.changes],
        "structure": [
            {"what": fact.what, "old": fact.old, "new": fact.new} for fact in row.structure
        ],
    }


def _texts(side: DocumentView, ids: tuple[str, ...]) -> str:
    notes = {note.id: note.text for note in side.document.notes}
    found = (_text_of(side, each) or notes.get(each) for each in ids)
    return "\n".join(text.plain() for text in found if text is not None)


def _text_of(side: DocumentView, element_id: str) -> Text | None:
    element = side.element(element_id)
    return element.text if element else None


def _ids(ids: tuple[str, ...]) -> str | list[str] | None:
    if len(ids) > 1:
        return list(ids)
    return ids[0] if ids else None
