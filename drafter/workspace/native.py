"""Native drafts: their file name, how they are recognised, their bytes."""

from __future__ import annotations

from pathlib import Path

from drafter.errors import UsageError
from drafter.model.tree import Document

SUFFIX = ".draft.yaml"
EVENTS = (".report.yaml", ".report.yml")
_YAML = (".yaml", ".yml")
# what other programs, or drafter itself, would take for something else
_OTHERS = (
    ".docx", ".docm", ".doc", ".pdf", ".html", ".htm", ".txt", ".md", ".akn", ".xml", ".json",
)  # fmt: skip
_HEAD = 64


def native_bytes(document: Document) -> bytes:
    """The native file of a document."""
    from drafter.writers.formats.native import file_of

    return file_of(document)


def is_native(path: Path) -> bool:
    """Whether the file is a draft of ours, to be edited in place."""
    if path.suffix not in _YAML or is_events(path):
        return False
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    return path.name.endswith(SUFFIX) or b"format:" in head


def is_events(path: Path) -> bool:
    """Whether the file holds the events of a committee's report: it is read, and edited elsewhere
    than as a draft."""
    return path.name.lower().endswith(EVENTS)


def with_suffix(path: Path) -> Path:
    """`path` as a draft's name: `.draft.yaml` added unless it says so (a symbol's full stop is no
    suffix). Raises `UsageError` for the name of another format, or of a report's events."""
    events = is_events(path)
    suffix = EVENTS[0] if events else path.suffix.lower()
    if suffix in _YAML:
        return path
    if events or suffix in _OTHERS:
        raise UsageError(
            "workspace.not-a-draft", place=str(path), hint_id="workspace.render-writes",
            format=suffix.removeprefix("."),
        )  # fmt: skip
    return path.with_name(path.name.removesuffix(".draft") + SUFFIX)
