"""Grids become tables as planners mean them: one head, joined over pages, cells filled down."""
