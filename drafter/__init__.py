"""drafter: an offline assistant for drafting United Nations resolutions."""

__version__ = "0.1.0"
