"""The page as a tree: decoded, bounded, parsed once, and read as lines and blocks."""
