"""Redlines and tables of deviations: one text against another, for people to read."""
