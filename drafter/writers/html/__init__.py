"""HTML: the blocks of a document as one page that needs no network and runs no script."""
