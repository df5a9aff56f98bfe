"""What lines and boxes are measured by throughout the reader: one number for each kind, whoever asks.

A rule has a number of its own only where pages or tests say that it needs another.
"""

from __future__ import annotations

SENTENCE = 60
"""Characters from which on a line may be a sentence of running text: labels, names, counters, places and
signatures are shorter."""
LONG_SENTENCE = 120
"""Characters from which on a line is prose, whatever it begins with: credits, bylines, dates behind a label
and rows of buttons are shorter."""
LABEL = 40
"""Characters of a label, a counter, a section or a value in a table, and of what may stand beside a name or a
headline on its line; a longer line is a sentence."""
HEADLINE = 26
"""Characters of the headline of an article that a link leads to; shorter words are a section or a menu."""
A_LIST = 3
"""Things alike, beside or below each other, that are a list: two may stand so by accident."""
BOXES = 3
"""Boxes around an element that are its own: a link, a cell and an entry, or a slide, its frame and its
column. Farther out stands what is of the page."""
MOSTLY = 0.5
"""Share of a text or line from which on it is mostly links, addresses, or the words of a slogan."""
WHOLLY_LINKED = 0.85
"""Share of a line in links from which on no words stand beside it: a full stop or an arrow may."""
SMALLEST_PICTURE = 100
"""Pixels, as a page states them, of a picture that shows something; smaller ones are icons and portraits."""
FEWEST_BLANKS = 3
"""Blanks of a headline or a caption: a name or a label as long has fewer."""
MOST_REPEATED = 2
"""How many times as long as a title a line may be that is the title said again, with kicker and date."""
NEAR = 3
"""Lines from one to another that belongs to it: a headline and its date, a text and its signature, entries of
a list of facts."""
LONGEST_ENDING = 3
"""Given: letters of the parts of a host that name no site: "www", "co", "go", "web", "id" and "com"."""
LONGEST_NAMES = 2_000
"""Bound: characters of an element's class and id that are read, for patterns are tried on them."""
SHORTEST_DATA = 300
"""Bound: characters of a script or attribute that may hold an article's data; the many short ones are not
searched."""
LONGEST_DATA = 2_000_000
"""Bound: characters of a script or attribute that is read as data; a longer one is a program's state."""
OPENING = 400
"""Bound: characters of a text or a notice that are read to learn what it is: its first paragraph or two."""
CARD = 350
"""Characters of another article's card or of a deck: a headline and two sentences; more is a text."""
LONGEST_CAPTION = 650
"""Characters of a caption, and of all that stands with a picture in its box; more is text with a picture."""
SHORT_HEADLINE = 12
"""Characters of a headline by which it is known in something longer; fewer may stand there by accident."""
NAME_WORDS = 4
"""Words of a person's, a place's, an outlet's or a topic's name; more are a phrase or a sentence."""
SHORT_NAME = 4
"""Letters of an outlet's short name, a label or a code; a longer word may be a name."""
AROUND = 8
"""Lines above and below a headline, at both ends of a text and behind it, where what is said of the article
stands."""
LONGEST_HEADING = 1_000
"""Bound: characters of a heading or a stated title, for a heading that is never closed holds the whole page
and titles are compared with every line."""
