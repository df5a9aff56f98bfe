"""Workers and their queue: what one job, one schedule and one fleet do."""
