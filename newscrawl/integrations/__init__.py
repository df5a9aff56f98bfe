"""newscrawl as a part of other programs' pipelines; each module needs that program, an extra of its name."""
