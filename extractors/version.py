"""The version of the reading, apart from it: who asks whether a file is known must not load spaCy."""

EXTRACTOR_VERSION = "4"
"""Changes whenever the same file may yield another plan: the store reads it again then."""
