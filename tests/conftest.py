"""What all tests share."""

from hypothesis import settings

# Speed is measured in benchmarks, not asserted here: a busy machine breaks no law.
settings.register_profile("factlint", deadline=None)
settings.load_profile("factlint")
