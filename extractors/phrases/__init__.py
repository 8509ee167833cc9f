"""What printed words tell by themselves: numbering, labels, wording, and what they name; no spaCy, no page."""
