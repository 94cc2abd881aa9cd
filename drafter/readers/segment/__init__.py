"""The shared segmenter: lines with hints in, a document out. Readers of pages, Word files and plain
text end here; those whose format names its parts tell them to `drafter.readers.outline`.

The text goes through it in steps, one module each: `furniture` takes out what belongs to the page,
`note_blocks` the footnotes, `joining` puts lines together to paragraphs, `anchors` finds the
footnote marks, `head` reads the masthead, `building` makes the tree (`branches`, `nesting`),
`finishing` gives ids and texts.
"""

from drafter.readers.segment.lines import Line
from drafter.readers.segment.segmenter import segment

__all__ = ["Line", "segment"]
