"""What the document is as a whole: its first part, its type, its masthead, what it does not say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from drafter.languages import Language, canonical, opening_match
from drafter.model.masthead import Masthead
from drafter.model.provenance import Stage
from drafter.model.symbols import parse_symbol, stage_of
from drafter.model.tree import Document, DocumentType, Kind, PartKind
from drafter.readers.reader import ReadOptions
from drafter.readers.segment.branches import Branch, Phase
from drafter.readers.segment.characters import ending, ends_open
from drafter.readers.segment.fields import BLANK, sponsors_of
from drafter.readers.segment.findings import Findings
from drafter.readers.segment.head import Head
from drafter.readers.segment.raw import Raw
from drafter.readers.segment.vocabulary import Vocabulary, vocabulary

_ADDENDUM = re.compile(r"/L\.\d+(?:/Rev\.\d+)?/Add\.\d+")
_CORRIGENDUM = re.compile(r"/Corr\.\d+")


def root_of(raws: Sequence[Raw], head: Head, language: Language, findings: Findings) -> Branch:
    """The part that holds all the others, empty: a report, a decision or a resolution."""
    body = raws[head.body :]
    enacting = next((i for i, raw in enumerate(body) if raw.role == "enacting"), None)
    decision = _decides(head, language)
    kind = PartKind.DECISION if decision else PartKind.RESOLUTION
    if _changes(head, language):
        return Branch(kind, Phase.PROSE, amends=True)
    if head.is_report or _reports(body, enacting):
        return Branch(PartKind.REPORT, Phase.REPORT)
    if head.pivot == "statement":
        return Branch(PartKind.RESOLUTION, Phase.PROSE)
    if enacting is None and not decision:
        resolves = any(_opens(raw, language) for raw in body)
        slug = "empty" if not raws else "no-enacting" if resolves else "no-resolution"
        findings.add(slug, raws[0].line if raws else 0)
        if slug == "no-resolution" and head.masthead.symbol and not _submits(head):
            return Branch(PartKind.REPORT, Phase.REPORT)
        return Branch(kind, Phase.PREAMBLE if resolves else Phase.PROSE)
    return Branch(kind, Phase.PREAMBLE)


def _submits(head: Head) -> bool:
    """Whether the masthead names what is submitted."""
    return head.pivot in ("sponsors", "submitted", "draft_heading", "decision_heading")


def _changes(head: Head, language: Language) -> bool:
    """Whether the document changes another: amendments, oral revisions, an addendum, a
    corrigendum."""
    amending = vocabulary(language).amendments.fullmatch(head.label)
    if "oral_revisions" in head.roles:
        return True
    return bool(_submits(head) and amending) or _accompanies(head) is not None


def _accompanies(head: Head) -> DocumentType | None:
    """Whether the masthead says that this is a corrigendum, or that it adds to a draft."""
    symbol = head.masthead.symbol
    if "corrigendum" in head.roles or _CORRIGENDUM.search(symbol):
        return DocumentType.CORRIGENDUM
    added = "addendum" in head.roles and not head.is_report
    return DocumentType.ADDENDUM if added or _ADDENDUM.search(symbol) else None


def _decides(head: Head, language: Language) -> bool:
    words = vocabulary(language)
    if _submits(head) or "oral_revisions" in head.roles:
        return words.decision.fullmatch(head.label) is not None
    return head.pivot == "adopted" and words.adopted_decision.fullmatch(head.label) is not None


def _reports(body: Sequence[Raw], enacting: int | None) -> bool:
    """Whether numbered paragraphs stand before the text that is enacted, the last of them
    announcing it: a report without its own title."""
    before = [raw for raw in body[: enacting or 0] if raw.number]
    return bool(before) and ends_open(before[-1].text)


def _opens(raw: Raw, language: Language) -> bool:
    found = opening_match(canonical(raw.text, language), language)
    return found is not None and bool(ending(raw.text)) and len(raw.text) > len(found.words)


def type_of(head: Head, masthead: Masthead, root: Branch, language: Language) -> DocumentType:
    """The type of document that the masthead tells, or the drafts in a report."""
    accompanying = _accompanies(head)
    if accompanying:
        return accompanying
    if "oral_revisions" in head.roles:
        return DocumentType.ORAL_REVISIONS
    if head.is_report:
        return DocumentType.COMMITTEE_REPORT
    if head.pivot == "statement":
        return DocumentType.STATEMENT
    if head.pivot in ("adopted", "bracket", "number") or masthead.closing:
        decided = _decides(head, language) or "/DEC/" in masthead.symbol
        return DocumentType.DECISION if decided else DocumentType.RESOLUTION
    submitted = _type_by_label(head.label, vocabulary(language)) if _submits(head) else None
    if submitted:
        return submitted
    if root.kind is PartKind.REPORT:
        drafts = any(isinstance(block, Branch) for block in root.blocks)
        return DocumentType.COMMITTEE_REPORT if drafts else DocumentType.OTHER
    symbol = parse_symbol(masthead.symbol)
    if symbol is not None:
        return _type_by_symbol(str(symbol))
    return DocumentType.DRAFT_RESOLUTION


def _type_by_label(label: str, words: Vocabulary) -> DocumentType | None:
    """What is submitted, by what it calls itself."""
    if any(form.fullmatch(label) for form in words.officer):
        return DocumentType.CHAIRS_TEXT
    patterns = (
        (DocumentType.AMENDMENTS, words.amendments),
        (DocumentType.REVISED_DRAFT, words.revised),
        (DocumentType.DRAFT_DECISION, words.decision),
    )
    return next((kind for kind, pattern in patterns if pattern.fullmatch(label)), None)


def _type_by_symbol(symbol: str) -> DocumentType:
    if "/RES/" in symbol:
        return DocumentType.RESOLUTION
    if "/DEC/" in symbol:
        return DocumentType.DECISION
    revised = re.search(r"/Rev\.\d+", symbol)
    return DocumentType.REVISED_DRAFT if revised else DocumentType.DRAFT_RESOLUTION


def described(
    head: Head,
    closing: Sequence[Raw],
    raws: Sequence[Raw],
    options: ReadOptions,
    language: Language,
) -> Masthead:
    """The masthead with what stands elsewhere: the organ that acts, the committee that reports, the
    closing lines, and what the person reading knows."""
    masthead = head.masthead
    lines = tuple(canonical(raw.text, language) for raw in closing)
    blank = any(BLANK in line for line in lines)  # what is not known yet is printed anew
    return replace(
        masthead,
        symbol=options.symbol or masthead.symbol,
        date=options.date or masthead.date,
        body=masthead.body or _organ(raws, language),
        committee=masthead.committee or _reporting(head, language),
        added_sponsors=_added(head, raws, language),
        closing="" if blank else "\n".join(lines),
        read=(*masthead.read, *lines),
    )


def _added(head: Head, raws: Sequence[Raw], language: Language) -> tuple[str, ...]:
    """The sponsors that an addendum lists below the words that announce them."""
    if _accompanies(head) is not DocumentType.ADDENDUM:
        return ()
    lists = (
        below.text
        for above, below in pairwise(raws)
        if vocabulary(language).added.fullmatch(above.text)
    )
    listed = next(lists, "")
    return () if BLANK in listed else sponsors_of(canonical(listed, language), language)


def _organ(raws: Sequence[Raw], language: Language) -> str:
    """The name of the organ that the first enacting words name."""
    head = language.masthead
    enacting = next((raw.text for raw in raws if raw.role == "enacting"), "")
    words = canonical(enacting, language).strip('“"«„ ,，،*').casefold()
    return next((head.organ(key) for key, name in head.enacting if name.casefold() == words), "")


def _reporting(head: Head, language: Language) -> str:
    report = vocabulary(language).report
    found = (report.fullmatch(canonical(title.text, language)) for title in head.titles)
    said = next((each["committee"].strip() for each in found if each), "")
    of = language.masthead.committees_of
    segment = next((key for key, name in of if name.casefold() == said.casefold()), "")
    return language.masthead.committee(segment) or said


def adopted_as(options: ReadOptions, root: str) -> tuple[tuple[str, str], ...]:
    """The symbols that parts were adopted under; an empty path is the whole document."""
    return tuple((path or root, symbol) for path, symbol in options.adopted_as)


def list_missing(document: Document, options: ReadOptions, findings: Findings) -> str:
    """Report what the file does not say and a draft can do without. Gives the stage: as told, or
    as the symbol shows it; never guessed."""
    head = document.masthead
    stage = options.stage or _stage(document)
    kinds = {paragraph.kind for _, paragraph in document.walk()}
    for slug, there in (
        ("symbol-missing", head.symbol),
        ("stage-missing", stage),
        ("date-missing", head.date),
        ("session-missing", head.session or head.session_read or _sessionless(head.symbol)),
    ):
        if not there:
            findings.add(slug)
    if Kind.ENACTING in kinds:
        for slug, kind in (("no-title", Kind.TITLE), ("no-operative", Kind.OPERATIVE)):
            if kind not in kinds and not (kind is Kind.TITLE and _sessionless(head.symbol)):
                findings.add(slug)
    return stage


def _sessionless(symbol: str) -> bool:
    """Whether the text is the Security Council's: its resolutions have no title (Editorial Manual,
    "Resolutions of the Security Council"), and it has no sessions."""
    return symbol.startswith("S/")


def _stage(document: Document) -> str:
    symbol = parse_symbol(document.masthead.symbol)
    if symbol is None:
        return ""
    shown = stage_of(symbol)
    if shown is not Stage.UNKNOWN:
        return shown.value
    reported = document.type is DocumentType.COMMITTEE_REPORT
    return Stage.COMMITTEE.value if reported else ""
