"""What was said of a document when it was imported, held against what drafter can read of it.

What a person types is kept as typed: what cannot be read is told, not changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.errors import UsageError
from drafter.languages import language
from drafter.model.dates import is_day, read_date
from drafter.model.findings import Finding, Severity
from drafter.model.symbols import Symbol, parse_symbol
from drafter.model.tree import Document

# slug of the catalogue id → code
FINDINGS = {"odd-symbol": "I101", "odd-date": "I102", "session-unlike-symbol": "I103"}
_LONGEST_SESSION = 3  # four digits are a year


def doubts(document: Document) -> Iterator[Finding]:
    """A symbol or date that cannot be read, and a session that the symbol does not have."""
    masthead = document.masthead
    symbol = parse_symbol(masthead.symbol)
    if masthead.symbol and symbol is None:
        yield _doubt("odd-symbol", symbol=masthead.symbol)
    if masthead.date and not _is_date(masthead.date, document.language):
        yield _doubt("odd-date", date=masthead.date)
    other = _session(symbol)
    if masthead.session and other and masthead.session != other:
        yield _doubt(
            "session-unlike-symbol", session=masthead.session, symbol=masthead.symbol, other=other
        )


def refuse_odd_symbol(document: Document) -> None:
    """Raises `UsageError` for a symbol under which nothing could be filed or found again."""
    symbol = document.masthead.symbol
    if symbol and parse_symbol(symbol) is None:
        raise UsageError(
            "workspace.odd-symbol", hint_id="workspace.symbols-look-like", symbol=symbol
        )


def refuse_other_parts(document: Document, adopted_as: tuple[tuple[str, str], ...]) -> None:
    """Raises `UsageError` where a part that was adopted is not in the document."""
    known = [path for path, _ in document.parts()]
    for part, _ in adopted_as:
        if part and part not in known:
            raise UsageError("workspace.adopted-part", part=part, known=", ".join(known))


def _doubt(slug: str, **params: str | int) -> Finding:
    return Finding(
        FINDINGS[slug], Severity.WARNING, f"workspace.{slug}", params=tuple(params.items())
    )


def _session(symbol: Symbol | None) -> int:
    said = symbol.session if symbol else ""
    return int(said) if said.isdecimal() and len(said) <= _LONGEST_SESSION else 0


def _is_date(text: str, code: str) -> bool:
    own = language(code)
    both = (own, language(own.masthead.date_language))
    return is_day(text) or any(read_date(text, each.citations.dates) for each in both)
