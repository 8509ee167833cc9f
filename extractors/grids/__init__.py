"""Lines and gaps on one page become grids of cells."""
