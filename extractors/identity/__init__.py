"""What a document is: kind, level, region, agency, period."""
