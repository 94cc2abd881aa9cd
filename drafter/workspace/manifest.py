"""Which files to import, and what a manifest beside them says that they do not carry themselves.

`manifest.yaml` in a folder goes by file name; `adopted_as` goes by part path, or is one symbol:

    001.txt:
      symbol: A/79/439/Add.2
      stage: committee
      adopted_as:
        report/draft-1: 79/217
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from drafter.errors import InvalidRecord, InvalidYaml
from drafter.model.provenance import Stage
from drafter.model.strict import Fields
from drafter.model.symbols import one_form
from drafter.readers import ReadOptions
from drafter.yamlio import Located
from drafter.yamlio.value import Value

MANIFEST = "manifest.yaml"
_KEYS = ("symbol", "stage", "adopted_as", "date", "language")
_MAX_BYTES = 10_000_000


def options_for(path: Path, given: ReadOptions) -> ReadOptions:
    """`given` with what the manifest beside `path` says about it; what is given goes first.

    Raises `InvalidYaml` with file and line.
    """
    return Manifests().options_for(path, given)


class Manifests:
    """The manifests of one import, each read once."""

    def __init__(self) -> None:
        self._held: dict[Path, Located | None] = {}

    def options_for(self, path: Path, given: ReadOptions) -> ReadOptions:
        """`given` with what the manifest beside `path` says about it; what is given goes first.

        Raises `InvalidYaml` with file and line.
        """
        row = self._row(path)
        return replace(
            given,
            language=given.language or row.language,
            symbol=given.symbol or row.symbol,
            stage=given.stage or row.stage,
            adopted_as=given.adopted_as or row.adopted_as,
            date=given.date or row.date,
        )

    def _row(self, path: Path) -> ReadOptions:
        manifest = path.with_name(MANIFEST)
        if manifest not in self._held:
            self._held[manifest] = _located(manifest)
        located = self._held[manifest]
        rows = located.data if located and isinstance(located.data, dict) else {}
        if located is None or path.name not in rows:
            return ReadOptions()
        try:
            return _options(rows[path.name], path.name)
        except InvalidRecord as problem:
            place = located.place(*problem.path)
            raise InvalidYaml(
                problem.message_id, place=place, hint_id="", **problem.params
            ) from None


def _located(manifest: Path) -> Located | None:
    if not manifest.is_file():
        return None
    from drafter import yamlio

    text = yamlio.read_text(manifest, max_bytes=_MAX_BYTES)
    return yamlio.load(text, source=str(manifest))


def _options(row: Value, name: str) -> ReadOptions:
    fields = Fields(row, (name,), _KEYS)
    adopted = fields.value("adopted_as")
    whole = isinstance(adopted, str) and adopted
    return ReadOptions(
        language=fields.words("language") or None,
        symbol=one_form(fields.words("symbol")),
        stage=fields.choice("stage", Stage).value if fields.words("stage") else "",
        adopted_as=(("", whole),) if whole else fields.pairs("adopted_as"),
        date=fields.words("date"),
    )
