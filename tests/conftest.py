"""The same examples in every run, so that a change is judged by what it changes.

`SEARCH=1 make test` looks for new ones; what it finds is added as an `@example` and mended.
"""

import os

from hypothesis import settings

settings.register_profile("same", derandomize=True)
settings.register_profile("search", derandomize=False)
settings.load_profile("search" if os.environ.get("SEARCH") else "same")
