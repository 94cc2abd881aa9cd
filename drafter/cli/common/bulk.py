"""How a large import is told: while it runs, and when it is done."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli.common.terminal import report, tell
from drafter.messages import say
from drafter.model.findings import Severity
from drafter.workspace.bulk.filed import Came

if TYPE_CHECKING:
    from drafter.workspace.bulk.filed import Filed
    from drafter.workspace.bulk.gathering import Gathered
    from drafter.workspace.bulk.summary import Summary

# a reader's note is on nearly every file, a warning is to be looked at file by file
_NAMED = {Severity.ERROR: 100, Severity.WARNING: 100, Severity.INFO: 5}
_EXAMPLES = 5


def imported(
    each: Iterator[Filed], library: Path, found: Gathered, *, quiet: bool = False
) -> Summary:
    """The summary of an import, told file by file unless `quiet`; of what was done at Ctrl-C."""
    from drafter.workspace.bulk.summary import Summary

    done: list[Filed] = []
    interrupted = False
    try:
        with _progress(len(found.files), quiet=quiet) as told:
            for filed in each:
                done.append(filed)
                told(filed)
    except KeyboardInterrupt:
        interrupted = True
    return Summary(library, len(found.files), tuple(done), found.skipped, interrupted)


@contextmanager
def _progress(total: int, *, quiet: bool) -> Iterator[Callable[[Filed], None]]:
    """What to call with each file that is done: a bar on a terminal, otherwise a line a file."""
    if quiet or not sys.stderr.isatty():
        numbers = count(1)
        yield lambda filed: None if quiet else _line(filed, f"[{next(numbers)}/{total}]")
        return
    from drafter.cli.common.bar import bar

    with bar(total) as advance:

        def step(filed: Filed) -> None:
            if filed.came is Came.REFUSED:
                not_filed(filed)
            advance()

        yield step


def _line(filed: Filed, number: str) -> None:
    from drafter.workspace.bulk.summary import reason_of

    if filed.came is Came.REFUSED:  # with both texts
        not_filed(filed)
    elif filed.error is not None:
        reason = reason_of(filed.error)
        tell(f"{number} {filed.path}: {say('cli.filed-failed', reason=reason)}")
    else:
        doubts = sum(each.severity is not Severity.INFO for each in filed.findings)
        check = say("cli.bulk-to-check", count=doubts) if doubts else ""
        tell(f"{number} {filed.path} → {outcome(filed)}{check}")


def outcome(filed: Filed) -> str:
    """What came of a file, in a sentence."""
    return say(
        f"cli.filed-{filed.came.value}", path=str(filed.clause or ""), kept=filed.kept,
        paragraphs=filed.paragraphs, added=filed.added, changed=filed.changed,
        removed=filed.removed, differing=filed.differing,
    )  # fmt: skip


def not_filed(filed: Filed) -> None:
    """Say why a file was not filed."""
    if filed.error is None:
        return
    if not filed.error.place.startswith(str(filed.path)):  # otherwise the error names the file
        tell(say("cli.not-filed", path=str(filed.path)))
    report(filed.error)
    suggested = str(filed.error.params.get("suggested", ""))
    if suggested:
        tell("  " + say("cli.name-suggests", suggested=suggested))


def summary_lines(summary: Summary) -> Iterator[str]:
    """What an import did: counts, what to check, what is not in the library and why."""
    if summary.interrupted:
        yield say("cli.bulk-interrupted", done=len(summary.filed), total=summary.total)
    yield say("cli.bulk-files", total=summary.total, path=str(summary.library))
    for came in Came:
        if files := summary.count(came):
            yield "  " + say(f"cli.bulk-{came.value}", count=files)
    yield from _skipped(summary)
    yield from _duplicates(summary)
    yield from _doubts(summary)
    for reason in summary.reasons:
        yield ""
        yield say("cli.bulk-not-filed", count=len(reason.files), reason=reason.sentence)
        for path, suggested in reason.files:
            yield f"  {path}" + (f"  ({suggested}?)" if suggested else "")
        if reason.hint:
            yield f"  {reason.hint}"
        if any(suggested for _, suggested in reason.files):
            yield "  " + say("cli.bulk-suggested")


def _skipped(summary: Summary) -> Iterator[str]:
    reasons = Counter(each.reason for each in summary.skipped)
    for reason, times in sorted(reasons.items()):
        named = [each.path.name for each in summary.skipped if each.reason is reason]
        names = ", ".join(named[:_EXAMPLES]) + (", …" if times > _EXAMPLES else "")
        yield "  " + say(f"cli.skipped-{reason.value}", count=times, names=names)


def _duplicates(summary: Summary) -> Iterator[str]:
    twins = [each for each in summary.filed if each.came is Came.DUPLICATE]
    if twins:
        yield ""
        yield say("cli.bulk-duplicates", count=len(twins))
    for each in sorted(twins, key=lambda twin: twin.path):
        slug = "differing" if each.differing else "same"
        yield "  " + say(
            f"cli.duplicate-{slug}", path=str(each.path), kept=each.kept, count=each.differing
        )


def _doubts(summary: Summary) -> Iterator[str]:
    if not summary.doubts:
        return
    yield ""
    yield say("cli.bulk-doubts", count=summary.unsure)
    for doubt in summary.doubts:
        grave = say(f"cli.severity-{doubt.severity.value}")
        head = f"  {doubt.code} {grave} ×{doubt.places}"
        yield say("cli.told-of", head=head, words=doubt.sentence)
        shown = doubt.files[: _NAMED[doubt.severity]]
        names = [_named(path, times) for path, times in shown]
        left = len(doubt.files) - len(shown)
        yield (
            "    "
            + say("library.comma").join(names)
            + (say("cli.bulk-and-others", count=left) if left else "")
        )


def _named(path: Path, times: int) -> str:
    return f"{path} ({times})" if times > 1 else str(path)
