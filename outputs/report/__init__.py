"""The report of the candidate check."""
