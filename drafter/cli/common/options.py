"""Options that several commands take, and the paths they are given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from drafter.cli.common.base import Option, WordOption, number, one_of, whole
from drafter.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

STAGES = ("draft", "committee", "adopted", "withdrawn", "no-action")


def path(value: str | Path) -> Path:
    """A type of option: a path. Imports what it needs only when there is one.

    Raises `UsageError` for an empty one, which would be the current folder.
    """
    from pathlib import Path

    if not str(value):
        raise UsageError("cli.empty-path")
    return Path(value)


def as_json() -> click.Parameter:
    """`--json`."""
    return Option(["--json", "as_json"], is_flag=True, help="cli.option-json")


def force() -> click.Parameter:
    """`--force`."""
    return Option(["--force"], is_flag=True, help="cli.option-force")


def file(name: str = "file") -> click.Parameter:
    """One file to read."""
    return click.Argument([name], type=path, metavar=name.upper())


def files() -> click.Parameter:
    """Files, or folders of files, to read."""
    return click.Argument(["files"], type=path, nargs=-1, required=True, metavar="FILE…")


def output(help_id: str, metavar: str = "FILE", *, required: bool = False) -> click.Parameter:
    """`-o`."""
    return Option(
        ["-o", "--output", "output"], type=path, metavar=metavar, required=required, help=help_id
    )


def library(help_id: str = "cli.option-library") -> click.Parameter:
    """`--library`, possibly several."""
    return Option(["--library", "folders"], type=path, multiple=True, metavar="DIR", help=help_id)


def limit(default: int) -> click.Parameter:
    """`--limit`."""
    return Option(
        ["--limit"], type=whole(1, 100_000), default=default, metavar="K", help="cli.option-limit"
    )


def floor() -> click.Parameter:
    """`--floor`; what it is unless given says its help."""
    return Option(["--floor"], type=number(0, 1), metavar="F", help="cli.option-floor")


def word(
    name: str, words: tuple[str, ...], help_id: str, *, required: bool = False
) -> click.Parameter:
    """An option that takes one of some words."""
    return Option(
        [name], type=one_of(words), metavar="|".join(words), required=required, help=help_id
    )


def document_type(name: str, help_id: str, *, required: bool = False) -> click.Parameter:
    """An option that takes a type of document."""
    from drafter.model.tree import DocumentType

    return WordOption(
        [name, "document_type"], {each.value: f"cli.about-{each.value}" for each in DocumentType},
        help_id, metavar="TYPE", heading="cli.types", required=required,
    )  # fmt: skip


def tracked_changes() -> click.Parameter:
    """`--changes`: which text of a file with tracked changes to read."""
    return word("--changes", ("accepted", "original"), "cli.option-changes")


def text(name: str, metavar: str, help_id: str) -> click.Parameter:
    """An option that takes words; empty if it is not given."""
    return Option([name], default="", metavar=metavar, help=help_id)


def formats(value: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The formats in `docx,txt`. Raises `UsageError` for one that is not there (yet)."""
    names = tuple(dict.fromkeys(each.strip() for each in value.split(",") if each.strip()))
    unknown = [each for each in names if each not in known]
    if unknown or not names:
        raise UsageError(
            "cli.format-not-here", place="--to", value=", ".join(unknown) or "–",
            known=", ".join(known),
        )  # fmt: skip
    return names


def redlines() -> tuple[click.Parameter, ...]:
    """How redlines are written: `--judgements`, `--side-by-side`, `--changed-only`."""
    return tuple(
        Option([f"--{name}"], is_flag=True, help=f"cli.option-{name}")
        for name in ("judgements", "side-by-side", "changed-only")
    )


def exports(
    to: str, output: Path | None, known: tuple[str, ...], *, judgements: bool = False
) -> tuple[str, ...]:
    """The formats of `--to X -o FILE`, none where neither is given.

    Raises `UsageError` for one without the other, for a format that is not there, and for
    judgements without an export: on the terminal they are always shown.
    """
    if bool(to) != (output is not None):
        raise UsageError("cli.compare-output")
    if judgements and not to:
        raise UsageError("cli.judgements-of-exports", place="--judgements")
    return formats(to, known) if to else ()
