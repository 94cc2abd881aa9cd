"""Plain text: the document as it prints, in 72 columns."""
