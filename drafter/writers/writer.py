"""What a writer is: a numbered view in, the bytes of a file out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from drafter.languages import Language
from drafter.model.tree import DocumentType
from drafter.model.view import DocumentView


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How to write, apart from the document itself.

    `as_type` renders the text as another type of document (None: the document's own). `final`
    prints only what stands in the document: fields that are not known are left out instead of
    shown as blanks. `draft` marks every page with the watermark word. `official` is the
    secretariat profile: the line "Not an official United Nations document" is left out.
    `consultation` says on every page that the text is not for submission, and lets a Word file
    name who changed what and when: so a redline is labelled. `stamp` is an ISO date and time for
    the properties of the file (empty: none, so that the same input gives the same bytes). `emblem`
    is a PNG or JPEG image for the slot in the masthead, empty for none. `templates` is a folder of
    corrected templates that go before the shipped ones, `fonts` a folder of fonts for PDF,
    `compiled` a folder to keep the shipped templates compiled in, for the next process.
    """

    as_type: DocumentType | None = None
    final: bool = False
    draft: bool = False
    official: bool = False
    consultation: bool = False
    stamp: str = ""
    emblem: bytes = b""
    templates: Path | None = None
    fonts: Path | None = None
    compiled: Path | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """What the user is told of a file that was written: a message id and its parameters."""

    message: str
    params: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """A file, and what could not be in it as it should."""

    data: bytes
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Writer:
    """One output format: its `name` on the command line, its `extension` without a dot.

    `is_text` says that its bytes are UTF-8 text, which may go to a terminal or a pipe; `templated`
    that it is made by templates, which the user may have corrected. `notices` tells what a file
    could not hold as it should; a final text is refused for it.
    """

    name: str
    extension: str
    write: Callable[[DocumentView, Language, WriteOptions], bytes]
    is_text: bool = False
    templated: bool = False
    notices: Callable[[DocumentView, Language, WriteOptions], tuple[Notice, ...]] | None = None

    def made(self, view: DocumentView, language: Language, options: WriteOptions) -> Made:
        """The file with its notices."""
        data = self.write(view, language, options)
        return Made(data, self.notices(view, language, options) if self.notices else ())
