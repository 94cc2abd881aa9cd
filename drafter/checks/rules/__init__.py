"""The checks, in groups: what each module is called begins with the code of its check."""
