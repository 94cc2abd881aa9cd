"""Options that several commands take, and the paths they are given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from drafter.cli.common.base import Option, WordOption, not_one_of, number, one_of, whole
from drafter.cli.common.terminal import tell
from drafter.errors import UsageError
from drafter.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# what parts formats on a line, and what people call them
_PARTED = re.compile(r"[\s,;，、；]+")
_CALLED = {
    "word": "docx", "doc": "docx", "text": "txt", "markdown": "md", "htm": "html", "web": "html",
    "xml": "akn", "akomantoso": "akn", "excel": "csv", "xlsx": "csv",
}  # fmt: skip
STANDARD = "-"  # as a file: standard input or output
STAGES = ("draft", "committee", "adopted", "withdrawn", "no-action")


def path(value: str | Path) -> Path:
    """A type of option: a path. Imports what it needs only when there is one.

    Raises `UsageError` for an empty one, which would be the current folder, and for standard input
    or output.
    """
    if str(value) == STANDARD:
        raise UsageError("cli.standard-stream", place=STANDARD)
    return target(value)


def target(value: str | Path) -> Path:
    """A type of option: a path, or standard output."""
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
    names = ["-o", "--output", "output"]
    return Option(names, type=path, metavar=metavar, required=required, help=help_id)


def exported(*, required: bool = False) -> click.Parameter:
    """`-o` where a text format may go to standard output."""
    return Option(
        ["-o", "--output", "output"], type=target, metavar="FILE|FOLDER", required=required,
        help="cli.option-output-render",
    )  # fmt: skip


def words(name: str, metavar: str, help_id: str) -> click.Parameter:
    """An option that takes words parted by commas, or is repeated: all of them, so parted."""
    return Option(
        [name], multiple=True, metavar=metavar, help=help_id,
        callback=lambda context, option, given: ",".join(given),
    )  # fmt: skip


def parted(given: str) -> list[str]:
    """The words of such an option."""
    return [each for each in _PARTED.split(given) if each]


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
        [name, "document_type"], tuple(each.value for each in DocumentType), help_id,
        metavar="TYPE", heading="cli.types", family="type", required=required,
    )  # fmt: skip


def spoken(help_id: str) -> click.Parameter:
    """`--lang`: a language by its code, or by its name in any of the six."""
    return Option(["--lang"], type=_language, default="", metavar="LANG", help=help_id)


def _language(value: str) -> str:
    if not value:
        return value
    from drafter.languages import codes
    from drafter.workspace.masthead_choices import key_of

    known = codes()
    code = key_of("original_language", value).lower()
    nearest = code if code in known else re.split("[-_]", code)[0]  # zh-CN, zh_CN.UTF-8
    if nearest not in known:
        raise not_one_of(value, known)
    return nearest


def tracked_changes() -> click.Parameter:
    """`--changes`: which text of a file with tracked changes to read."""
    return word("--changes", ("accepted", "original"), "cli.option-changes")


def text(
    name: str, metavar: str, help_id: str, kind: Callable[[str], str] = str
) -> click.Parameter:
    """An option that takes words; empty if it is not given."""
    return Option([name], type=kind, default="", metavar=metavar, help=help_id)


def symbol(value: str) -> str:
    """A type of option or argument: a symbol or a clause id, in its one form if it has one."""
    from drafter.model.symbols import one_form

    return one_form(value)


def formats(to: str, output: Path | None, known: tuple[str, ...]) -> tuple[str, ...]:
    """The formats in `docx,txt`; of none, that of the name of the file to write.

    Raises `UsageError` for a format that is not there, for none, and for several of which one file
    is to be written. A name that says another format is told.
    """
    named = output.suffix.removeprefix(".").lower() if output else ""
    typed = [each.strip(".").lower() for each in parted(to)]
    if not typed and named in known:
        return (named,)
    if not typed:
        raise UsageError("cli.no-format", place="--to", known=", ".join(known))
    names = tuple(dict.fromkeys(typed))
    for each in names:
        if each not in known:
            raise not_one_of(each, known, place="--to", meant=_CALLED.get(each, ""))
    if str(output) == STANDARD:
        _refuse_unprintable(names, known)
    if output and named in known and not output.is_dir():
        if len(names) > 1:
            raise UsageError("cli.several-to-one-file", place=str(output))
        if named not in names:
            tell(say("cli.name-says-otherwise", path=str(output), name=names[0]))
    return names


def _refuse_unprintable(names: tuple[str, ...], known: tuple[str, ...]) -> None:
    from drafter import writers

    files = {each for each in writers.names() if not writers.writer(each).is_text}
    if len(names) > 1 or names[0] in files:
        texts = ", ".join(each for each in known if each not in files)
        raise UsageError("cli.not-to-stdout", place="-o", known=texts)


def redlines() -> tuple[click.Parameter, ...]:
    """How redlines are written: `--judgements`, `--side-by-side`, `--changed-only`."""
    return tuple(
        Option([f"--{name}"], is_flag=True, help=f"cli.option-{name}")
        for name in ("judgements", "side-by-side", "changed-only")
    )


def exports(
    to: str, output: Path | None, known: tuple[str, ...], *, judgements: bool = False,
    as_json: bool = False,
) -> tuple[str, ...]:  # fmt: skip
    """The formats of `--to X -o FILE`, none where neither is given.

    Raises `UsageError` as `formats` does, for formats without a file, for judgements without an
    export: on the terminal they are always shown, and for an export and JSON on standard output.
    """
    if as_json and str(output) == STANDARD:
        raise UsageError("cli.json-and-stdout", place="-o")
    if to and output is None:
        raise UsageError("cli.compare-output", place="--to")
    if judgements and output is None:
        raise UsageError("cli.judgements-of-exports", place="--judgements")
    return formats(to, output, known) if output else ()
