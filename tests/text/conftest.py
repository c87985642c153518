"""How long hypothesis looks: a little by default, HYPOTHESIS_PROFILE=deep for 100,000 examples a property."""

import os

from hypothesis import settings

settings.register_profile("quick", max_examples=150, deadline=None, database=None)
settings.register_profile("deep", max_examples=100_000, deadline=None, database=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
