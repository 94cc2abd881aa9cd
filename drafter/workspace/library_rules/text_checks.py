"""The checks of drafts, on the texts of clause files: punctuation, endings, numbering, wording.

What a draft should not have, a source may have had when it was issued: here nothing of it is an
error. In a text that was compared with the document (`against document`) it is for information; in
one that was not, it is a place to look at, and fixes are offered. A clause waives a finding by its
code, with the reason. Each check is listed once a paragraph; `drafter check --explain CODE` says
what it is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from drafter import checks
from drafter.languages import codes, language
from drafter.library import AGAINST_DOCUMENT, LibraryFile, Rule
from drafter.model.findings import Finding, Place, Severity
from drafter.model.view import view
from drafter.workspace.library_rule import LibraryRule, Surroundings
from drafter.workspace.records import sentence

# what is missing in a masthead, and words that only the language's table does not know, are no
# faults of a source; for near-duplicates a library has a rule of its own
_LEFT_OUT = frozenset({"M101", "W201", "W301"})
CODES = tuple(check.code for check in checks.checks() if check.code not in _LEFT_OUT)


def _run(surroundings: Surroundings) -> Iterator[Finding]:
    for file in surroundings.gathered.files:
        if file.file.source.language in codes():
            yield from _of_file(file)


def _of_file(file: LibraryFile) -> Iterator[Finding]:
    source = file.file.source
    rules = language(source.language)
    found = checks.run(view(file.file.document, rules.conventions), rules, CODES)
    is_fact = source.obtained.state == AGAINST_DOCUMENT
    ordered = sorted(found, key=lambda each: (each.place.element, each.code))
    for (element, code), same in groupby(ordered, key=lambda each: (each.place.element, each.code)):
        every = tuple(same)
        first = every[0]
        grave = Severity.WARNING if first.severity is Severity.ERROR else first.severity
        line = file.held.line(*file.rows[element].at, "text") if element in file.rows else 1
        yield Finding(
            code,
            Severity.INFO if is_fact else grave,
            "library.text-checks" if len(every) == 1 else "library.text-checks-several",
            Place(element, first.place.start, first.place.end, str(file.path), line),
            (("words", sentence(first)), ("count", len(every))),
            () if is_fact else tuple(each.fixes[0] for each in every if each.fixes),
        )


RULE: LibraryRule = Rule("text-checks", Severity.WARNING, __doc__, _run)
