"""Numbers and labels."""
