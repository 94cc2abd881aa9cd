"""What a new draft starts with: nothing but its form, or the text of its base."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from drafter.errors import UnreadableInput, UsageError
from drafter.languages import Language, codes
from drafter.languages import language as language_of
from drafter.messages import language as interface_language
from drafter.messages import say
from drafter.model.drafted import main_part
from drafter.model.masthead import Masthead
from drafter.model.provenance import Stage
from drafter.model.record_write import fingerprint
from drafter.model.symbols import one_form
from drafter.model.text import Text
from drafter.model.tree import Base, Document, DocumentType, Kind, Paragraph, Part, PartKind
from drafter.workspace.basing import part_of
from drafter.workspace.config import settings
from drafter.workspace.libraries import LibraryProvider
from drafter.workspace.native import is_native, native_bytes, with_suffix
from drafter.workspace.saving import write_new

_ORGAN = "general-assembly"
_ROOTS = {
    DocumentType.DECISION: PartKind.DECISION,
    DocumentType.DRAFT_DECISION: PartKind.DECISION,
    DocumentType.COMMITTEE_REPORT: PartKind.REPORT,
}


def started(
    document_type: DocumentType, language: str, base: Document | None, *, unchecked: bool = False
) -> Document:
    """A new draft of this type; `unchecked` as for `on_base`.

    Raises `UnknownName` for a language that is not there, `UsageError` for a base in another one
    and, unless a report is drafted, for a report without a draft in it.
    """
    rules = language_of(language)
    if base is None:
        return _empty(document_type, rules)
    if base.language != rules.code:
        raise UsageError(
            "workspace.base-language",
            language=language_named(language),
            found=language_named(base.language),
        )
    if document_type is not DocumentType.COMMITTEE_REPORT and _is_mere_report(base):
        raise UsageError("workspace.no-draft-in-base", hint_id="workspace.as-report")
    return on_base(document_type, base, unchecked=unchecked)


def language_named(code: str) -> str:
    """A language as the interface calls it; its code where no name is known."""
    return say(f"deviation.language-{code}") if code in codes() else code


def _is_mere_report(base: Document) -> bool:
    _, part = main_part(base)
    return part.kind is PartKind.REPORT


def on_base(document_type: DocumentType, base: Document, *, unchecked: bool = False) -> Document:
    """A draft that starts from the text of `base`, with its origins and a snapshot of the base.

    `unchecked` says that nobody has compared that text with the document it was read from.

    From a report the (first) draft in it is taken. What belongs to the base's own issue (symbol,
    date, session, sponsors, numbers read) stays behind.
    """
    old = base.masthead
    masthead = Masthead(body=old.body, committee=old.committee, agenda_titles=old.agenda_titles)
    draft = part_of(base, unchecked=unchecked)
    snapshot = replace(base, base=None)
    return replace(
        draft,
        type=document_type,
        masthead=masthead,
        stage=Stage.DRAFT.value,
        adopted_as=(),
        base=Base(old.symbol, fingerprint(snapshot), snapshot),
    )


def _empty(document_type: DocumentType, rules: Language) -> Document:
    kind = _ROOTS.get(document_type, PartKind.RESOLUTION)
    path = kind.value
    blocks = [Paragraph(f"{path}/title", Kind.TITLE)]
    enacting = rules.masthead.enacting_words(_ORGAN)
    if kind is not PartKind.REPORT and enacting:
        words = Text.of(enacting + rules.conventions.comma)
        blocks.append(Paragraph(f"{path}/enacting", Kind.ENACTING, words))
    return Document(document_type, rules.code, Part(kind, tuple(blocks)), stage=Stage.DRAFT.value)


def new_draft(
    path: Path, document_type: DocumentType, language: str, base: str, *, force: bool = False
) -> Path:
    """Write the file of a new draft on `base` (a file, a symbol of the library, or none).

    A name without suffix gets that of a draft. Returns the path; raises `RefusedOverwrite`,
    `UnreadableInput`, `UnknownName`.
    """
    target = with_suffix(path)
    if base:
        named = named_base(base, language)
        draft = started(document_type, language, named.document, unchecked=named.unchecked)
    else:
        draft = started(document_type, language, None)
    write_new(target, native_bytes(draft), force=force)
    return target


def usual_language() -> str:
    """The language of new drafts: that of the settings, else of the interface."""
    return settings().draft_language or interface_language()


@dataclass(frozen=True, slots=True)
class NamedBase:
    """A base that was named; `unchecked` if nobody has compared its text with the document."""

    document: Document
    unchecked: bool


def named_base(base: str, language: str) -> NamedBase:
    """The document that `base` names: a file, or a symbol of the library in this language.

    What a program read from a file of another format is unchecked, as is what a library says of
    itself. Raises `UnreadableInput`.
    """
    if Path(base).is_file():
        from drafter.readers import read

        return NamedBase(read(Path(base)).document, not is_native(Path(base)))
    held = LibraryProvider().library.document(one_form(base), language)
    if held is None:
        named = language_named(language)
        raise UnreadableInput("workspace.no-such-base", place=base, language=named)
    return NamedBase(held.document, not held.source.obtained.checked)
