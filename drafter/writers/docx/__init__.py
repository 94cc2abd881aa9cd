"""Word files: WordprocessingML parts from templates, packed the same way every time."""
