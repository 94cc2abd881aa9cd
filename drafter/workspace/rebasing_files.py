"""The file of a draft put on another issue of its base."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from drafter.errors import UsageError
from drafter.languages import language
from drafter.workspace.native import is_native, native_bytes, with_suffix
from drafter.workspace.rebasing import rebased
from drafter.workspace.rebasing_values import Rebased
from drafter.workspace.records import FORMAT, Record
from drafter.workspace.saving import write_new
from drafter.workspace.starting import named_base


def rebase_file(path: Path, onto: str, *, force: bool = False) -> Rebased:
    """The draft at `path` on the base that `onto` names, a file or a symbol of the library.

    Raises `UsageError` for a file that is no draft and, unless `force`, for a new base that is
    another text altogether; `EditRefused` for a draft without a base, `UnreadableInput`.
    """
    from drafter.readers import read

    if not path.is_file() or is_native(path):
        draft = read(path).document
    else:
        raise UsageError(
            "workspace.rebase-drafts-only", place=str(path), hint_id="workspace.import-it"
        )
    named = named_base(onto, draft.language)
    found = rebased(draft, named.document, language(draft.language), unchecked=named.unchecked)
    if found.is_another_text and not force:
        raise UsageError(
            "workspace.rebase-another-text", place=onto, hint_id="workspace.rebase-force"
        )
    return found


def write_rebased(found: Rebased, target: Path, sources: Iterable[Path], *, force: bool) -> Path:
    """Write the draft; a name without suffix gets that of a draft.

    Raises `RefusedOverwrite`, `force` or not for one of the `sources`.
    """
    path = with_suffix(target)
    write_new(path, native_bytes(found.document), force=force, sources=sources)
    return path


def rebased_record(found: Rebased) -> Record:
    """The JSON of `drafter rebase`."""
    base = found.document.base
    return {
        "format": FORMAT,
        "base": base.symbol if base else "",
        "carried": [
            {"element": each.element, "how": each.how.value, "text": each.text}
            for each in found.carried
        ],
        "conflicts": [
            {
                "element": each.element,
                "why": each.why.value,
                "ours": each.ours,
                "theirs": each.theirs,
            }
            for each in found.conflicts
        ],
    }
