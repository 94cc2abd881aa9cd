"""HTML: tokens, their tree, what of it a reader sees, its blocks, notes and lines."""
