"""Rules over plans and the graph."""
