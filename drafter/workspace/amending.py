"""What a draft changes in its base, as documents: amendments, the sheet of oral revisions, the text
as orally revised, a corrigendum."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from drafter.compare import compare_documents
from drafter.compare.amending import amendments
from drafter.compare.amending_sheet import paragraphs
from drafter.compare.correcting_sheet import corrections
from drafter.compare.revising import revision
from drafter.errors import UsageError
from drafter.languages import Language, states
from drafter.languages import language as language_of
from drafter.model.masthead import Masthead
from drafter.model.sponsors import names_in, understood
from drafter.model.text import Text
from drafter.model.tree import Document, DocumentType, Kind, Paragraph, Part, PartKind
from drafter.model.view import view
from drafter.workspace.deviations import matching_part

BLANK = "__________"


class Form(StrEnum):
    """What is made of the differences of two texts."""

    AMENDMENTS = "amendments"
    ORAL_REVISIONS = "oral-revisions"
    AS_REVISED = "as-orally-revised"
    CORRIGENDUM = "corrigendum"


_CORRIGENDUM = DocumentType.CORRIGENDUM
TYPES = frozenset({DocumentType.AMENDMENTS, DocumentType.ORAL_REVISIONS, _CORRIGENDUM})


@dataclass(frozen=True, slots=True)
class Pair:
    """A text and what it is to become, in one language, and who asks for it."""

    base: Document
    revised: Document
    delegation: str = ""


def pair(first: Path, second: Path | None, *, delegation: str = "") -> Pair:
    """The text in one file and what it is to become in another; or what a draft changes in the
    base that it carries.

    Raises `UnreadableInput`; `UsageError` for a draft without a base, and as `document_of` does.
    """
    from drafter.readers import read

    draft = read(second or first).document
    base = None if second is None else read(first).document
    return pair_of(draft, base, delegation=delegation, place=str(first))


def pair_of(
    draft: Document, base: Document | None = None, *, delegation: str = "", place: str = ""
) -> Pair:
    """A draft and the text that it changes, its own base unless another is given; see `pair`."""
    if base is None:
        if draft.base is None:
            raise UsageError("workspace.no-base-to-amend", place=place)
        base = draft.base.document
    if base.language != draft.language:
        raise UsageError("workspace.amend-two-languages", place=place)
    return Pair(matching_part(base, draft), draft, delegation)


def document_of(pair: Pair, form: Form) -> Document:
    """The document of this form. Raises `UsageError` if the texts do not differ in any word."""
    rules = language_of(pair.base.language)
    if form is Form.AS_REVISED:
        return _revised(pair, rules)
    before, after = (view(each, rules.conventions) for each in (pair.base, pair.revised))
    compared = compare_documents(pair.base, pair.revised, rules)
    found = amendments(before, after, revision(before, after, compared, rules), rules)
    if not found.instructions:
        raise UsageError("workspace.nothing-to-amend")
    said = corrections if form is Form.CORRIGENDUM else paragraphs
    rows, notes = said(before, found, rules)
    signing = _blanks(rules) if form is Form.ORAL_REVISIONS else ()
    # a corrigendum does not say what it corrects
    named = form is not Form.CORRIGENDUM and pair.base.root.kind is PartKind.DECISION
    return Document(
        type=DocumentType(form.value),
        language=pair.base.language,
        root=Part(
            PartKind.DECISION if named else PartKind.RESOLUTION,
            (*_titles(pair.base), *rows, *signing),
        ),
        masthead=_masthead(pair, rules, form),
        notes=notes,
        stage="draft",
    )


def offered(document: Document) -> frozenset[DocumentType]:
    """Which of `TYPES` the base of a draft allows."""
    if document.base is None:
        return frozenset()
    return TYPES if _is_issued(document, document.base.document) else TYPES - {_CORRIGENDUM}


def instructed(document: Document, kind: DocumentType | None, *, place: str = "") -> Document:
    """What `document` changes in its base, if it is to be rendered as a type that says that; any
    other as it is.

    Raises `UsageError` as `pair_of` and `document_of` do, and for a corrigendum where the base is
    not the text as it was issued.
    """
    if kind is None or kind not in TYPES or document.type in TYPES:
        return document
    if kind is _CORRIGENDUM and kind not in offered(document):
        raise UsageError("workspace.no-issued-text", place=place)
    return document_of(pair_of(document, place=place), Form(kind.value))


def _is_issued(draft: Document, base: Document) -> bool:
    """Whether the base is the draft as it was issued, and not a text that it follows."""
    ours, theirs = draft.masthead, base.masthead
    known = ((ours.symbol, theirs.symbol), (ours.session, theirs.session))
    return draft.type is base.type and all(a == b for a, b in known if a and b)


def _titles(document: Document) -> tuple[Paragraph, ...]:
    """The title of the text, without its notes."""
    own = (each for each in document.root.paragraphs if each.kind is Kind.TITLE)
    return tuple(
        Paragraph(f"t{number}", Kind.TITLE, Text.of(each.text.plain()), numbered=False)
        for number, each in enumerate(own, 1)
    )


def _blanks(rules: Language) -> tuple[Paragraph, ...]:
    """What is filled in by hand on a sheet that is read out and handed over."""
    said = (line.format(blank=BLANK) for line in rules.amending.signing)
    return tuple(
        Paragraph(f"b{number}", Kind.PROSE, Text.of(line), numbered=False)
        for number, line in enumerate(said, 1)
    )


def _masthead(pair: Pair, rules: Language, form: Form) -> Masthead:
    """What the text shares with what is said of it; the symbol of that is not known."""
    known = pair.base.masthead
    return Masthead(
        distribution=known.distribution if form is Form.CORRIGENDUM else "",
        body=known.body,
        session=known.session,
        session_read=known.session_read,
        committee=known.committee,
        agenda_items=known.agenda_items,
        agenda_titles=known.agenda_titles,
        original_language=known.original_language,
        sponsors=_delegations(pair.delegation, rules) if form is Form.AMENDMENTS else (),
        predecessor=known.symbol,
    )


def _delegations(typed: str, rules: Language) -> tuple[str, ...]:
    """Who asks for amendments, in their language: one, or a list of States."""
    if not typed:
        return ()
    listed = understood(typed, states())
    named = (typed,) if listed.unknown else tuple(each.typed for each in listed.sponsors)
    return names_in(named, states(), rules.code)


def _revised(pair: Pair, rules: Language) -> Document:
    """The whole new text, called the draft "as orally revised": it has no symbol of its own."""
    known, words = pair.base.masthead, rules.masthead
    decides = pair.base.root.kind is PartKind.DECISION
    draft = words.draft_decision if decides else words.draft_resolution
    template = rules.amending.said("lines", "revised")
    line = template.format(draft=draft, symbol=known.symbol or BLANK)
    masthead = replace(
        pair.revised.masthead,
        symbol=known.symbol,
        submitters=line[:1].upper() + line[1:],
        predecessor=known.symbol,
    )
    return replace(pair.revised, type=pair.base.type, masthead=masthead, base=None)
