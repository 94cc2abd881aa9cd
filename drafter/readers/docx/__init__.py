"""Word files: paragraphs, numbers, notes and tracked changes as Word shows them."""
