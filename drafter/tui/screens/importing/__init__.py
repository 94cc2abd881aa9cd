"""Importing text: what to read, the review of what was read, and where it goes."""
