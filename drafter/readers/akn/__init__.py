"""Akoma Ntoso 3.0 (OASIS) and the United Nations guidelines for it: XML to the parts it tells."""
