"""What the tag, class and id of an element say about the text in it.

Sites name their boxes for people: ``baca-juga``, ``share-buttons``, ``komentar``. The words below are those
that the families of Indonesian news CMSs use; a word counts only at the start of a part of a name, so that
``tags`` is found in ``box-tags`` and not in ``advantages``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newscrawl.reading.tree.blocks import BlockKind


class Region(NamedTuple):
    """A part of the page that is no running text.

    ``reason`` is for people, ``kind`` that of its lines. A ``firm`` region may hold much text, as readers'
    comments do; of any other, the name is believed only as long as its text is short. What a site rule
    names is ``sure`` whatever it holds. An ``unnamed`` region is one by its place alone.
    """

    reason: str
    kind: BlockKind = "widget"
    firm: bool = False
    sure: bool = False
    unnamed: bool = False


_BY_TAG: dict[str, Region] = {
    **dict.fromkeys(("nav", "amp-sidebar", "menu"), Region("navigation", firm=True)),
    "aside": Region("aside", firm=True),
    "footer": Region("footer"),
    "form": Region("form"),
    **dict.fromkeys(
        ("figure", "figcaption", "caption", "amp-img", "amp-carousel"), Region("caption", "caption")
    ),
    **dict.fromkeys(("amp-embed", "amp-ad", "amp-sticky-ad"), Region("advertisement", firm=True)),
    "amp-next-page": Region("related links", firm=True),
}

# Each word stands for a part of a name, or for several parts in a row; blanks and lines only lay it out.
_WORDS: dict[Region, str] = {
    Region("comments", firm=True): r"""
        comments?|comment-?(?:list|body|box|area|form|respond|title|wrap\w*|section|container)|commentlist
        |comment-\w+|komentar\w*|tbkomentar|disqus\w*|respond|fb-?comments?|fbcomments|readers-comments
        |kolom-komentar
    """,
    Region("related links", firm=True): r"""
        related\w*|terkait|baca-?juga\w*|bacaan|lihat-?juga|lihatjg|simak-?juga|crosslinks?|cross-?links?
        |link-?sisip|sisip|read-?(?:also|too|more|next|other)|see-?also|rekomen\w*|recom|recommend\w*
        |wrap-rekomen|popular\w*|populer|terpopuler|trending|most|most-?(?:read|view\w*|pop\w*|wrap)
        |terbaru|terkini|latest
        |(?:berita|artikel|news|post|article)-?(?:lain\w*|terkait|pilihan|populer|terbaru)
        |other-?(?:news|posts?|articles?)|more-?(?:news|posts?|articles?)|jp-relatedposts|yarpp|outbrain
        |taboola|popin\w*|mgid|revcontent|dable|infeed|headline-?tag|up-?next|next-?(?:post|article|news)
        |prev-?(?:post|article|news)|nextprev|post-?nav\w*|postnav\w*
        |nav-?(?:previous|next|links|below|single)
        |(?<!with-)(?<!has-)(?<!no-)(?<!content-)side-?bar(?!-?(?:grid|layout|none))\w*
        |widget-?(?:area|list\w*|post\w*|content)
        |newslist|newsmore|newsfeed|list-?(?:berita|news|artikel|feed|terkini)
        |inline-?(?:related|article|card)s?|pilihan|detail-fokus\w*|fokus-berita|jegvideo
        |mod-?(?:related|popular)
    """,
    Region("advertisement"): r"""
        ads?|adv|advert\w*|iklan|banner\w*|sponsor\w*|advetorial|advertorial|dfp\w*|gpt\w*|adsense
        |adsbygoogle|ad-?(?:slot|unit|box|wrap\w*|container)|flying|paradetail|para-?caption\d?
        |parallax\w*|leaderboard|skyscraper|mgbox|wpa|wpcnt|revive|promo\w*|app-?(?:promo|download|banner)
        |brandconnect
    """,
    Region("share buttons"): r"""
        shares?|share-\w+|sharing\w*|sharedaddy|sosmed\w*|socmed|medsos|social\w*|sosial\w*|addthis\w*
        |addtoany|a2a|copylink|salin-?link|follow\w*|bagikan|jp-post-flair|flare-\w+|shr|ssba|heateor
        |wa-?(?:btn|channel)|google-?news|gnews|ext-?channel|whatsapp\w*|telegram\w*
    """,
    Region("tags"): r"""
        tags?|tag-?(?:cloud|list\w*|box|links?|terkait|artikel|berita)|tagcloud\d?|tagging|newtag
        |keywords?|topik\w*|topics?|hashtags?|labels|cat-?links|entry-?(?:footer|tags)|label-?berita
    """,
    Region("caption", "caption"): r"""
        captions?|caption\w*|credits?|kredit|copyright\w*|wp-?caption\w*|imgcaption|imageinfo|fotocaption
        |att-fotocaption|ket-?foto|def-foto|deskripsi
        |(?:img|image|images|photo|foto|pic|gambar|video)-?(?:desc\w*|caption\w*|info\w*|text
        |warp\w*|wrap\w*|credit\w*|headline|title|box|player|gallery\w*|gallery-\w+|item|news|artikel\w*)
        |(?:detail|news|article|post|art|main|head|headline|featured?|cover|single|mdk-dt|dt|drm-detail
        |lead|hero|content|entry|story|top)-?(?:img|image|images|photo|foto|pic|gambar|media|video
        |thumb\w*)|(?:deskripsi|keterangan)-?(?:foto|gambar)|pic|photo|slideshow|gallery\w*|galeri\w*
        |news-i|ilustrasi|lightbox|zoom\w*|thumbnail\w*|enlarge-caption|native-video\w*
    """,
    Region("author box"): r"""
        author-?(?:box\w*|bio|info|desc\w*|card|profile|detail|block|section)|authorbox|authordesc
        |about-?(?:the-?)?author|postauthor|post-?author|info-?author|profil-?(?:penulis|terkait)\w*
        |writer-?(?:box|info)|creator\w*|abh-\w+|saboxplugin\w*
    """,
    Region("summary"): r"""
        summary|summary-\w+|ringkasan|key-?points|highlights?|tldr|sinopsis|intisari
    """,
    Region("poll or reactions"): r"""
        polls?|polling|voting|votes?|reactions?|reaction-\w+|reaksi|rating\w*|emoji|post-?ratings?
        |post-likes\w*
    """,
    Region("newsletter or login"): r"""
        newsletter\w*|subscri\w*|langganan|berlangganan|login\w*|signin|sign-?up|register
        |paywall-?(?:box|banner|message|notice|prompt|overlay|popup|login|info|cta|promo)|modal\w*
        |popup\w*|pop-up|cookie\w*|consent|gdpr|push-?notif\w*|web-?push|notifikasi|join\w*|kl-join\d*
    """,
    Region("navigation"): r"""
        breadcrumbs?|breadcrumb-\w+|breadcome|crumbs?|menus?|navbar|navigation|toolbar
        |(?<!small-)(?<!medium-)(?<!large-)(?<!huge-)(?<!normal-)font-?size
        |text-?(?:size|resizer)|speech|text-?to-?speech|audio-?player|toc|toc-?\w+|ez-toc\w*|lwptoc\w*
        |daftar-?isi|skip-?links?|screen-?reader-?text|sr-only|visually-?hidden|tooltip|btn|button|buttons
        |load-?more|tabs-nav
    """,
    Region("disclaimer"): r"""
        disclaimer|hak-?cipta|list-hakcipta|copyright-?(?:text|info|notice)
    """,
    Region("byline"): r"""
        byline|by-?line|authors?|penulis|reporter|redaktur|pewarta|date-?author
        |(?:nama|detail|post|article|content|credit)-?editor|editor-?(?:name|info|box)
        |post-?(?:meta|info|date)|postinfo|entry-?(?:meta|date|author)|postmeta|article-?meta|meta-?info
        |newsdatetime|date-?(?:post|publish\w*|time)|tanggal|tgl\w*|block-tanggal|penulis-editor|author-\d
        |inforedaksi
    """,
}
# These words mean a region only as a name of their own: as a part of one they are too common.
_WHOLE_NAMES: dict[Region, str] = {
    Region(
        "related links", firm=True
    ): r"side|rail|kanan|right-?col(?:umn)?|col-?right|boxdetail|widget(?! blog(?!\S))|widget-\w+",
    Region("caption", "caption"): r"img|image|images|foto|gambar",
    Region("byline"): r"date|time|waktu|jam|meta|editor",
}


def _compiled() -> tuple[re.Pattern[str], tuple[Region, ...]]:
    """One pattern for all words: a part of a name starts where the name does or after one of its signs."""
    parts = [
        rf"(?<![^\s-])(?P<p{n}>{''.join(words.split())})(?![^\s-])" for n, words in enumerate(_WORDS.values())
    ]
    whole = [rf"(?<!\S)(?P<w{n}>{words})(?!\S)" for n, words in enumerate(_WHOLE_NAMES.values())]
    return re.compile("|".join(parts + whole)), (*_WORDS, *_WHOLE_NAMES)


_SIGNS = re.compile(r"[_-]+")
_PATTERN, _REGIONS = _compiled()
_GROUPS = {name: _REGIONS[n] for n, name in enumerate(_PATTERN.groupindex)}


_LONGEST_NAMES = 2_000
_MOST_HYPHENS = 6


def names_of(element: HtmlElement) -> str:
    """The class and the id of an element, in one string; of very long ones the beginning.

    An id of many parts is made of a headline, whose words say nothing of the element.
    """
    names, ident = element.get("class"), element.get("id")
    if ident and ident.count("-") > _MOST_HYPHENS:
        ident = None
    if names and ident:
        names = f"{names} {ident}"
    return (names or ident or "")[:_LONGEST_NAMES]


@lru_cache(maxsize=8192)
def region_of(tag: str, names: str) -> Region | None:
    """The region that an element is by its tag, or by its class and id, ``names``; None for plain text.

    The reason names the word that decided, for people who wonder.
    """
    if tag in _BY_TAG:
        return _BY_TAG[tag]
    if not names:
        return None
    found = _PATTERN.search(_SIGNS.sub("-", names.lower()))
    if found is None or found.lastgroup is None:
        return None
    region = _GROUPS[found.lastgroup]
    return region._replace(reason=f"{region.reason}: {found[0]}")


# A region that is not firm is believed up to the longest captions and boxes that occur, and always with so
# little text as a caption has on a page of two sentences.
_LONGEST_BELIEVED = 700
_SHORT = 250


def believed(region: Region, size: float, named: float, total: float) -> bool:
    """Whether a region is what its name says.

    It holds ``size`` of all ``total`` characters of running text, and ``named`` of them stand in regions by
    the same name: of a page whose every paragraph bears a name, the name says nothing.
    """
    if region.sure:
        return True
    if region.firm:
        return size < 0.6 * total
    if (region.kind != "caption" or region.unnamed) and named > max(_SHORT, 0.5 * total):
        return False
    return size < min(_LONGEST_BELIEVED, max(_SHORT, 0.4 * total))
