"""What to do about a document that does not say its symbol or how far it had come."""

from __future__ import annotations

import re
from pathlib import Path

from drafter.errors import DrafterError, UsageError
from drafter.model.symbols import parse_symbol

# files are often named by their symbol, with the language behind it: A_C.2_79_L.29-EN.pdf
_LANGUAGE = re.compile(r"(?i)[-_ .]\(?(?:ar|en|es|fr|ru|zh|[aefrsc])\)?$")


def advised(error: DrafterError, path: Path) -> DrafterError:
    """`error` with what to write where; a file name only ever suggests a symbol."""
    if error.message_id != "library.import-needs":
        return error
    needed = str(error.params["needed"])
    suggested = suggested_symbol(path) if "symbol" in needed else ""
    hint = "workspace.say-symbol" if "symbol" in needed else "workspace.say-stage"
    return UsageError(error.message_id, hint_id=hint, needed=needed, suggested=suggested)


def suggested_symbol(path: Path) -> str:
    """The symbol that the name of the file seems to spell; empty if it spells none."""
    stem = path.name.removesuffix("".join(path.suffixes[-1:]))
    for words in (stem, _LANGUAGE.sub("", stem)):
        symbol = parse_symbol(words.replace("_", "/"))
        if symbol is not None and symbol.number:
            return str(symbol)
    return ""
