"""What is promised of comparison, one module a promise."""
