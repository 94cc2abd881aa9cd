"""What a file becomes when its document is imported again: the text new, the curated kept."""

from __future__ import annotations

import difflib
from dataclasses import replace
from pathlib import Path

from drafter.errors import RefusedOverwrite
from drafter.library.clause import Curated
from drafter.library.clause_file import ClauseFile, completed, text_fingerprint
from drafter.library.findings import problem
from drafter.library.source import Adoption, Obtained, Source
from drafter.model.findings import Finding, Severity
from drafter.model.rebuild import map_paragraphs
from drafter.model.tree import RECOMMENDED, Document, Kind

_DIFF_LINES = 80
_OVERWRITE = "library.overwrite-hint"
Added = dict[str, Curated]


def title_of(document: Document) -> str:
    """The title of the text: of the first draft in a report, else the document's own."""
    parts = [part for _, part in document.parts()]
    drafts = [part for part in parts if part.kind in RECOMMENDED]
    for part in (*drafts, *parts):
        for paragraph in part.paragraphs:
            if paragraph.kind is Kind.TITLE:
                return paragraph.text.plain()
    return "".join(document.masthead.agenda_titles[:1])


def merged(
    before: ClauseFile, document: Document, given: Source
) -> tuple[ClauseFile, tuple[Finding, ...]]:
    """The file `before` with `document` in it, and what a maintainer should look at.

    Of the source, what `given` says counts and what it leaves empty is kept; how a text was adopted
    is only ever added by maintainers.
    """
    source = _source(before, given)
    after = completed(document, source)
    same_text = text_fingerprint(after) == text_fingerprint(before.document)
    obtained, findings = _obtained(before.source.obtained, given.obtained, same_text)
    source = replace(source, obtained=obtained)
    after, unwaived = _waived(before.document, after)
    curated, lost = _carried(dict(before.curated), before.document, after)
    lost = tuple(sorted({*lost, *unwaived}))
    findings += tuple(
        problem("curated-lost", "", severity=Severity.WARNING, element=each, id=each)
        for each in lost
    )
    return ClauseFile(source, after, curated, text_fingerprint(after)), findings


def refuse_loss(
    before: ClauseFile,
    after: ClauseFile,
    findings: tuple[Finding, ...],
    path: Path,
    both: str,
    *,
    touched: bool = False,
) -> None:
    """Raise `RefusedOverwrite` where an import would undo work done by hand; `both` shows it.

    In a file that was `touched` since the last import, the source counts as work done by hand.
    """
    here = text_fingerprint(before.document)
    if here not in (before.imported, text_fingerprint(after.document)):
        raise RefusedOverwrite(
            "library.edited-by-hand", place=str(path), hint_id=_OVERWRITE, diff=both
        )
    lost = [finding.place.element for finding in findings if finding.code == "curated-lost"]
    if lost:
        raise RefusedOverwrite(
            "library.would-lose-curated",
            place=str(path),
            hint_id=_OVERWRITE,
            ids=", ".join(lost),
            diff=both,
        )
    if touched:
        _refuse_other_source(before.source, after.source, path, both)


def difference(old: str, new: str) -> str:
    """Old and new text line by line, changed lines only, not longer than a screen or two."""
    lines = list(difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=1))[2:]
    shown = lines[:_DIFF_LINES]
    return "\n".join([*shown, "…"] if len(lines) > len(shown) else shown)


def _refuse_other_source(old: Source, new: Source, path: Path, both: str) -> None:
    # what is empty is filled; the title is only refreshed where it is that of the text
    lost = [
        name
        for name in ("stage", "session", "date", "original_language", "adopted_as")
        if getattr(old, name) and getattr(old, name) != getattr(new, name)
    ]
    if lost:
        raise RefusedOverwrite(
            "library.source-edited",
            place=str(path),
            hint_id=_OVERWRITE,
            fields=", ".join(lost),
            diff=both,
        )


def _source(before: ClauseFile, given: Source) -> Source:
    old = before.source
    curated_title = old.title if old.title != title_of(before.document) else ""
    return replace(
        given,
        title=curated_title or given.title or old.title,
        session=given.session if given.session is not None else old.session,
        date=given.date or old.date,
        original_language=given.original_language or old.original_language,
        adopted_as=given.adopted_as or old.adopted_as,
        adoption=_adoption(old.adoption, given.adoption),
        url=given.url or old.url,
        notice=given.notice or old.notice,
    )


def _adoption(old: tuple[Adoption, ...], given: tuple[Adoption, ...]) -> tuple[Adoption, ...]:
    """What the file says of a part stays; what it left unknown the document may now say."""
    said = {each.part: each for each in given}
    unsaid = Adoption("")
    kept = [
        said.pop(each.part, each) if each == replace(unsaid, part=each.part) else each
        for each in old
    ]
    parts = {each.part for each in kept}
    return (*kept, *(each for part, each in said.items() if part not in parts))


def _obtained(
    old: Obtained, given: Obtained, same_text: bool
) -> tuple[Obtained, tuple[Finding, ...]]:
    unsaid = given == Obtained()
    if same_text and (unsaid or old.state != Obtained().state):
        return old, ()
    if old.state == Obtained().state:
        return (old if unsaid else given), ()
    # the words that were checked are no longer these words
    return given, (problem("check-outdated", "", severity=Severity.WARNING, by=old.by),)


def _waived(before: Document, after: Document) -> tuple[Document, tuple[str, ...]]:
    """`after` with what was waived in `before`, by id, and the ids that are gone with a waiver."""
    waivers = {p.id: p.waivers for _, p in before.walk() if p.waivers}
    if not waivers:
        return after, ()
    here = {paragraph.id for _, paragraph in after.walk()}
    whole = map_paragraphs(after, lambda p: replace(p, waivers=p.waivers or waivers.get(p.id, ())))
    return whole, tuple(sorted(waivers.keys() - here))


def _carried(
    curated: Added, before: Document, after: Document
) -> tuple[tuple[tuple[str, Curated], ...], tuple[str, ...]]:
    """What was curated, by id, or by the very same words where an id is gone."""
    ids = [paragraph.id for _, paragraph in after.walk()]
    kept = {each: added for each, added in curated.items() if each in set(ids)}
    words = _by_words(after)
    lost: list[str] = []
    for each in curated.keys() - kept.keys():
        paragraph = before.paragraph(each)
        here = words.get(paragraph.text.plain(), []) if paragraph else []
        if len(here) == 1 and here[0] not in curated:
            kept[here[0]] = curated[each]
        else:
            lost.append(each)
    ordered = tuple((each, kept[each]) for each in ids if each in kept)
    return ordered, tuple(sorted(lost))


def _by_words(document: Document) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for _, paragraph in document.walk():
        found.setdefault(paragraph.text.plain(), []).append(paragraph.id)
    return found
