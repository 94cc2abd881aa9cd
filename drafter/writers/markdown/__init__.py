"""Markdown: a document as CommonMark with footnotes, for wikis and plain editors."""
