"""Between scheduler and network: robots.txt, delays, back-off, challenges, private addresses, redirects.

Each module is one component of Scrapy's and keeps one promise; :mod:`newscrawl.settings` gives their order.
"""
