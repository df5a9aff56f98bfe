"""Crawling with a memory: binds the archive to Scrapy.

The extension opens the archive and keeps the table of runs; the memory tells the spider what is known; the
middlewares ask servers whether anything has changed, and note what became of every address. The pipeline
that stores articles is :mod:`newscrawl.pipelines.archive`.
"""
