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
from drafter.messages import say
from drafter.model.masthead import Masthead
from drafter.model.revision import little_in_common
from drafter.model.sponsors import names_in, understood
from drafter.model.text import Text
from drafter.model.tree import (
    Document,
    DocumentType,
    Kind,
    Note,
    Paragraph,
    Part,
    PartKind,
)
from drafter.model.view import view
from drafter.workspace.deviations import matching_part

BLANK = "__________"
_ADOPTED = frozenset({DocumentType.RESOLUTION, DocumentType.DECISION})
# what a file with the revised words alone may lack
_SHARED = (
    "body", "session", "session_read", "committee", "agenda_items", "agenda_titles",
    "distribution", "original_language",
)  # fmt: skip


class Form(StrEnum):
    """What is made of the differences of two texts."""

    AMENDMENTS = "amendments"
    ORAL_REVISIONS = "oral-revisions"
    AS_REVISED = "as-orally-revised"
    CORRIGENDUM = "corrigendum"


_CORRIGENDUM = DocumentType.CORRIGENDUM
_ORAL = frozenset({Form.AS_REVISED, Form.ORAL_REVISIONS})
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

    Raises `UnreadableInput`; `UsageError` for a file without a text, a draft without a base, and as
    `document_of` does.
    """
    from drafter.readers import read

    draft = read(second or first).document
    base = None if second is None else read(first).document
    for path, document in ((first, base), (second or first, draft)):
        if document is not None and not any(document.walk()):
            raise UsageError("workspace.no-paragraph", place=str(path))
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
        raise UsageError(
            "workspace.amend-two-languages", place=place, first=base.language, second=draft.language
        )
    return Pair(matching_part(base, draft), draft, delegation)


@dataclass(frozen=True, slots=True)
class Made:
    """What is made of a pair, and a sentence to look at: whether it is the pair that was meant."""

    document: Document
    remark: str = ""


def document_of(pair: Pair, form: Form) -> Document:
    """The document of this form; see `made`."""
    return made(pair, form).document


def made(pair: Pair, form: Form) -> Made:
    """The document of this form. Raises `UsageError` if the texts do not differ in any word, and
    where oral revisions are asked for of one that is adopted."""
    rules = language_of(pair.base.language)
    if form in _ORAL and pair.base.type in _ADOPTED:
        raise UsageError("workspace.revise-adopted", place=pair.base.masthead.symbol)
    before, after = (view(each, rules.conventions) for each in (pair.base, pair.revised))
    marked = revision(before, after, compare_documents(pair.base, pair.revised, rules), rules)
    found = amendments(before, after, marked, rules)
    if not found.instructions:
        raise UsageError("workspace.nothing-to-amend")
    common = little_in_common(marked)
    kept, count = common or (0, 0)
    remark = say("workspace.amend-other-text", kept=kept, count=count) if common else ""
    if form is Form.AS_REVISED:
        return Made(_revised(pair, rules), remark)
    said = corrections if form is Form.CORRIGENDUM else paragraphs
    rows, notes = said(before, found, rules)
    return Made(_instructing(pair, form, rules, (rows, notes)), remark)


def _instructing(
    pair: Pair,
    form: Form,
    rules: Language,
    said: tuple[tuple[Paragraph, ...], tuple[Note, ...]],
) -> Document:
    rows, notes = said
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
    base = document.base.document
    spoken = {DocumentType.ORAL_REVISIONS} if base.type in _ADOPTED else set()
    return TYPES - spoken - (set() if _is_issued(document, base) else {_CORRIGENDUM})


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
    known, head, words = pair.base.masthead, pair.revised.masthead, rules.masthead
    decides = pair.base.root.kind is PartKind.DECISION
    draft = words.draft_decision if decides else words.draft_resolution
    template = rules.amending.said("lines", "revised")
    line = template.format(draft=draft, symbol=known.symbol or BLANK)
    lacking = {name: getattr(known, name) for name in _SHARED if not getattr(head, name)}
    masthead = replace(
        head,
        **lacking,
        symbol=known.symbol,
        submitters=line[:1].upper() + line[1:],
        predecessor=known.symbol,
    )
    return replace(pair.revised, type=pair.base.type, masthead=masthead, base=None)
