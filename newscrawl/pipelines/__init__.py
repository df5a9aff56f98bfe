"""Scrapy's item pipelines: one a file, each a thin shell around one pure function of the reading.

Their order, and why it is so, stands in :mod:`newscrawl.settings`. A pipeline counts what its stage changed
as ``newscrawl/STAGE/WHAT``. Used alone in another project they take and give
:class:`newscrawl.reading.raw.RawArticle` until ``validation`` hands on the
:class:`newscrawl.items.Article`; ``archive`` comes last.
"""
