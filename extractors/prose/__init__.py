"""Running text becomes statements."""
