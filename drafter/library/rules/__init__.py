"""The rules of `library check` that need no more than the files of one folder, a module each."""
