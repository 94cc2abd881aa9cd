"""What changes are laid on: the sheets of a file, and where the words of its text stand there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drafter.model.view import DocumentView
from drafter.writers.tracked.sheet import Sheet
from drafter.writers.tracked.units import Places


@dataclass(frozen=True, slots=True)
class Ground:
    """The two texts, the sheets of the parts by their names, `main` being that of the text, and the
    places of the base in them."""

    base: DocumentView
    draft: DocumentView
    main: str
    sheets: Mapping[str, Sheet]
    places: Places

    @property
    def sheet(self) -> Sheet:
        """The sheet of the text."""
        return self.sheets[self.main]
