"""The drafting room: screens and widgets that show what the Session says and ask it to act."""

from __future__ import annotations

import os

# Read once, when Textual is first imported: with the kitty keyboard protocol some terminals lose
# what an input method composes (iTerm2, WezTerm on Windows), and Chinese could not be typed.
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
