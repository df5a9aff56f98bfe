"""What a page says of its own kind, before its text is looked at: its titles, its data, its address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawl import words
from newscrawl.reading.body.offers import is_offer
from newscrawl.reading.body.relevance import topic_words
from newscrawl.reading.dates.spotting import has_day
from newscrawl.reading.fields.date_evidence import meta_role, shows_day
from newscrawl.reading.fields.headline import holds_time, leads_elsewhere
from newscrawl.reading.raw import PageSigns
from newscrawl.reading.tree.payloads import published_near
from newscrawl.reading.tree.structured import address_key

if TYPE_CHECKING:
    from newscrawl.reading.fields.sources import Sources

_SURELY = 2
"""The shape of an address that is certainly a listing's."""

_SLUG_SIGNS = re.compile(r"[-_.]")
_LONG_NUMBER = re.compile(r"\d{5,}")
_LISTING_PATH = re.compile(rf"/(?:{words.patterns('page_types', 'listing folder')})(?:[/.]|$)", re.IGNORECASE)
_LISTING_QUERY = re.compile(
    rf"(?:^|&)(?:{words.patterns('page_types', 'page key')})"
    rf"=(?:{words.patterns('page_types', 'listing folder')})(?:&|$)",
    re.IGNORECASE,
)
"""A query that says what the page shows: "?hal=arsip", "?view=category"."""
_IN_LISTINGS = re.compile(rf"/(?:{words.patterns('page_types', 'listing folder')})/[^/]+/?$", re.IGNORECASE)
"""The address of one of many listings: of a topic, an author, a section."""

_ARCHIVE = re.compile(r"/(?:19|20)\d\d(?:/\d{1,2}){0,2}/?")
_SEARCH_QUERY, _IDENTIFIES = (
    re.compile(rf"(?:^|&)(?:{words.patterns('page_types', kind)})={end}", re.IGNORECASE)
    for kind, end in (("search key", ""), ("article key", r"\w"))
)
_DATED_FOLDER = re.compile(r"(?:^|/)(?:19|20)\d\d(?:/\d{1,2}){1,2}/(?=[^/]*[a-z])[^/]+$")
"""The address of an article in the folder of its month or day, as blogs have it, however short its name."""
_ONE_OF_MANY = re.compile(
    rf"(?:^|&)(?:{words.patterns('page_types', 'article key')})=\d{{3,}}(?:[&:]|$)", re.IGNORECASE
)
"""The number of an article in a query, before its name in Joomla (``id=310:name``); those of sections and of
pages about the site are smaller."""
_NUMBERED = re.compile(
    rf"(?:^|/)(?:{words.patterns('page_types', 'article key')})/\d+(?:/[^/]+)?$", re.IGNORECASE
)
"""The number of an article in the folder of all, with or without its name; lists count pages so, too."""
_GALLERY_WORD, _VIDEO_WORD, _QUIZ_WORD = (
    re.compile(rf"(?:^|[\W_])(?:{words.patterns('page_types', kind)})(?:[\W_]|$)", re.IGNORECASE)
    for kind in ("gallery", "video", "quiz")
)
_PICTURES = "|".join(words.patterns("page_types", kind) for kind in ("gallery", "video"))
_LABELLED = re.compile(rf"\b(?:{_PICTURES})\s?(?:[:|\])]|\s[-–—])", re.IGNORECASE)
"""A word for pictures that is a label of the title, and no part of what it says."""
_QUIZ_COUNTER = re.compile(
    r"(?:question|pertanyaan|soal)\s*(?:ke-?)?\d{1,2}\s*(?:/|dari|of|$)", re.IGNORECASE
)
_LISTING_TITLE = re.compile(words.patterns("page_types", "listing title"), re.IGNORECASE)
_MISSING = re.compile(rf"\W*(?:{words.patterns('page_types', 'missing')})", re.IGNORECASE)
_STATIC = re.compile(rf"\W*(?:{words.patterns('page_types', 'static page')})\W*", re.IGNORECASE)
_OF_SITE = "|".join(words.patterns("page_types", kind) for kind in ("about the site", "static page"))
_ABOUT_SITE = re.compile(rf"\W*(?:{_OF_SITE})\s+", re.IGNORECASE)
_NOT_LETTER = re.compile(r"[\W_]+")
_LISTING_TYPES = frozenset(("collectionpage", "searchresultspage", "itemlist", "profilepage"))
_GALLERY_TYPES = frozenset(("imagegallery", "mediagallery"))
_ARCHIVES = frozenset(("category", "tag", "author", "date", "blog"))
"""What WordPress calls its lists of posts, besides "archive", in the class of the page's body."""
_SINGLE = frozenset(("single", "single-post"))
_FORMATS = frozenset(("single-format-gallery", "single-format-video"))
"""How WordPress marks the body of a post whose writer chose such a format: its text may be an article's."""
_PAGE_CLASS = "page-id-"
"""What WordPress's class of the body of a page that is no post holds: of 24 saved ones none is an article."""
_PAGE_TYPES = ("page-template-default", "pages-template-default")
"""How the class of a site's own type of pages ends: "super_pages-template-default"."""
_BLOGGER_PAGE = re.compile(r"/p/[^/]+\.html", re.IGNORECASE)
"""The address of a page of Blogger that is no post."""


def read_signs(sources: Sources) -> PageSigns:
    """The signs of the page."""
    page = sources.page
    title = sources.headline.text or ""
    address = _address(page.url)
    opening = _opening(sources)
    og_type = page.meta.get("og:type", [""])[0].lower()
    kinds = " ".join((*page.meta.get("page_type", ()), *page.meta.get("content_type", ())))
    dated = _is_dated(sources)
    classes = _body_classes(sources)
    return PageSigns(
        shown=sources.headline.agrees,
        for_article=_for_article(sources, og_type),
        for_listing=_for_listing(sources, sources.data.types(), og_type),
        gallery=is_called_gallery(sources) or "single-format-gallery" in classes,
        video=og_type.startswith("video")
        or "single-format-video" in classes
        or _marked(_VIDEO_WORD, opening, address),
        topical=_is_topical(sources, og_type, opening, address, formatted=not _FORMATS.isdisjoint(classes)),
        quiz=_QUIZ_WORD.search(kinds) is not None or _is_quiz(sources, f"{title} {address}"),
        dated=dated,
        offer=is_offer(sources, og_type, dated=dated),
        missing=_is_missing(sources) or "error404" in classes,
        static=_is_static(sources) or _is_no_post(sources, classes, dated=dated),
        listed=_shape_of_listing(page.url) == _SURELY and not _has_slug(page.url),
        archive=_is_archive(classes, shown=sources.headline.agrees),
        numbered=_NUMBERED.search(address_key(page.url)) is not None,
        topic=topic_words(title, *page.meta.get("description", ()), *page.meta.get("og:description", ())),
    )


def _is_archive(classes: set[str], *, shown: bool) -> bool:
    """Whether WordPress calls a page a list of posts; "blog" alone counts where the page shows no title."""
    if "blog" in classes and "home" in classes:
        return True
    if "archive" in classes:
        return not _ARCHIVES.isdisjoint(classes)
    return "blog" in classes and not shown and _SINGLE.isdisjoint(classes)


def is_called_gallery(sources: Sources) -> bool:
    """Whether the page's own data, the beginning of its title or its address say that it is a gallery."""
    if sources.data.types() & _GALLERY_TYPES:
        return True
    return _marked(_GALLERY_WORD, _opening(sources), _address(sources.page.url))


def _is_topical(sources: Sources, og_type: str, opening: str, address: str, *, formatted: bool) -> bool:
    """Whether only the wording of the title or WordPress's format of the post speaks of pictures or a film.

    An article may tell of them: "Foto Bupati Dicoret" has no mark behind the word, as "FOTO: Kirab" has. The
    address and the data name none.
    """
    if og_type.startswith("video") or not sources.data.types().isdisjoint(_GALLERY_TYPES):
        return False
    if _GALLERY_WORD.search(address) or _VIDEO_WORD.search(address) or _LABELLED.search(opening):
        return False
    return formatted or any(word.search(opening) for word in (_GALLERY_WORD, _VIDEO_WORD))


def _opening(sources: Sources) -> str:
    """How the headline and the title of the page's head begin."""
    stated = sources.stated_titles[-1][1] if sources.stated_titles else ""
    return f"{(sources.headline.text or '')[:14]} {stated[:14]}"


def _for_article(sources: Sources, og_type: str) -> int:
    path = address_key(sources.page.url)
    witnesses = 2 * (sources.data.article is not None)
    witnesses += og_type == "article"
    witnesses += any(
        meta_role(key) == "published" and any(map(str.isdigit, contents[0]))
        for key, contents in sources.page.meta.items()
    )
    witnesses += _names_article(sources.page.url, path)
    return witnesses + _is_dated(sources)


def _names_article(url: str, path: str) -> bool:
    """Whether an address is shaped as one article's: by its name, its number, or the day before its name."""
    # The name of a topic has several words as often as an article's.
    if (_has_slug(url) and not _IN_LISTINGS.search(f"/{path}")) or _LONG_NUMBER.search(path):
        return True
    if _DATED_FOLDER.search(path):
        return True
    return "=" in url and _ONE_OF_MANY.search(urlsplit(url).query) is not None


def _has_slug(url: str) -> bool:
    """Whether an address ends in a name of several words, as an article's does, in whatever folder."""
    return len(_SLUG_SIGNS.findall(_address_name(url))) >= 3


def _address_name(url: str) -> str:
    """The last part of an address, without its ending."""
    return address_key(url).rpartition("/")[2]


def _is_missing(sources: Sources) -> bool:
    """Whether the page's own titles, or its file's name, say that there is no such page."""
    titles = [sources.headline.text or "", *(title for _, title in sources.stated_titles)]
    return _address_name(sources.page.url) == "404" or any(_MISSING.fullmatch(title) for title in titles)


def _is_static(sources: Sources) -> bool:
    """Whether the page's own title is that of a page about the site: its editors, its rules, its prices."""
    titles = [sources.headline.text or "", *(title for _, title in sources.stated_titles[:1])]
    named = any(_STATIC.fullmatch(title) or _is_about_site(title, sources) for title in titles)
    return named or _is_at_static_address(sources)


def _is_at_static_address(sources: Sources) -> bool:
    """Whether the last part of the address, by itself, is what such a page is called: "/halaman/redaksi"."""
    slug = _address_name(sources.page.url).replace("-", " ").replace("_", " ")
    return _STATIC.fullmatch(slug) is not None


def _is_no_post(sources: Sources, classes: set[str], *, dated: bool) -> bool:
    """Whether the system behind the page calls it none of its posts: a page of WordPress or of Blogger.

    Few sites write their news as such pages; theirs are ``dated`` and have a name of several words.
    """
    if dated and _has_slug(sources.page.url):
        return False
    if any(name.startswith(_PAGE_CLASS) or name.endswith(_PAGE_TYPES) for name in classes):
        return True
    if "attachment" in classes:
        return True
    generator = " ".join(sources.page.meta.get("generator", ())).lower()
    return "blogger" in generator and _BLOGGER_PAGE.search(sources.page.url) is not None


def _body_classes(sources: Sources) -> set[str]:
    """The classes of the page's body, in which WordPress says what it shows."""
    body = sources.page.root.find("body")
    return set() if body is None else set((body.get("class") or "").lower().split())


def _is_about_site(title: str, sources: Sources) -> bool:
    """Whether a title names a page about the site and, behind that, only the site."""
    opening = _ABOUT_SITE.match(title)
    if opening is None:
        return False
    name = _NOT_LETTER.sub("", title[opening.end() :].casefold())
    return any(name in _NOT_LETTER.sub("", site.casefold()) for site in sources.site_names)


def _is_dated(sources: Sources) -> bool:
    """Whether a date stands beside the headline, or one of the article's own around its text; on a page that
    shows no headline, beside the title in the data that scripts draw it from."""
    if sources.headline.line < 0:
        return published_near(sources.page, sources.headline.text or "") is not None
    if not sources.headline.agrees:
        return False
    near = [*sources.below[:4], *sources.above[:2]]
    if any(line.is_dated or holds_time(line) for line in near) or shows_day(sources):
        return True
    # A date inside the heading, beside the title and no part of it.
    head = sources.headline
    within = any(line.is_dated or has_day(line.text) for line in sources.outline.lines[head.line : head.end])
    return within and not has_day(head.text or "")


def _for_listing(sources: Sources, types: set[str], og_type: str) -> int:
    at = sources.headline.line
    witnesses = 2 * (bool(types & _LISTING_TYPES) and sources.data.article is None)
    witnesses += (og_type == "website") + 2 * (og_type == "profile")
    witnesses += _LISTING_TITLE.search(sources.headline.text or "") is not None
    witnesses += 2 * (at >= 0 and leads_elsewhere(sources, at))
    return witnesses + _shape_of_listing(sources.page.url)


def _shape_of_listing(url: str) -> int:
    """How much an address looks like that of a home, section, tag or search page, from 0 to 2."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return 0
    if _SEARCH_QUERY.search(parts.query) or _LISTING_PATH.search(parts.path):
        return 2
    if parts.query and _LISTING_QUERY.search(parts.query):
        return 2
    segments = [segment for segment in parts.path.split("/") if segment and not segment.startswith("index.")]
    if not segments:
        return 0 if not parts.netloc or _IDENTIFIES.search(parts.query) else 2
    if _ARCHIVE.fullmatch(parts.path):
        return 2
    return int(len(segments) == 1 and len(_SLUG_SIGNS.findall(segments[0])) < 2 and not parts.query)


def _is_quiz(sources: Sources, named: str) -> bool:
    """Whether a page that is called a quiz counts questions ("Pertanyaan 1/5"): news of a quiz does not."""
    if not _QUIZ_WORD.search(named):
        return False
    return any(_QUIZ_COUNTER.match(first.lstrip()) for _, first, _ in sources.outline.lines.ends())


def _address(url: str) -> str:
    """Host and folders of an address, without the article's own name, in which any word may stand.

    What stands before a query is no article's name but a program's: "/video.php?id=7".
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    folders, _, name = parts.path.rstrip("/").rpartition("/")
    return f"{parts.netloc}{folders}/{name if parts.query else ''}".lower()


def _marked(word: re.Pattern[str], opening: str, address: str) -> bool:
    return word.search(opening) is not None or word.search(address) is not None
