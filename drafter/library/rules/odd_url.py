"""The address of the document is none that a browser opens.

It begins with https:// or http://, names a host, and has no blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.library.rule import Gathered, LibraryFile, Rule, of_each
from drafter.model.findings import Finding, Severity

_URL = re.compile(r"https?://[^\s/]+\.[^\s/]+(/\S*)?")


def _run(file: LibraryFile) -> Iterator[Finding]:
    url = file.file.source.url
    if url and not _URL.fullmatch(url):
        yield RULE.at(file, "source", "url", url=url)


RULE: Rule[Gathered] = Rule(
    "odd-url",
    Severity.WARNING,
    __doc__,
    of_each(_run),
)
