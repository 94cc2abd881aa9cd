"""What a session makes of its document: files in other formats, pages to look at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from drafter.workspace.native import SUFFIX
from drafter.workspace.session_in_file import InFile

if TYPE_CHECKING:
    from drafter.workspace.previewing import FirstPage
    from drafter.workspace.rendering import Asked, Rendered


class InPrint(InFile):
    """The part of a `Session` that prints its document."""

    def rendered(self, formats: tuple[str, ...], asked: Asked | None = None) -> Rendered:
        """The document in these formats, to be put into files.

        Raises as `rendering.prepared` and `rendering.in_formats` do.
        """
        from drafter.workspace.rendering import Asked, in_formats, prepared, write_options

        how = asked or Asked()
        numbered, rules = prepared(self.document, how, place=self._place)
        stem = self.path.name.removesuffix(SUFFIX) if self.path else ""
        return in_formats(numbered, rules, formats, options=write_options(how), stem=stem)

    def first_page(self, asked: Asked) -> FirstPage:
        """The first page as it would print; see `previewing.first_page`."""
        from drafter.workspace.previewing import first_page

        return first_page(self.document, asked, place=self._place)

    def preview(self) -> Path:
        """Write the page of the document to a private file; see `previewing.preview`."""
        from drafter.workspace.previewing import preview
        from drafter.workspace.rendering import Asked

        return preview(self.document, Asked(), place=self._place)

    @property
    def _place(self) -> str:
        return str(self.path or "")
