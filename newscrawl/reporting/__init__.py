"""The report: the whole archive on one page, for a browser without a network."""
