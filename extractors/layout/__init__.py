"""Words outside tables become lines of text in reading order."""
