"""Small plans of an invented province, with their truth beside them; `generate` makes them again."""
