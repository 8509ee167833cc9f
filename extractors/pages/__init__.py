"""What a page holds, in plain models: words, grids, frames, and how much reading it may cost."""
