"""What all tests share."""

import os

from hypothesis import settings

# Speed is measured in benchmarks, not asserted here: a busy machine breaks no law.
settings.register_profile("factlint", deadline=None)
settings.load_profile("factlint")

# Every run computes, also of the commands that tests start; those of the cache turn it on for themselves.
os.environ["FACTLINT_NO_CACHE"] = "1"
