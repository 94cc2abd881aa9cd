"""One module a format, each declaring its `WRITER`."""
