"""A PDF file becomes pages, in a process of its own with limits."""
