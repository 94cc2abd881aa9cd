"""The settings file: `settings.yaml` in the private configuration folder. All of it is optional."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from drafter.errors import InvalidRecord, InvalidYaml
from drafter.messages import LANGUAGES
from drafter.model.strict import Fields
from drafter.workspace.folders import config_folder
from drafter.yamlio.value import Value

_KEYS = (
    "language", "draft_language", "libraries", "theme", "keys", "official", "emblem", "templates",
    "fonts",
)  # fmt: skip
_MAX_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user set.

    `language` of the interface ("en", "zh", empty for that of the system), `draft_language` for
    new drafts (empty: that of the interface), further `libraries` (folders of clauses, later ones
    first), `theme` of the drafting room, and own `keys` (action id → "key,key"). For rendering:
    `official` is the secretariat profile, without the line that a text is no official document;
    `emblem` an image for the masthead, `templates` a folder of corrected templates, `fonts` a
    folder of fonts for PDF.
    """

    language: str = ""
    draft_language: str = ""
    libraries: tuple[Path, ...] = ()
    theme: str = ""
    keys: tuple[tuple[str, str], ...] = ()
    official: bool = False
    emblem: Path | None = None
    templates: Path | None = None
    fonts: Path | None = None


def settings_file() -> Path:
    """Where the settings are."""
    return config_folder() / "settings.yaml"


def settings() -> Settings:
    """The user's settings. Raises `InvalidYaml` with file, line and what is allowed."""
    file = settings_file()
    if not file.is_file():
        return Settings()
    from drafter import yamlio

    text = yamlio.read_text(file, max_bytes=_MAX_BYTES)
    located = yamlio.load(text, source=str(file))
    try:
        return _read(located.data)
    except InvalidRecord as problem:
        place = located.place(*problem.path)
        raise InvalidYaml(problem.message_id, place=place, hint_id="", **problem.params) from None


def _read(data: Value) -> Settings:
    if data == "":
        return Settings()
    fields = Fields(data, (), _KEYS)
    language = fields.words("language")
    if language not in ("", *LANGUAGES):
        raise InvalidRecord(
            "yaml.not-a-choice", path=fields.at("language"),
            key="language", value=language, allowed=", ".join(LANGUAGES),
        )  # fmt: skip
    return Settings(
        language,
        fields.words("draft_language"),
        tuple(Path(folder).expanduser() for folder in fields.strings("libraries")),
        fields.words("theme"),
        fields.pairs("keys"),
        fields.boolean("official", default=False),
        _path(fields.words("emblem")),
        _path(fields.words("templates")),
        _path(fields.words("fonts")),
    )


def _path(words: str) -> Path | None:
    return Path(words).expanduser() if words else None
