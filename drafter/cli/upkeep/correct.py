"""`drafter library correct`: a corrigendum applied to a text of a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from drafter.cli.common import options
from drafter.cli.common.base import Command, Option
from drafter.cli.common.terminal import put, put_json, tell
from drafter.errors import UsageError
from drafter.messages import say

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.workspace.corrigenda import Applied, Corrected


def correct(
    symbol: str,
    file: Path | None,
    *,
    at: str,
    old: str,
    new: str,
    folder: Path,
    lang: str,
    drafts: tuple[Path, ...],
    dry_run: bool,
    as_json: bool,
) -> int:
    """Show what a corrigendum changes and which drafts use it, and write it; 2 if a correction
    could not be applied, and then nothing is written."""
    from drafter.workspace.corrigenda import corrected
    from drafter.workspace.reading_corrigenda import Correction, read_corrigendum

    if (file is None) != bool(at and old and new):
        raise UsageError("cli.correct-what")
    until, code = "", lang
    asked: tuple[Correction, ...] = (Correction(old, new, at),)
    if file is not None:
        said = read_corrigendum(file)
        asked, until = said.corrections, said.day
        code = lang or said.document.language
        for words in said.unread:
            tell(say("cli.correct-unread", words=words))
    found = corrected(symbol, asked, folder, code=code, until=until, drafts=drafts)
    writes = not dry_run and not found.left
    if as_json:
        put_json({**found.record, "written": writes})
    else:
        _print(found)
    if writes:
        found.change.write()
    if not as_json:
        key = "cli.change-written" if writes else "cli.change-shown"
        tell(say(key, count=len(found.change.files)))
    return 2 if found.left else 0


def _print(found: Corrected) -> None:
    for each in found.left:
        tell(_why(each, found.symbol))
    for each in found.applied:
        if each.before:
            said = each.correction
            clause = f"{found.symbol}#{each.element}"
            tell(say("cli.correct-before", old=said.old, new=said.new, clause=clause))
    for difference in found.change.differences:
        put(difference)
        put()
    for using in found.drafts:
        key = "cli.draft-uses-earlier" if using.old else "cli.draft-uses"
        put(say(key, path=str(using.path), element=using.element, clause=using.clause))
    if not found.drafts:
        put(say("cli.no-draft-uses"))
    for path, problem in found.unread:
        tell(say("cli.draft-unread", path=str(path), problem=say(problem)))


def _why(left: Applied, symbol: str) -> str:
    """Why a correction could not be applied, and what to do about it."""
    old, at = left.correction.old, left.correction.at
    places = ", ".join(f"{symbol}#{place}" for place in left.places)
    if not left.places:
        return say("cli.correct-nowhere", old=old, symbol=symbol)
    if left.times > 1:
        return say("cli.correct-repeated", old=old, place=at or places, count=left.times)
    if at:
        return say("cli.correct-elsewhere", old=old, place=at, places=places)
    return say("cli.correct-several", old=old, symbol=symbol, places=places)


COMMAND = Command(
    "correct",
    callback=correct,
    help="cli.library-correct",
    params=[
        click.Argument(["symbol"], type=options.symbol, metavar="SYMBOL/Corr.1"),
        click.Argument(["file"], type=options.path, required=False, metavar="[FILE]"),
        options.text("--at", "CLAUSE", "cli.option-correct-at", options.symbol),
        Option(["--for", "old"], default="", metavar="X", help="cli.option-correct-for"),
        Option(["--read", "new"], default="", metavar="Y", help="cli.option-correct-read"),
        Option(
            ["--library", "folder"], type=options.path, required=True, metavar="DIR",
            help="cli.option-correct-in",
        ),
        options.spoken("cli.option-lang-to-correct"),
        Option(
            ["--drafts"], type=options.path, multiple=True, metavar="DIR",
            help="cli.option-drafts",
        ),
        Option(["--dry-run"], is_flag=True, help="cli.option-dry-run"),
        options.as_json(),
    ],
)  # fmt: skip
