"""Properties try the same examples in every run; to search for new ones, run with HYPOTHESIS_PROFILE=default.

`make check` tries few of each (`quick`), `make test` all.
"""

import os

from hypothesis import settings

# No deadline: how long an example takes on a busy machine is no defect.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("quick", settings.get_profile("steady"), max_examples=15)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
