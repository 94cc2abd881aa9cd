"""A draft as the document that it becomes: one text from draft resolution to adopted resolution.

What belongs to the document that it was (symbol, date of issue, job number) stays behind, and says
where the text comes from: a revised draft follows the draft, an adopted resolution a report.
Nothing is stored: this is how a text is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from drafter.errors import UsageError
from drafter.languages import Language
from drafter.languages.masthead import MastheadWords
from drafter.model.masthead import Masthead
from drafter.model.provenance import Stage
from drafter.model.text import Text
from drafter.model.tree import (
    RECOMMENDED,
    Document,
    DocumentType,
    Kind,
    Paragraph,
    Part,
    PartKind,
)
from drafter.model.view import view
from drafter.workspace.extracting import extracted
from drafter.workspace.masthead_fields import with_given
from drafter.writers.sponsor_line import listed_sponsors

ADOPTED = frozenset({DocumentType.RESOLUTION, DocumentType.DECISION})
_ADOPTED_STAGE = ADOPTED | {DocumentType.STATEMENT}
_FOLLOW_A_DRAFT = frozenset(
    {
        DocumentType.REVISED_DRAFT, DocumentType.CHAIRS_TEXT, DocumentType.AMENDMENTS,
        DocumentType.ORAL_REVISIONS, DocumentType.ADDENDUM, DocumentType.CORRIGENDUM,
    }
)  # fmt: skip
_ONE_TEXT = (
    (_FOLLOW_A_DRAFT | ADOPTED) - {DocumentType.CORRIGENDUM}
    | {DocumentType.DRAFT_RESOLUTION, DocumentType.DRAFT_DECISION, DocumentType.STATEMENT}
)  # fmt: skip
# what says how to change or complete a text has none that could be proposed or adopted
_NO_TEXT = frozenset(
    {
        DocumentType.AMENDMENTS, DocumentType.ORAL_REVISIONS, DocumentType.ADDENDUM,
        DocumentType.CORRIGENDUM,
    }
)  # fmt: skip
_DRAFTS = frozenset({DocumentType.DRAFT_RESOLUTION, DocumentType.DRAFT_DECISION})
_READ_OUT = frozenset({DocumentType.AMENDMENTS, DocumentType.ORAL_REVISIONS})
_REPORT = DocumentType.COMMITTEE_REPORT
_ROOTS = {
    DocumentType.DECISION: PartKind.DECISION,
    DocumentType.DRAFT_DECISION: PartKind.DECISION,
    DocumentType.RESOLUTION: PartKind.RESOLUTION,
    DocumentType.DRAFT_RESOLUTION: PartKind.RESOLUTION,
    DocumentType.STATEMENT: PartKind.RESOLUTION,
    DocumentType.OTHER: PartKind.RESOLUTION,
}
# a draft of the plenary is what an adopted text names; a committee's draft is not (A/RES/79/135)
_PLENARY_DRAFT = re.compile(r"A/[^/]+/L\.\d+")
_BLANK = "__"


def become(
    document: Document,
    kind: DocumentType | None,
    language: Language,
    *,
    part: str = "",
    given: Iterable[str] = (),
) -> Document:
    """`document` as the type `kind` (None: as it is), with fields of the masthead as `given` for
    this printing ("symbol=A/C.2/81/L.5").

    Of a committee's report, a type that has one text takes the draft in it, or the one at `part`.
    Raises `UsageError` naming the drafts, or the fields, there are; for a draft as a report, which
    events make; and for what has no text of its own, as a document that has one.
    """
    path = part or _draft_in(document, kind or document.type)
    taken = extracted(document, path).document if path else document
    wanted = kind or taken.type
    _refuse_impossible(taken, wanted)
    head = document.masthead
    if path and document.root.kind is PartKind.REPORT:
        head = _from_report(document, path, language)
    if wanted is not document.type:
        head = _following(head, document.type, wanted)
        named = _renamed(taken, wanted)
        head = replace(head, submitters=_relabelled(head.submitters, taken, named, language))
        taken = named
    before = head.added_sponsors
    made = replace(taken, masthead=with_given(head, given))
    if wanted is not DocumentType.ADDENDUM:
        return made
    told = document.type is wanted and made.masthead.added_sponsors == before
    return made if told else _addendum(made, language)


def possible(document: Document) -> frozenset[DocumentType]:
    """What a document can be printed as, its own type among it: a draft as no report; a report
    without a draft, and what only changes or completes a text, as nothing that has a text."""
    kinds = frozenset(DocumentType)
    if document.type in _NO_TEXT:
        shared = _READ_OUT if document.type in _READ_OUT else frozenset({document.type})
        return shared | {DocumentType.OTHER}
    if document.root.kind is not PartKind.REPORT:
        return kinds - ({_REPORT} - {document.type})
    return kinds if _recommended(document) else kinds - _ONE_TEXT | {document.type}


def _refuse_impossible(document: Document, wanted: DocumentType) -> None:
    known = possible(document)
    if wanted in known:
        return
    if document.type in _NO_TEXT:
        raise UsageError("workspace.no-text-of-its-own")
    if wanted is _REPORT:
        raise UsageError("workspace.report-of-events")
    listed = ", ".join(each.value for each in DocumentType if each in known)
    raise UsageError("workspace.no-draft-in-base", hint_id="workspace.print-as", known=listed)


def _recommended(report: Document) -> list[tuple[str, Part]]:
    """The drafts that a report recommends, with their paths."""
    found = [(path, each) for path, each in report.parts() if each.kind in RECOMMENDED]
    # a report that gives its drafts headings only quotes the others, as they were introduced
    return [row for row in found if row[1].heading_read] or found


def _draft_in(document: Document, wanted: DocumentType) -> str:
    """The path of the only draft that a report recommends; empty where none is to be taken."""
    if document.root.kind is not PartKind.REPORT or wanted not in _ONE_TEXT:
        return ""
    found = _recommended(document)
    kind = PartKind.DECISION if _ROOTS.get(wanted) is PartKind.DECISION else PartKind.DRAFT
    fitting = [row for row in found if row[1].kind is kind] or found
    if len(fitting) > 1:
        raise UsageError("workspace.which-draft", known=", ".join(path for path, _ in fitting))
    return fitting[0][0] if fitting else ""


def _renamed(document: Document, wanted: DocumentType) -> Document:
    """The text as a decision or a resolution, where its new type says which."""
    root = document.root
    whole = root.kind in {PartKind.RESOLUTION, PartKind.DECISION}
    kind = _ROOTS.get(wanted, root.kind) if whole else root.kind
    draws_back = document.stage == Stage.ADOPTED and wanted not in _ADOPTED_STAGE
    stage = Stage.DRAFT.value if draws_back else document.stage
    return replace(document, type=wanted, root=replace(root, kind=kind), stage=stage)


def _from_report(report: Document, path: str, language: Language) -> Masthead:
    """The masthead that a draft takes over from its report: the report is what it was adopted on,
    with the paragraph that recommends it."""
    head = report.masthead
    symbol = dict(report.adopted_as).get(path, "")
    documents = (_recommending(report, path, language),) if head.symbol else ()
    return replace(
        head, symbol=symbol, predecessor="", rapporteur="", submitters="", documents=documents
    )


def _recommending(report: Document, path: str, language: Language) -> str:
    numbered = view(report, language.conventions)
    number = ""
    for element in numbered.elements:
        if element.part == path:
            break
        if element.kind is Kind.REPORT and element.level == 1:
            number = element.label
    plain = re.sub(r"\D+$", "", number)
    symbol, words = report.masthead.symbol, language.masthead
    return words.in_paragraph.format(document=symbol, number=plain) if plain else symbol


def _following(head: Masthead, was: DocumentType, kind: DocumentType) -> Masthead:
    """The masthead of what follows the document of the type `was` with the masthead `head`."""
    old = head.symbol
    if was in ADOPTED and kind not in ADOPTED:
        # it is to be adopted anew: nothing of that is known
        head = replace(head, adopted_on="", meeting="", documents=())
    kept = old if kind in ADOPTED and re.search(r"/(?:RES|DEC)/", old) else ""
    new = replace(
        head, symbol=kept, date="", distribution="", job_number="", closing="", bracket_line="",
        read=(),
    )  # fmt: skip
    if kind in ADOPTED:
        before = (old,) if _PLENARY_DRAFT.match(old) else ()
        return replace(new, documents=head.documents or before, submitters="")
    if kind in _FOLLOW_A_DRAFT:
        new = replace(new, predecessor=old or head.predecessor)
    sponsors = tuple(with_mark(name, head.submitters) for name in head.sponsors)
    new = replace(new, sponsors=sponsors)
    if kind is DocumentType.REVISED_DRAFT:
        joined = tuple(dict.fromkeys((*sponsors, *head.added_sponsors)))
        new = replace(new, sponsors=joined, added_sponsors=())
    # the line that names who submits also names the type that it was
    own = bool(head.sponsors or head.submitter) or kind is DocumentType.CHAIRS_TEXT
    return replace(new, submitters="" if own else head.submitters)


def with_mark(name: str, line: str) -> str:
    """A sponsor with the note mark that the line has behind it: "Iraq:* draft resolution"."""
    marked = re.search(rf"{re.escape(name)}\s*[,،、:：]?\s*\*", line)
    return f"{name}*" if marked and not name.endswith("*") else name


def _relabelled(line: str, was: Document, is_now: Document, language: Language) -> str:
    """A line that names who submits, with the type that the text now is: "Revised draft resolution
    submitted by the Chair"."""
    old, new = _label_of(was, language), _label_of(is_now, language)
    at = line.lower().find(old.lower()) if old and new else -1
    is_said = old in new and new.lower() in line.lower()
    if at < 0 or is_said:
        return line
    named = new[:1].upper() + new[1:] if line[at].isupper() else new
    return line[:at] + named + line[at + len(old) :]


def _label_of(document: Document, language: Language) -> str:
    """What the line that names who submits calls the text; empty where it has a line of its own."""
    words = _words_of(document, language)
    if document.type is DocumentType.REVISED_DRAFT:
        return words.revised_draft_resolution
    return words.draft_resolution if document.type in _DRAFTS else ""


def _words_of(document: Document, language: Language) -> MastheadWords:
    words = language.masthead
    return words.deciding() if document.root.kind is PartKind.DECISION else words


def _addendum(document: Document, language: Language) -> Document:
    """Title and added sponsors: an addendum does not repeat the text of the draft."""
    root, words = document.root, _words_of(document, language)
    titles = tuple(p for p in root.paragraphs if p.kind is Kind.TITLE)[:1]
    listed = listed_sponsors(document.masthead.added_sponsors, language) or _BLANK
    names = Paragraph("resolution/added.1", Kind.CONTINUATION, Text.of(listed))
    added = Paragraph(
        "resolution/added", Kind.PROSE, Text.of(words.added), (names,), numbered=False
    )
    marked = {note for title in titles for note in title.text.notes}
    return replace(
        document,
        root=Part(root.kind, (*titles, added)),
        notes=tuple(note for note in document.notes if note.id in marked or note.mark),
    )
