"""Properties try the same examples in every run; to search for new ones, run with HYPOTHESIS_PROFILE=default."""

import os

from hypothesis import settings

settings.register_profile("steady", derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
