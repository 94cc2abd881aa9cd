"""What is of an earlier session."""
