"""Invented articles in the templates of many systems, each with the record that it must give.

``stories`` has the articles, ``wordpress``, ``portals``, ``networks`` and ``plain`` the systems that print them. No
sentence, name or place is anybody's. A new system is one function and one row; a story that is read wrongly anywhere
is worth a new one.
"""
