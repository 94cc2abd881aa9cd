"""From what the Session says to what the widgets show: pure functions, no Textual."""
