"""Rows of tables become statements and indicators."""
