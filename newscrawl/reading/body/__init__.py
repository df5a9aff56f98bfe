"""The text of the article: which part of the page it is, and whether the page is an article at all."""
