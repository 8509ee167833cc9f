"""A PDF becomes models: page reading, layout, tables, the spaCy pipeline."""
