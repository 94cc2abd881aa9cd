"""A PDF as its pages show it: type and places first, words after."""
