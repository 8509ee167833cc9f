"""Models become files: graph formats, the reading as JSON, the check report, the overview page."""
