"""The commands of `drafter library`, one file each with its `TOOL`, imported only when it runs."""
