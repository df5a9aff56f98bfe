"""newscrawl inside somebody else's Scrapy project, as docs/scrapy.md tells it."""
