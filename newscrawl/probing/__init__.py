"""A look at an unknown site, and the publisher file that follows from it."""
