"""Language versions of one document are not tied: one has paragraphs the other has not, or a
paragraph cites another resolution or says another figure.

Every version is held against the first by language. What one language may write in words is not
told: a figure counts where both say one that the other does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drafter.languages import Language, codes, language
from drafter.library import LibraryFile, Rule
from drafter.library.tie import Disagreement, disagreements
from drafter.model.findings import Finding, Severity
from drafter.workspace.library_rule import LibraryRule, Surroundings

_SHOWN = 6


def _run(surroundings: Surroundings) -> Iterator[Finding]:
    versions: dict[str, list[LibraryFile]] = {}
    for file in surroundings.gathered.files:
        if file.file.source.language in codes():
            versions.setdefault(file.file.source.symbol, []).append(file)
    for files in versions.values():
        first, *others = sorted(files, key=lambda each: each.file.source.language)
        for other in others:
            spoken = _language(other), _language(first)
            for found in disagreements(other.file.document, first.file.document, spoken):
                yield _finding(found, other, first)


def _language(file: LibraryFile) -> Language:
    return language(file.file.source.language)


def _finding(found: Disagreement, file: LibraryFile, other: LibraryFile) -> Finding:
    told = RULE.at(
        file, *(file.rows[found.element].at if found.element in file.rows else ("source",)),
        element=found.element,
        language=other.file.source.language,
        here=_listed(found.here), there=_listed(found.there),
    )  # fmt: skip
    return replace(told, message=f"library.tie-{found.matter}")


def _listed(ids: tuple[str, ...]) -> str:
    return ", ".join(ids[:_SHOWN]) + (" …" if len(ids) > _SHOWN else "") or "–"


RULE: LibraryRule = Rule("language-tie", Severity.WARNING, __doc__, _run)
