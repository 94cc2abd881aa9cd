"""Akoma Ntoso 3.0 (OASIS) by the United Nations guidelines for it (AKN4UN)."""
