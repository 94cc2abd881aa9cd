"""What a journal left behind holds, and how to get it back: offered, never applied unasked."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from drafter.errors import DrafterError
from drafter.languages import Language, language
from drafter.model.tree import Document
from drafter.workspace.corrections import Retype
from drafter.workspace.folders import state_folder
from drafter.workspace.history import History
from drafter.workspace.journal import FORMAT, SUFFIX, entries
from drafter.workspace.locks import try_lock
from drafter.workspace.records import title_of
from drafter.workspace.saving import sha256_on_disk
from drafter.workspace.step_records import Entry, document_of, step_of
from drafter.workspace.steps import EditNote, EditText, Step

__all__ = [
    "Recovery",
    "inspect",
    "journal_file",
    "journals_folder",
    "recoverable",
    "replay",
    "title_of",
]

_MAX_BYTES = 1 << 30


@dataclass(frozen=True, slots=True)
class Recovery:
    """Work that was not saved.

    `edits` of it since the draft was last saved, the last at `time` (local); `draft` is the file it
    belongs to, None for a draft that was never saved; `changed_on_disk` says that the file is no
    longer what was edited, whose hash was `sha256`. `title` is the title of the text.
    """

    file: Path
    draft: Path | None
    time: datetime
    edits: int
    changed_on_disk: bool
    title: str
    sha256: str


def journals_folder() -> Path:
    """Where journals are kept."""
    return state_folder() / "journals"


def journal_file(draft: Path | None, fresh: str) -> Path:
    """The journal of a draft; `fresh` names that of a draft which has no file yet."""
    if draft is None:
        return journals_folder() / f"new-{fresh}{SUFFIX}"
    key = hashlib.sha256(str(draft.resolve()).encode()).hexdigest()[:24]
    return journals_folder() / f"{key}{SUFFIX}"


def recoverable() -> tuple[Recovery, ...]:
    """All work left behind by sessions that did not end well, latest first."""
    folder = journals_folder()
    if not folder.is_dir():
        return ()
    found = [inspect(file) for file in sorted(folder.glob(f"*{SUFFIX}"))]
    return tuple(sorted(filter(None, found), key=lambda r: r.time, reverse=True))


def discard(recovery: Recovery) -> None:
    """Throw the work away that an earlier session left behind."""
    recovery.file.unlink(missing_ok=True)


def inspect(file: Path) -> Recovery | None:
    """What the journal offers; None if nothing, or if its session is still alive."""
    found = _read(file)
    if not found or "document" not in found[0] or found[0].get("format") != FORMAT:
        return None
    head = found[0]
    draft = Path(str(head["draft"])) if head.get("draft") else None
    sha256 = sha256_on_disk(draft) if draft else ""
    last = max((i for i, e in enumerate(found) if e.get("saved") == sha256), default=0)
    edits = _edits(found[last + 1 :])
    if not edits:
        return None
    known = {head.get("sha256"), *(e.get("saved") for e in found)}
    return Recovery(
        file,
        draft,
        _time(found[-1]),
        edits,
        draft is not None and sha256 not in known,
        _title(head),
        str(head.get("sha256", "")),
    )


def replay(data: bytes) -> History[Document] | None:
    """The history that a journal leads to: as far as its entries are whole and still apply."""
    found = entries(data)
    if not found:
        return None
    try:
        start = document_of(found[0]["document"])
        rules = language(start.language)
    except (KeyError, DrafterError):
        return None
    history = History(start)
    for entry in found[1:]:
        if "do" in entry and not _replayed(history, entry, rules):
            return history
    typing = _typing(found)
    if typing:
        with suppress(DrafterError, KeyError, TypeError, ValueError):
            step = _step_of_typing(typing, history.present)
            history.push(step.apply(history.present, rules))
    return history


def _step_of_typing(typing: Entry, document: Document) -> Step:
    form = typing.get("step")
    if isinstance(form, dict):
        return step_of(form)
    element, words = str(typing["typing"]), str(typing.get("words", ""))
    if document.note(element) is not None:
        return EditNote(element, words)
    return Retype(element, words) if typing.get("correcting") else EditText(element, words)


def _replayed(history: History[Document], entry: Entry, rules: Language) -> bool:
    try:
        match entry["do"]:
            case "undo":
                history.undo()
            case "redo":
                history.redo()
            case "base":
                history.push(document_of(entry["document"]))
            case _:
                history.push(step_of(entry).apply(history.present, rules))
    except (DrafterError, KeyError, TypeError, ValueError):
        return False
    return True


def _typing(found: list[Entry]) -> Entry | None:
    """The words that were being typed when the journal ends."""
    last = found[-1] if found else {}
    return last if last.get("typing") else None


def _edits(new: list[Entry]) -> int:
    """How many edits to offer; a whole document written again is one only if it stands alone."""
    done = [entry["do"] for entry in new if "do" in entry]
    steps = sum(name != "base" for name in done) + (_typing(new) is not None)
    return steps or min(len(done), 1)


def _read(file: Path) -> list[Entry]:
    """The entries of a journal; none if it cannot be read or its session is alive."""
    try:
        descriptor = os.open(file, os.O_RDWR | getattr(os, "O_BINARY", 0))
    except OSError:
        return []
    with os.fdopen(descriptor, "rb") as journal:
        if not try_lock(descriptor):
            return []
        journal.seek(0)
        return entries(journal.read(_MAX_BYTES))


def _time(entry: Entry) -> datetime:
    try:
        return datetime.fromisoformat(str(entry["at"])).astimezone()
    except (KeyError, ValueError):
        return datetime.fromtimestamp(0, UTC)


def _title(head: Entry) -> str:
    try:
        return title_of(document_of(head["document"]))
    except DrafterError:
        return ""
