"""`drafter match`: the precedents of every paragraph, or of a batch of texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from drafter.cli.common import options
from drafter.cli.common.base import Command, Option
from drafter.cli.common.terminal import put, put_json, tell
from drafter.errors import UsageError
from drafter.messages import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from drafter.match import Coverage, Precedent
    from drafter.workspace.duplicates import Duplicates
    from drafter.workspace.libraries import LibraryProvider
    from drafter.workspace.matching import Matched, MatchedParagraph


def match(
    file: Path | None,
    *,
    queries: Path | None,
    folders: tuple[Path, ...],
    limit: int,
    floor: float | None,
    duplicates: bool,
    as_json: bool,
) -> None:
    """Print what the library has."""
    if (file is None) == (queries is None) or (duplicates and file is None):
        raise UsageError("cli.match-what")
    from drafter.workspace import matching
    from drafter.workspace.libraries import provider

    library = provider(folders)
    if file is not None and duplicates:
        _duplicates(file, library, floor, as_json=as_json)
        return
    asked = matching.Asked(limit, matching.FLOOR if floor is None else floor)
    if queries is not None:
        for row in matching.match_queries(queries, library, asked):
            put_json(row, one_line=True)
    if file is not None:
        matched = matching.match_file(file, library, asked)
        if as_json:
            put_json(matched.record)
        else:
            _print(matched, limit)


def _duplicates(
    file: Path, library: LibraryProvider, floor: float | None, *, as_json: bool
) -> None:
    from drafter.workspace.duplicates import FLOOR, duplicates_of

    found = duplicates_of(file, library, FLOOR if floor is None else floor)
    if as_json:
        put_json(found.record)
    else:
        _print_duplicates(found)


def _print_duplicates(found: Duplicates) -> None:
    from drafter.cli.common.outline import clipped
    from drafter.match import shown
    from drafter.workspace.libraries import cited
    from drafter.workspace.places import place_name

    for pair in found.inside:
        one, other = (place_name(found.view, name) for name in (pair.first.id, pair.second.id))
        put(f"{pair.similarity:4.0%}  {say('cli.duplicate-pair', one=one, other=other)}")
        for element in (pair.first, pair.second):
            put(clipped(f"       {element.text.plain()}"))
    for held in found.held:
        put(clipped(f"{place_name(found.view, held.element.id)}: {held.element.text.plain()}"))
        for each in shown(held.clauses):
            standing = found.provider.standing(each.clause)
            put(f"    {each.similarity:4.0%}  {cited(each.clause)} · {standing}")
    tell(say("cli.duplicates", inside=len(found.inside), paragraphs=len(found.held)))
    tell(say("cli.library-reach", reach=found.provider.reach))


def _print(matched: Matched, limit: int) -> None:
    from drafter.cli.common.outline import clipped

    for paragraph in matched.paragraphs:
        element = paragraph.element
        label = element.label_read or element.label
        put(clipped(" ".join(filter(None, (label, element.text.plain())))))
        _print_found(paragraph, matched.shown(paragraph), matched.provider, limit)
        _print_provenance(paragraph, matched.provider)
    if not matched.paragraphs:
        tell(say("cli.nothing-to-match"))
        return
    tell(_shares(matched.coverage))
    tell(say("cli.library-reach", reach=matched.provider.reach))


def _print_found(
    paragraph: MatchedParagraph,
    precedents: Sequence[Precedent],
    provider: LibraryProvider,
    limit: int,
) -> None:
    from drafter.workspace.libraries import cited
    from drafter.workspace.match_records import reason
    from drafter.workspace.records import sentences

    for precedent in precedents:
        put(f"    {precedent.similarity:4.0%}  {cited(precedent.clause)}")
        reasons = " · ".join(map(reason, precedent.reasons))
        put(
            f"           {' · '.join(filter(None, (reasons, provider.standing(precedent.clause))))}"
        )
        for told in sentences(precedent.changes):
            put(f"           {told}")
    known = {precedent.clause.id for precedent in (*precedents, *paragraph.precedents)}
    contains = [found for found in paragraph.contains if found.clause.id not in known]
    for found in contains[:limit]:
        percent = f"{found.containment * 100:.0f}"
        longer = len(found.clause.plain) > len(paragraph.element.text.plain())
        message = "cli.part-of" if longer else "cli.contains"
        put(f"    {say(message, percent=percent, citation=cited(found.clause))}")
    if len(contains) > limit:
        put(f"    {say('cli.and-more', count=len(contains) - limit)}")
    if not precedents and not paragraph.contains:
        put(f"    {say('cli.no-precedent', reach=provider.reach)}")


def _print_provenance(paragraph: MatchedParagraph, provider: LibraryProvider) -> None:
    """Where every stretch comes from; nothing where nothing is found at all, which is said."""
    from drafter.workspace.stretches import stretch_words

    stretches = paragraph.covered.stretches
    if len(stretches) > 1 or any(stretch.clause for stretch in stretches):
        for stretch in stretches:
            put(f"    {stretch_words(stretch, provider)}")


def _shares(coverage: Coverage) -> str:
    from drafter.workspace.stretches import stage_shares

    shares = coverage.shares
    return say(
        "cli.coverage", verbatim=f"{shares.verbatim:.0%}{stage_shares(shares)}",
        edited=f"{shares.edited:.0%}", not_found=f"{shares.not_found:.0%}",
    )  # fmt: skip


COMMAND = Command(
    "match",
    callback=match,
    help="cli.match",
    params=[
        click.Argument(["file"], type=options.path, required=False, metavar="[FILE]"),
        Option(["--queries"], type=options.path, metavar="FILE", help="cli.option-queries"),
        options.library(),
        options.limit(10),
        options.floor(),
        Option(["--duplicates"], is_flag=True, help="cli.option-duplicates"),
        options.as_json(),
    ],
)
