"""Pages kept as WARC files: written, read, and read again.

``writing`` and ``exchange`` make the files of a crawl, ``reading`` takes the pages out of any WARC.
"""
