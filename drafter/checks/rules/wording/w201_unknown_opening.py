"""A preambular or operative paragraph opens with words that the language's table does not know.

A preambular paragraph opens with a participle or adjective, an operative one with a verb in the
present tense. The table is not the whole of the language: the finding only says that nobody has
confirmed these words yet. To add them, write a row in the language's data file. The text of a
decision that begins with the organ ("The General Assembly decides …") opens with no verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.check import Check, Words
from drafter.languages import Language, opening_of
from drafter.model.findings import Finding, Severity
from drafter.model.tree import Kind
from drafter.model.view import DocumentView

_KINDS = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE})
_FIRST_WORDS = re.compile(r"(?:.{1,16}(?=\s))|.{1,12}")


def _run(view: DocumentView, language: Language) -> Iterator[Finding]:
    if not language.openings:
        return
    organs = tuple(words for _, words in language.masthead.enacting)
    for element in view.elements:
        if element.level > 1 or element.kind not in _KINDS or not len(element.text):
            continue
        words = Words(element.id, element.kind, element.text.plain())
        decides = element.text.plain().startswith(organs)
        if not decides and not opening_of(words.text, language, element.kind):
            first = _FIRST_WORDS.match(words.text)
            shown = element.opening or (first[0] if first else "")
            yield CHECK.at(words, 0, len(shown), "check.unknown-opening", opening=shown)


CHECK = Check(
    code="W201",
    name="unknown-opening",
    severity=Severity.INFO,
    authority="Editorial Manual, Resolutions and decisions",
    page=__doc__,
    run=_run,
)
