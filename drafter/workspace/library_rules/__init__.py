"""The rules of `library check` that need more than the files of one folder: the checks of texts,
and the match engine. A module each, with one `RULE`."""
