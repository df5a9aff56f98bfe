"""The description: a deck on the page, else what the head states, unless that repeats the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.byline import roles
from newscrawl.reading.byline.places import is_place
from newscrawl.reading.fields.captions import is_marked
from newscrawl.reading.fields.credits import credit_of
from newscrawl.reading.fields.wordings import SEPARATOR, without_outlet
from newscrawl.reading.tree.measures import CARD, MOSTLY, NEAR, SENTENCE
from newscrawl.reading.tree.outline import Line, signature
from newscrawl.reading.tree.selecting import values
from newscrawl.reading.tree.tags import HEADINGS
from newscrawl.reading.tree.text import fold, text_of, tidy, unescape

if TYPE_CHECKING:
    from collections.abc import Set

    from lxml.html import HtmlElement

    from newscrawl.reading.fields.sources import Sources

SHORTEST, LONGEST = 25, 1000
"""Characters of a summary: less is a name or a slogan, more is the text. Half changes none and none of 73
pages, twice 4 and 1."""
_SHORTEST_PLAIN = 50
"""Characters of a deck that nothing calls one: less is a label. Half changes 2 of 290 pages, twice none."""

_DECK = re.compile(words.patterns("decks", "deck"))
_PICTURE = re.compile(words.patterns("decks", "picture"))
_SLOGANS = frozenset(words.texts("decks", "slogan"))
_SITE_WORDS = frozenset(words.texts("decks", "site word"))
_TAG = re.compile(r"<[^<>]{1,80}>")
_KEYWORDS = ("keywords", "news_keywords", "article:tag")
_METAS = ("og:description", "description", "twitter:description", "dc.description")
_HEAD_LINES, _MOST_LINES = 5, 40
"""Lines under the headline in which a deck stands, and a safety bound on those up to the text where it begins
far below. Half changes 1 and none of 73 pages, twice 2 and none."""
# Behind the last sentence, in whatever form: "A sentence. Keyword, Other Keyword", "A sentence. #Keyword".
_TRAIL = re.compile(r"(?<=[.!?\"”])(?:\s{0,3}[-–|,;]\s{0,3}|\s{0,3})(?P<rest>[^.!?]{3,300})$")
_TRAIL_LABEL = re.compile(rf"(?:{words.alternatives('tags', 'label')})\s?:\s?", re.IGNORECASE)
_TAG_HREF = re.compile(words.patterns("tags", "path"))
_HASHTAGS = re.compile(r"#\w[\w-]*(?:[\s,]+#\w[\w-]*)*")
# "A sentence.,keyword,Other Keyword": templates glue the tags to the summary.
_GLUED = re.compile(r"(?<=[.!?\"”])\s?,\s?(?P<rest>(?:[^.!?]|\.(?=\w)){2,300})$")
_MOST_WORDS = 6
"""Words of a keyword; more are a part of a sentence. Half changes 1 of 290 pages, twice none."""
# Sentences may list four things, but say of them in more words what they are.
_FEWEST_KEYWORDS, _MOST_KEYWORD = 4, 4
_CUT = ("..", "…")
# A deck's box may hold a button beside it; a trail of the site's names is shorter than what it follows.
_ROOM = 1.3
# Of the long words of 90 true descriptions of 60 characters and more at least 45 of 100 stand in the text.
_LONG_WORD, _LEAST_SHARED = 4, 0.3
_LAST_WORDS = 6
"""Last words of a summary by which its end is found in the text. Half and twice change none of 73 pages."""
_INVITING = 6
"""Words beside the title that make no summary of it."""
_WORD = re.compile(r"\w+")
_SECTION_TRAIL = re.compile(r"\s[-–|]\s[\w& ]{2,25}$")
_STOP = re.compile(r"[.!?\n]")


Stated = tuple[str, str]
"""A description, and what produced it."""


def description(sources: Sources) -> Stated | None:
    """The summary that the page gives outside its text, and what produced it.

    A deck under the headline comes first, since the head often holds it cut off. What repeats whole sentences
    of the text counts where nothing else is given; the beginning of the text, cut off somewhere, never.
    """
    title = fold(sources.headline.text or "")
    repeated: Stated | None = None
    for found, origin, is_shown in _candidates(sources):
        text = _without_keywords(sources, tidy(_TAG.sub(" ", found)) if "<" in found else found)
        if not SHORTEST <= len(text) <= LONGEST or _is_title(sources, fold(text), title) or _is_list(text):
            continue
        # What stands under the headline is of the article, in whatever words; the head may speak of the site.
        if not (is_shown or origin.startswith("rule: ")) and _is_of_site(sources, text):
            continue
        if is_shown or not _repeats(sources, text):
            return text, origin
        if repeated is None and not _is_cut(sources, text):
            repeated = text, origin
    return repeated


def _is_title(sources: Sources, said: str, title: str) -> bool:
    """Whether a description is the title again, alone or in an invitation: "Baca <title> di <site>".

    So is what the page's ``<title>`` says, which may be the name of the site and its motto.
    """
    if said == title or any(f" {said} " in f" {fold(stated)} " for _, stated in sources.stated_titles):
        return True
    before, found, behind = said.partition(title) if title else (said, "", "")
    names = {word for name in sources.site_names for word in fold(name).split()}
    return bool(found) and len({*before.split(), *behind.split()} - names) <= _INVITING


def _is_list(text: str) -> bool:
    """Whether a description is a list of keywords: some of a few words, and no sentence."""
    names = [name.strip() for name in re.split("[,;]", text)]
    return (
        len(names) >= _FEWEST_KEYWORDS
        and not text.endswith((".", "!", "?", "…"))
        and all(len(name.split()) <= _MOST_KEYWORD for name in names)
    )


def _candidates(sources: Sources) -> Iterator[tuple[str, str, bool]]:
    """Each description with what gives it, and whether a reader sees it beside the text."""
    for selector, found in values(sources.page, sources.page.rules.description):
        yield found[0], f"rule: {selector}", False
    stated = list(_stated(sources))
    stated_long = [text for text, _ in stated if len(text) >= SHORTEST]
    wordings = [fold(text.rstrip(".…")) for text in stated_long]
    whole = {fold(text) for text in stated_long if not _is_left_off(text)}
    for line in _below(sources):
        if _is_deck(sources, line, wordings, whole) and not line.is_dated and not _is_credit(line):
            yield line.text, f"page: {signature(line.block)}", not sources.extent.holds(line)
    plain = _plain_deck(sources) or _slanted_deck(sources)
    if plain is not None:
        yield plain.text, f"page: {signature(plain.block)}", True
    yield from ((text, origin, False) for text, origin in stated)


def _below(sources: Sources) -> Iterator[Line]:
    """The lines between headline and text that may be a deck: no links.

    A mark is believed right under the headline alone; a stated description is found farther below too.
    """
    head = sources.headline
    end = max(head.end + _HEAD_LINES, min(sources.extent.first + 1, head.end + _MOST_LINES))
    for line in sources.outline.lines[head.end : end] if head.line >= 0 else ():
        if not line.linked and SHORTEST <= len(line.text) <= LONGEST:
            yield line


def _plain_deck(sources: Sources) -> Line | None:
    """A sentence right under the headline that nothing names a deck; no text and no picture stands before it.

    Of its long words a part stands in the text; a heading needs no full stop.
    """
    head, extent = sources.headline, sources.extent
    if head.line < 0 or extent.first < 0:
        return None
    pictures = (at for _, at in sources.outline.pictures if at >= head.end)
    end = min(_text_start(sources), head.end + _HEAD_LINES, next(pictures, len(sources.outline.lines)))
    for line in sources.outline.lines[head.end : end]:
        text = line.text
        if line.linked or line.is_dated or not _SHORTEST_PLAIN <= len(text) <= CARD:
            continue
        is_whole = text.rstrip("\"'”’").endswith((".", "!", "?")) or line.block.tag in HEADINGS
        if is_whole and not _is_something_else(sources, line):
            return line
    return None


def _slanted_deck(sources: Sources) -> Line | None:
    """A sentence in italics right under the headline, where the text below it is not set so."""
    at = sources.headline.end
    following = sources.outline.lines[at : at + 2] if sources.headline.line >= 0 else []
    if len(following) < 2 or not _is_slanted(following[0]) or _is_slanted(following[1]):
        return None
    line = following[0]
    is_whole = line.text.rstrip("\"'”’").endswith((".", "!", "?"))
    fits = is_whole and _SHORTEST_PLAIN <= len(line.text) <= CARD
    return line if fits and not line.linked and not _is_something_else(sources, line) else None


def _is_slanted(line: Line) -> bool:
    """Whether all of a line stands in italics."""
    slanted = [element for element in (line.block, *line.inline) if element.tag in ("i", "em")]
    return bool(slanted) and all(
        holder in slanted or any(element in slanted for element in holder.iterancestors())
        for holder in line.holders
    )


def _text_start(sources: Sources) -> int:
    """The first line of the text; behind the date line, where deck and date stand in the text's own box."""
    first, end = sources.extent.first, sources.headline.end
    near = sources.outline.lines[first : min(first + NEAR, end + _HEAD_LINES)]
    return next((line.index for line in near if line.is_dated and not line.linked), first)


def _is_something_else(sources: Sources, line: Line) -> bool:
    """Whether a line under the headline is no deck: a byline, a caption, part of a widget, of other words."""
    text = line.text
    if any(map(_PICTURE.search, line.marks[:3])) or is_marked(line) or sources.accompanies(line):
        return True
    if (
        any(holder.tag == "a" for holder in line.holders)
        or _is_listed(line.block)
        or roles.has_label(text)
        or credit_of(text) is not None
        or not sources.in_article(line)
    ):
        return True
    said = {word for word in fold(text).split() if len(word) >= _LONG_WORD}
    others = (fold(block.text) for block in sources.extent.blocks if block.text != text)
    topic = {*" ".join(others).split(), *fold(sources.headline.text or "").split()}
    return len(said & topic) < _LEAST_SHARED * len(said)


def _is_listed(block: HtmlElement) -> bool:
    """Whether a line is one of several points of a summary."""
    parent = block.getparent()
    return block.tag == "li" and parent is not None and len(parent) > 1


def _stated(sources: Sources) -> Iterator[Stated]:
    if text := sources.data.text("description"):
        yield text, "json-ld: description"
    for key in _METAS:
        for value in sources.page.meta.get(key, ())[:1]:
            yield _without_site(unescape(value), sources.site_names), f"meta: {key}"


def _without_site(text: str, site_names: Sequence[str]) -> str:
    """A stated description without the site's name at its end, nor the section before that.

    The place before it stays: a local site bears its name ("Kabar Palu", "PALU - Warga ...").
    """
    bare = without_outlet(text, site_names)
    before = text.partition(bare)[0] if bare else ""
    if is_place(before.strip(" -–—:|")):
        bare = f"{before}{bare}"
    return _SECTION_TRAIL.sub("", bare) if bare != text else text


def _is_deck(sources: Sources, line: Line, stated: Sequence[str], whole: Set[str]) -> bool:
    """Whether a line under the headline is a deck: marked as one, or a ``stated`` wording as shown.

    A mark counts on an element that holds little more: the box of the whole text may be called a summary. A
    line of the text is a deck only if it is all that the head states, and that is ``whole``.
    """
    is_near = line.index < sources.headline.end + _HEAD_LINES
    for element, mark in zip(line.around[:2], line.marks[:2], strict=True):
        if is_near and _DECK.search(mark) and len(tidy(text_of(element))) <= _ROOM * len(line.text):
            return True
    folded = fold(line.text)
    held = sources.extent.holds(line) and line.block.tag not in HEADINGS
    if held:
        return folded in whole
    return any(map(folded.startswith, stated))


def _is_credit(line: Line) -> bool:
    """Whether a line says what a picture shows, or who made it or the text: a name may call it a subtitle."""
    if any(map(_PICTURE.search, line.marks[:2])) or is_marked(line):
        return True
    return credit_of(line.text) is not None or roles.has_label(line.text)


def _without_keywords(sources: Sources, text: str) -> str:
    """A summary without the keywords glued to its end: behind a sentence, or as the head states them."""
    trail = _TRAIL.search(text)
    if trail is not None and _are_keywords(sources, trail["rest"].strip()):
        return text[: trail.start()].strip()
    parts = text.split(",")
    glued_on = [part for part in parts[1:] if not part.startswith(" ") and len(part.split()) <= _MOST_WORDS]
    if glued_on and parts[-len(glued_on) :] == glued_on:
        known = _keywords(sources)
        if any(fold(part) in known for part in glued_on):
            return ",".join(parts[: -len(glued_on)]).strip()
    glued = _GLUED.search(text)
    if glued is None or any(len(word.split()) > _MOST_WORDS for word in glued["rest"].split(",")):
        return text
    return text[: glued.start()].strip()


def _keywords(sources: Sources) -> set[str]:
    """What the head states as keywords, folded."""
    stated = (value for key in _KEYWORDS for value in sources.page.meta.get(key, ()))
    return {fold(name) for value in stated for name in re.split("[,;]", value)}


def _are_keywords(sources: Sources, rest: str) -> bool:
    """Whether words behind a summary are hashtags, labelled keywords, or some that the page has elsewhere."""
    if _HASHTAGS.fullmatch(rest):
        return True
    label = _TRAIL_LABEL.match(rest)
    names = [name.strip() for name in re.split("[,;|]", rest[label.end() :] if label else rest)]
    if not all(0 < len(name.split()) <= _MOST_WORDS for name in names):
        return False
    if label is not None:
        return True
    links = (a for a, _ in sources.outline.links if _TAG_HREF.search(a.get("href") or ""))
    known = _keywords(sources) | {fold(tidy(text_of(a))) for a in links}
    return len(names) > 1 and all(fold(name) in known for name in names)


def _is_of_site(sources: Sources, text: str) -> bool:
    """Whether a description is of something else than the article: a slogan, a word for sites that the
    article does not have, or a long one of other words."""
    said = {word for word in fold(text).split() if len(word) >= _LONG_WORD}
    if sources.extent.last >= 0 and not said & _SITE_WORDS <= sources.extent.words | _headline_words(sources):
        return True
    site = [fold(name) for name in (*sources.site_names, *_title_parts(sources))]
    names = {word for name in site for word in name.split()}
    # Of the long words of 119 true summaries at most one in nine is a word of slogans.
    if len(said & _SLOGANS) > MOSTLY * len(said - names):
        return True
    # A name and a motto are short; a dateline begins so too, but has words of the text behind it.
    opens = any(fold(text).startswith(f"{name} ") for name in site)
    said = said - names if opens else said
    if (len(text) < SENTENCE and not opens) or not said or sources.extent.last < 0:
        return False
    topic = said & (sources.extent.words | _headline_words(sources))
    return len(topic) < _LEAST_SHARED * len(said)


def _title_parts(sources: Sources) -> list[str]:
    """What stands beside the headline in the page's ``<title>``: the name of the site, as a rule."""
    titles = [title for origin, title in sources.stated_titles if origin == "page: title"]
    parts = [part.strip() for title in titles for part in SEPARATOR.split(title)]
    headline = fold(sources.headline.text or "")
    return [part for part in parts if fold(part) and fold(part) not in headline]


def _headline_words(sources: Sources) -> set[str]:
    return set(fold(sources.headline.text or "").split())


def _repeats(sources: Sources, text: str) -> bool:
    """Whether the text of the article holds the second half of a summary word for word.

    The half suffices: before it may stand what the reading of the text left out, such as a caption or a
    dateline. The last word may be cut off in the middle. Of one that ends in dots the first half does, too:
    a related link may stand between the paragraphs of the second.
    """
    folded = fold(text).split(" ")
    half = len(folded) // 2
    parts = (folded[half:-1], folded[:half] if _is_left_off(text) else [])
    return any(len(part) > 1 and f" {' '.join(part)} " in sources.extent.text for part in parts)


def _is_left_off(text: str) -> bool:
    """Whether a text ends in dots, as WordPress ends what it cuts off: "Warga menanam [...]"."""
    return text.rstrip(" ])").endswith(_CUT)


def _is_cut(sources: Sources, text: str) -> bool:
    """Whether a summary that repeats the text ends where no sentence does."""
    if _is_left_off(text):
        return True
    if text.rstrip("\"'”’)").endswith((".", "!", "?")):
        return False
    words_at_end = _WORD.findall(text)[-_LAST_WORDS:]
    *before, last = words_at_end
    end = re.compile(r"\W+".join(map(re.escape, before)) + rf"\W+{re.escape(last)}(?P<rest>\w*)(?P<sign>\W*)")
    found = list(end.finditer("\n".join(block.text for block in sources.extent.blocks)))
    return bool(found) and not any(_ends_sentence(match) for match in found)


def _ends_sentence(match: re.Match[str]) -> bool:
    return not match["rest"] and (match.end() == len(match.string) or _STOP.search(match["sign"]) is not None)
