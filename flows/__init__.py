"""Prefect flows, the store, the settings and the command line."""
