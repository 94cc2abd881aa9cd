"""What stands on the screens: each widget shows a value and says, in the past, what was done."""
