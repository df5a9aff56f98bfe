"""The ground floor: the words that every room uses.

The record as JSON and its schema, addresses (canonical form, identifiers, hosts), the content codings of
HTTP, the names of the reasons why a page gave no article, how a run ended, and the version. Nothing here
knows Scrapy, the archive or a page. The record itself, :class:`newscrawl.items.Article`, stands where
Scrapy's users look for items.
"""
