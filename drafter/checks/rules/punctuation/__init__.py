"""Punctuation and marks."""
