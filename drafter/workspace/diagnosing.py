"""What drafter finds on this machine, for `drafter doctor`. Asks no network."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from drafter import __version__
from drafter.errors import DrafterError
from drafter.messages import say
from drafter.model.findings import Severity
from drafter.workspace.config import settings, settings_file
from drafter.workspace.folders import cache_folder, config_folder, made, state_folder
from drafter.workspace.libraries import LibraryProvider
from drafter.workspace.recovery import recoverable
from drafter.workspace.resources import clauses_folder, templates_folder
from drafter.workspace.saving import reason
from drafter.writers.layout import layout

_PACKAGES = (
    "textual",
    "click",
    "PyYAML",
    "rapidfuzz",
    "Jinja2",
    "pydantic",
    "typst",
    "platformdirs",
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing looked at: its group and name (words for the user), what was found, if it is well.

    `remedy` says what to do where it is not.
    """

    group: str
    name: str
    found: str
    well: bool = True
    remedy: str = ""


def diagnosis() -> tuple[Fact, ...]:
    """Everything `doctor` reports, in order."""
    return (*_versions(), *_paths(), *_terminal(), *_fonts(), *_library(), *_work())


def _versions() -> Iterator[Fact]:
    group = say("workspace.doctor-versions")
    yield Fact(group, "drafter", __version__)
    yield Fact(group, "Python", f"{platform.python_version()} ({sys.executable})")
    yield Fact(group, say("workspace.doctor-system"), platform.platform())
    for name in _PACKAGES:
        try:
            yield Fact(group, name, version(name))
        except PackageNotFoundError:
            missing = say("workspace.doctor-missing")
            yield Fact(group, name, missing, well=False, remedy=say("workspace.reinstall"))


def _paths() -> Iterator[Fact]:
    group = say("workspace.doctor-paths")
    for slug, folder in (("state", state_folder()), ("cache", cache_folder())):
        name = say(f"workspace.doctor-{slug}")
        try:
            writable = os.access(made(folder), os.W_OK)
            problem = "" if writable else say("workspace.doctor-not-writable")
        except OSError as error:
            problem = reason(error)
        yield Fact(group, name, f"{folder} {problem}".strip(), well=not problem)
    yield Fact(group, say("workspace.doctor-config"), str(config_folder()))
    try:
        settings()
        there = settings_file().is_file()
        yield Fact(
            group, settings_file().name, say(f"workspace.doctor-{'read' if there else 'none'}")
        )
    except DrafterError as error:
        yield _failed(group, settings_file().name, error)
    for slug, folder_of in (("clauses", clauses_folder), ("templates", templates_folder)):
        try:
            yield Fact(group, say(f"workspace.doctor-{slug}"), str(folder_of()))
        except DrafterError as error:
            yield _failed(group, say(f"workspace.doctor-{slug}"), error)


def _terminal() -> Iterator[Fact]:
    group = say("workspace.doctor-terminal")
    size = shutil.get_terminal_size()
    big = size.columns >= 80 and size.lines >= 24
    yield Fact(
        group, say("workspace.doctor-size"), f"{size.columns} × {size.lines}", well=big,
        remedy="" if big else say("workspace.doctor-small"),
    )  # fmt: skip
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    unicode = encoding in ("utf8", "gb18030", "utf16")
    yield Fact(
        group, say("workspace.doctor-encoding"), sys.stdout.encoding or "?", well=unicode,
        remedy="" if unicode else say("workspace.doctor-not-unicode"),
    )  # fmt: skip
    for name in ("TERM", "TERM_PROGRAM", "COLORTERM", "LANG", "LC_ALL"):
        if os.environ.get(name):
            yield Fact(group, name, os.environ[name])


def _fonts() -> Iterator[Fact]:
    """The font that a PDF gets for each use, in the order that the layout prefers them."""
    from drafter.writers.pdf.fonts import USES, found, wanted

    group = say("workspace.doctor-fonts")
    try:
        usual = settings()
        fonts = wanted(layout(usual.templates), "")
        there = found(fonts, usual.fonts)
    except DrafterError as error:
        yield _failed(group, group, error)
        return
    for use in USES:
        name = say(f"workspace.doctor-font-{use.replace('_', '-')}")
        if there[use]:
            yield Fact(group, name, there[use][0])
        else:
            missing = say("workspace.doctor-no-font", fonts=", ".join(fonts[use]))
            yield Fact(group, name, missing, remedy=say("workspace.doctor-get-fonts"))
    for program in ("soffice", "libreoffice"):
        path = shutil.which(program)
        if path:
            yield Fact(group, "LibreOffice", path)
            return


def _library() -> Iterator[Fact]:
    group = say("workspace.doctor-library")
    try:
        provider = LibraryProvider()
        for folder in provider.folders:
            yield Fact(group, say("workspace.doctor-folder"), str(folder))
        coverage = provider.library.coverage
        problems = provider.library.problems
    except DrafterError as error:
        yield _failed(group, say("workspace.doctor-folder"), error)
        return
    held = say(
        "workspace.doctor-holds", texts=coverage.texts, clauses=coverage.clauses,
        languages=", ".join(coverage.languages) or "–",
    )  # fmt: skip
    yield Fact(group, say("workspace.doctor-contents"), held)
    errors = sum(each.severity is Severity.ERROR for each in problems)
    yield Fact(
        group, say("workspace.doctor-problems"), str(len(problems)), well=not errors,
        remedy=say("workspace.doctor-run-check") if errors else "",
    )  # fmt: skip


def _work() -> Iterator[Fact]:
    left = recoverable()
    if left:
        group = say("workspace.doctor-work")
        for each in left:
            found = say(
                "workspace.doctor-unsaved", edits=each.edits, time=f"{each.time:%Y-%m-%d %H:%M}"
            )
            yield Fact(group, str(each.draft or each.title or each.file.name), found)


def _failed(group: str, name: str, error: DrafterError) -> Fact:
    hint = say(error.hint_id, **error.params) if error.hint_id else ""
    where = f"{error.place}: " if error.place else ""
    return Fact(group, name, where + say(error.message_id, **error.params), well=False, remedy=hint)
