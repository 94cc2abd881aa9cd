"""The commands of `drafter library` that change or count a library, one file each."""
