"""Writing many documents in other formats: a folder of them, or several files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from drafter.errors import DrafterError, UsageError
from drafter.workspace.bulk.gathering import Gathered, gathered
from drafter.workspace.rendering import Asked, render_file, stem_of
from drafter.workspace.saving import make_folder


@dataclass(frozen=True, slots=True)
class Rendered:
    """What came of one file: what was written, or why nothing was."""

    path: Path
    written: tuple[Path, ...] = ()
    error: DrafterError | None = None


def documents(paths: Sequence[Path], target: Path) -> Gathered:
    """The documents among `paths` and in their folders; what was rendered before is none of them:
    `target`, where it lies inside such a folder, is passed over.

    Raises `UnreadableInput` for a path that is not there, `UsageError` where there is no document
    or `target` is a file.
    """
    if target.exists() and not target.is_dir():
        raise UsageError("workspace.needs-a-folder", place=str(target))
    found = gathered(paths)
    given = {path.resolve() for path in paths}
    made = target.resolve()
    if any(made == each or made in each.parents for each in given):
        return found
    files = tuple(path for path in found.files if made not in path.resolve().parents)
    return Gathered(files, found.skipped)


def render_many(
    files: Sequence[Path],
    formats: tuple[str, ...],
    target: Path,
    asked: Asked,
    *,
    force: bool = False,
) -> Iterator[Rendered]:
    """Write each of `files` into the folder `target`, which is made where it is missing.

    One that cannot be rendered does not stop the rest. Raises `UnreadableInput` where the folder
    cannot be made.
    """
    make_folder(target)
    for path, stem in zip(files, stems(files), strict=True):
        try:
            here = replace(asked, tell=_naming(path, asked.tell))
            written = render_file(path, formats, target, here, force=force, stem=stem)
        except DrafterError as problem:
            yield Rendered(path, error=problem)
        else:
            yield Rendered(path, written)


def _naming(path: Path, tell: Callable[[str], None] | None) -> Callable[[str], None] | None:
    return None if tell is None else lambda words: tell(f"{path}: {words}")


def stems(files: Iterable[Path]) -> tuple[str, ...]:
    """A name for what is made of each file: its own, with a number where an earlier file took it,
    however the case of its letters."""
    given: list[str] = []
    taken: set[str] = set()
    for path in files:
        name = stem_of(path)
        stem, number = name, 1
        while stem.casefold() in taken:
            number += 1
            stem = f"{name}-{number}"
        taken.add(stem.casefold())
        given.append(stem)
    return tuple(given)
