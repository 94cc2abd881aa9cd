"""The same examples in every run, so that a change is judged by what it changes; none is timed: a
busy machine is no fault of the code.

`SEARCH=1 make test` looks for new ones; what it finds is added as an `@example` and mended.
"""

import os
from tempfile import TemporaryDirectory

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("search", derandomize=False, deadline=None)
settings.load_profile("search" if os.environ.get("SEARCH") else "same")

# The user's own folders are not touched; what is derived (compiled templates, indexes) is kept for
# the whole run, settings and journals are of each test where it may have any.
PRIVATE = TemporaryDirectory(prefix="drafter-tests-", ignore_cleanup_errors=True)
for name in ("STATE", "CACHE", "CONFIG"):
    os.environ[f"DRAFTER_{name}"] = f"{PRIVATE.name}/{name.lower()}"
