"""Which files to import, and what a manifest beside them says that they do not carry themselves.

`manifest.yaml` in a folder goes by file name; `adopted_as` goes by part path, or is one symbol:

    001.txt:
      symbol: A/79/439/Add.2
      stage: committee
      adopted_as:
        report/draft-1: 79/217
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from drafter.errors import InvalidRecord, InvalidYaml, UnreadableInput
from drafter.model.provenance import Stage
from drafter.model.strict import Fields
from drafter.readers import ReadOptions, extensions
from drafter.yamlio.value import Value

MANIFEST = "manifest.yaml"
_KEYS = ("symbol", "stage", "adopted_as", "date", "language")
_MAX_BYTES = 10_000_000


def files_of(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files among `paths` and, in folders at any depth, every file that a reader knows.

    Raises `UnreadableInput` for a path that is not there.
    """
    return tuple(dict.fromkeys(each for path in paths for each in _files(path)))


def options_for(path: Path, given: ReadOptions) -> ReadOptions:
    """`given` with what the manifest beside `path` says about it; what is given goes first.

    Raises `InvalidYaml` with file and line.
    """
    row = _row(path)
    adopted_as = given.adopted_as or row.adopted_as
    return replace(
        row,
        language=given.language or row.language,
        symbol=given.symbol or row.symbol,
        stage=given.stage or row.stage,
        adopted_as=adopted_as,
        date=given.date or row.date,
    )


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    elif path.is_dir():
        known = extensions()
        for each in sorted(path.rglob("*")):
            hidden = any(part.startswith(".") for part in each.relative_to(path).parts)
            if each.name.lower().endswith(known) and each.is_file() and not hidden:
                yield each
    else:
        raise UnreadableInput("workspace.no-such-file", place=str(path))


def _row(path: Path) -> ReadOptions:
    manifest = path.with_name(MANIFEST)
    if not manifest.is_file():
        return ReadOptions()
    from drafter import yamlio

    text = yamlio.read_text(manifest, max_bytes=_MAX_BYTES)
    located = yamlio.load(text, source=str(manifest))
    rows = located.data if isinstance(located.data, dict) else {}
    if path.name not in rows:
        return ReadOptions()
    try:
        return _options(rows[path.name], path.name)
    except InvalidRecord as problem:
        place = located.place(*problem.path)
        raise InvalidYaml(problem.message_id, place=place, hint_id="", **problem.params) from None


def _options(row: Value, name: str) -> ReadOptions:
    fields = Fields(row, (name,), _KEYS)
    adopted = fields.value("adopted_as")
    whole = isinstance(adopted, str) and adopted
    return ReadOptions(
        language=fields.words("language") or None,
        symbol=fields.words("symbol"),
        stage=fields.choice("stage", Stage).value if fields.words("stage") else "",
        adopted_as=(("", whole),) if whole else fields.pairs("adopted_as"),
        date=fields.words("date"),
    )
