"""What printed words tell by themselves: numbering, labels, wording, names; no spaCy, no pages."""
