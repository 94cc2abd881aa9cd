"""Language versions of one document side by side, as a table for Word and for a browser."""
