"""Walks the sources of one site in a running crawl: listings are asked for, read, followed to the end."""
