"""The body whose document it is: named in the masthead, in the symbol or by the enacting words."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.languages import Language
from drafter.model.tree import Kind
from drafter.model.view import DocumentView
from drafter.writers.layout import Layout
from drafter.writers.writer import WriteOptions

_AFTER_THE_ORGAN = "，,،"


def type_row(
    view: DocumentView, language: Language, options: WriteOptions, rules: Layout
) -> Mapping[str, str]:
    """The row of the layout for the type that is asked for and the body that acts."""
    kind = options.as_type or view.document.type
    return rules.kind(kind.value, body_of(view, language, rules))


def body_of(view: DocumentView, language: Language, rules: Layout) -> str:
    """The key of the body ("general-assembly"); empty where nothing says it."""
    masthead, words = view.document.masthead, language.masthead
    symbol = masthead.symbol or masthead.predecessor
    beginnings = sorted(rules.organs().items(), key=lambda row: len(row[0]), reverse=True)
    start, by_symbol = next(
        ((start, key) for start, key in beginnings if symbol.startswith(f"{start}/")), ("", "")
    )
    named = words.organ_key(masthead.body)
    # A/HRC is under the masthead of the General Assembly, which a reader may take for the body
    subsidiary = "/" in start and named in ("", rules.kind("other", by_symbol)["organ"])
    return by_symbol if subsidiary else named or by_symbol or _acting(view, language)


def _acting(view: DocumentView, language: Language) -> str:
    lines = (e.text.plain() for e in view.elements if e.kind is Kind.ENACTING)
    said = {line.strip().rstrip(_AFTER_THE_ORGAN).strip() for line in lines}
    return next((key for key, name in language.masthead.enacting if name in said), "")
