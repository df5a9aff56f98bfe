"""What runs in Scrapy's engine beside spiders and pipelines.

``discovery`` walks a publisher's sources and asks for the articles that they name, ``downloader`` keeps
every promise of politeness and safety between scheduler and network, ``memory`` binds the archive to a
crawl so that nothing is fetched twice and nothing found is forgotten, ``watching`` counts, shows progress
and ends what has stalled. ``spider`` says what these rooms ask of a spider; :mod:`newscrawl.spiders`
answers.
"""
