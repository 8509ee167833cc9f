"""What people decide about proposed links and gaps, and how it outlives new readings of their plans."""
