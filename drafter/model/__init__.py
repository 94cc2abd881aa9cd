"""The document and everything derived from it: pure values and functions, standard library only."""
