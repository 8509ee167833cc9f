"""What plans are made of, and the reasoning about them. Knows no file, no network and no PDF."""
