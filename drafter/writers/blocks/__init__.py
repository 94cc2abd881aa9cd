"""Blocks: a document as the paragraphs of a page, in named styles, for every format with pages."""
