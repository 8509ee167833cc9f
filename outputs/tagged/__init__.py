"""Tagged documents become a page that opens from a file, JSON, or lines for a terminal."""
