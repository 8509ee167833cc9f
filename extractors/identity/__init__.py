"""What a document is: kind, level, region, agency, period; and the spaCy pipeline that marks mentions."""
