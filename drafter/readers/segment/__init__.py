"""The shared segmenter: lines with hints in, a document out. Every reader ends here.

The text goes through it in steps, one module each: `furniture` takes out what belongs to the page,
`note_blocks` the footnotes, `joining` puts lines together to paragraphs, `anchors` finds the
footnote marks, `head` reads the masthead, `outline` and `parts` build the tree, `finish` gives ids
and texts.
"""

from drafter.readers.segment.lines import Line
from drafter.readers.segment.segmenter import segment

__all__ = ["Line", "segment"]
