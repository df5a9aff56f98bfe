"""Canonical URLs and the identifiers made from them.

One article has many addresses: with tracking parameters, on the mobile host, as AMP, as page 2 of itself,
over http. The general rules fold what means the same on any site. What a publisher states of its addresses
(:class:`UrlRules`) goes further: a query that its article patterns do not need is dropped, twins are put
under one host, and the article's own number is its key.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit, urlunsplit

from newscrawl.record.pattern import lazy

if TYPE_CHECKING:
    from tldextract import TLDExtract

_MOST_HOSTS = 10_000
_MOST_ADDRESSES = 4096
"""The stages of a crawl ask for the same address again and again, within a short while."""

_COUNTERS = r"""
utm_\w* utm-\w* pk_\w* mtm_\w* matomo_\w* piwik_\w* hsa_\w* jx\w{2,20} _?ga _gl _gac _ke
__twitter_impression fbclid gclid gclsrc dclid msclkid mclkid yclid ymclid twclid ttclid tduid epik sccid
srsltid gad_source gad_campaignid [gw]braid li_fat_id igshid igsh mibextid fb_\w{1,30} mc_[ce]id mkt_tok
_hsenc _hsmi __hssc __hstc __hsfp hsctatracking vero_\w{1,10} oly_\w{1,4}_id wickedid rb_clickid s_cid
ml_subscriber\w{0,5} _openstat guccounter guce_\w{1,20} __s share[dr]? ref ref_src ref_url referr?er source
cmpid spm tag_from mtype lgn_method algo at_\w{1,20} ito ocid xtor __cf_\w{1,40} _x_tr_\w{1,20} cvid trk
trkcampaign wt_mc wt\.mc_id ns_\w{1,20} assetid xnpe_tifc jsessionid phpsessid sessionid session_id
aspsessionid\w{0,20} cfid cftoken zenid
_branch_\w{1,30} ncid sfnsn source_\w{1,20} ref_\w{1,20} ref-\w{1,20} tblci obOrigUrl dicbo outbrainclickid
cx_\w{1,20} icid int_cid intcid gtmsource gs_l\w{0,3} _kx rtid irclickid irgwc rdt_cid nb_klid cmp dm_i
ef_id wprov zanpid _bta_tid _bta_c trk_\w{1,20} mkwid pcrid elqTrack\w{0,10} elq\w{0,10} soc_\w{1,20}
smid smtyp share_\w{1,20} share-\w{1,20} amp_(?:js_v|gsa|ct|latest_update_time) aoh usqp xtref xts
click_?id adgroupid campaign_?id adset_?id action_(?:object|type|ref)_map traffic_source bxid cndid mbid
tpcc yptr utm otm_\w{1,20} itm_\w{1,20} stm_\w{1,20} hmb_\w{1,20} bsft_\w{1,20} __tn__
replytocom like_comment unapproved moderation-hash doing_wp_cron no_?redirect nowprocket no_?cache
cache_?bust\w{0,3} spref showcomment fdx_switcher wpmobileexternal wptouch_\w{1,20} mobile_switch
"""
_TRACKING = lazy("|".join(_COUNTERS.split()), re.IGNORECASE)
"""Parameters by which sites count where readers come from, and that tell readers apart; none chooses an
article. Names as in the lists that browsers and filters keep (ClearURLs, AdGuard, Brave)."""

_SESSION = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/;]*|/\([A-Z]\([\w-]{10,80}\)\)(?=/)", re.IGNORECASE)
_ESCAPE = re.compile(r"%([0-9a-fA-F]{2})")
_LEFTOVER = re.compile(r"^(?:amp;){1,9}")
"""What escaping for HTML, once or more often, leaves before a parameter."""
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

_VIEWS = {
    "page": re.compile(r"\d{1,4}|all"),
    "halaman": re.compile(r"\d{1,4}|all"),
    "hal": re.compile(r"\d{1,4}|all"),
    "showpage": re.compile(r"\d{1,4}|all"),
    "single": re.compile(r"1"),
    "amp": re.compile(r"1|true|"),
    "m": re.compile(r"[01]"),
    "sid": re.compile(r"[0-9a-f]{16,64}"),
    "nomobile": re.compile(r"1|"),
    "outputtype": re.compile(r"amp"),
    "output": re.compile(r"amp"),
    "print": re.compile(r"1|true|"),
    "cetak": re.compile(r"1|true|"),
    "showall": re.compile(r"1|true|"),
    "noamp": re.compile(r"1|mobile|available|"),
    "nonamp": re.compile(r"1|"),
    "isamp": re.compile(r"1|true|"),
    "is_amp": re.compile(r"1|true|"),
    "is_mobile": re.compile(r"[01]|true|"),
    "format": re.compile(r"amp"),
    "tmpl": re.compile(r"component"),
    "view": re.compile(r"amp|mobile|desktop|print"),
    "device": re.compile(r"mobile|desktop|tablet"),
    "mobile": re.compile(r"[01]|true|yes|"),
    "desktop": re.compile(r"[01]|true|yes|"),
    "from": re.compile(r"[a-z_-]{1,24}"),
    "via": re.compile(r"[a-z_-]{1,24}"),
    "medium": re.compile(r"[a-z_-]{1,24}"),
    "campaign": re.compile(r"[a-z_-]{1,40}"),
    "feature": re.compile(r"share\w{0,9}"),
    "s": re.compile(r"0[89]|19|2[01]|46"),
    "_": re.compile(r"\d{9,14}"),
    "t": re.compile(r"\d{10,14}"),
    "rand": re.compile(r"[\d.]{1,20}"),
    "cb": re.compile(r"\d{5,20}"),
    "v": re.compile(r"\d{9,14}"),
    "ver": re.compile(r"[\d.]{1,14}"),
}
"""Parameters that choose a view of the article: a page of it, all of it, AMP, the mobile page, a session; and
such that name where a reader comes from, or keep caches away, where their value can be nothing else."""

_PLAIN = re.compile(
    r"https?://(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,9}[a-z]{2,20}"
    r"(?:/[A-Za-z0-9._~/-]*(?:\?[A-Za-z0-9._~=&+-]+)?)?"
)
"""Addresses of which nothing has to be escaped: those of nearly all articles."""

_SUFFIXES: dict[str, tuple[str, ...]] = {
    "com": (),
    "net": (),
    "org": (),
    "info": (),
    "id": ("ac", "biz", "co", "desa", "go", "mil", "my", "net", "or", "ponpes", "sch", "web"),
}
"""What stands under the top-level domains that nearly all Indonesian sites have: below these, and below none
other, names are registered. As the public suffix list says; a test holds the two together."""

# A name has 253 characters at most (RFC 1035); with a port and a little room.
_LONGEST_HOST = 300
_AMP_ENDING = re.compile(r"(?<=.)(?:\.amp|\.amphtml){1,9}(\.html)?$", re.IGNORECASE)
_MOBILE = ("m", "amp", "mobile", "wap")
_DEFAULT_PORTS = {"http": ":80", "https": ":443"}


@dataclass(frozen=True, slots=True)
class UrlRules:
    """What a publisher states of its addresses.

    ``articles`` are the regular expressions of its articles' addresses, with the article's own number or
    code as the group ``id`` where there is one. ``twins`` are pairs of a regular expression and what its
    match is replaced with (``\\1`` for groups), for hosts and paths under which the same articles stand.
    """

    articles: tuple[str, ...] = ()
    twins: tuple[tuple[str, str], ...] = ()


NO_URL_RULES = UrlRules()


@lru_cache(maxsize=_MOST_ADDRESSES)
def canonical_url(url: str, rules: UrlRules = NO_URL_RULES) -> str:
    """The address that stands for an article, whatever variant of it was found.

    What cannot be taken apart is returned as it is.
    """
    try:
        if len(urlsplit(url.strip()).netloc) > _LONGEST_HOST:
            return url
        parts = urlsplit(_safe(url.strip()))
        host, path = _folded_host(parts), _folded_path(parts.path)
    except ValueError:
        return url
    query = "&".join(_kept(parts.query))
    folded = urlunsplit((parts.scheme.lower(), host, path, query, ""))
    for pattern, replacement in rules.twins:
        folded = _compiled(pattern).sub(replacement, folded, count=1)
    bare = folded.partition("?")[0]
    if bare != folded and _matches(bare, rules):
        folded = bare
    return folded


def _safe(url: str) -> str:
    """``url`` with every sign escaped that must be, and its host in ASCII."""
    if _PLAIN.fullmatch(url):
        return url
    # It loads Python's HTTP client, which takes as long as all else of this module and its caller.
    from w3lib.url import safe_url_string  # noqa: PLC0415

    return safe_url_string(url)


def article_key(url: str, rules: UrlRules = NO_URL_RULES) -> str:
    """What all addresses of one article have in common: its number on its host, else its address.

    Scheme, ``www.`` and a closing slash make no difference.
    """
    canonical = canonical_url(url, rules)
    address = canonical.partition("://")[2].removeprefix("www.")
    for pattern in rules.articles:
        match = _compiled(pattern).search(canonical)
        if match and match.groupdict().get("id"):
            return f"{address.partition('/')[0]}#{match['id']}"
    return address.rstrip("/")


def article_id(url: str, rules: UrlRules = NO_URL_RULES) -> str:
    """The stable identifier of the article at ``url``: 20 hexadecimal digits, made from its key."""
    return hashlib.blake2b(article_key(url, rules).encode(), digest_size=10).hexdigest()


def on_domains(url: str, domains: Collection[str]) -> bool:
    """Whether ``url`` is an http or https address on one of ``domains`` or under it."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and any(
        host == domain or host.endswith(f".{domain}") for domain in domains
    )


def on_hosts(url: str, hosts: Collection[str]) -> bool:
    """Whether ``url`` is an http or https address on exactly one of ``hosts``."""
    return bool(hosts) and url.startswith(("http://", "https://")) and host_of(url) in hosts


def host_of(url: str) -> str:
    """The host of ``url`` in lower case; empty where there is none."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""


def registered_domain(host: str) -> str:
    """The domain that someone registered: ``example.co.id`` for ``m.news.example.co.id``.

    A suffix that the public suffix list does not know has one label (the list's own default rule). An IP
    address and a single label are returned as they are.
    """
    return _domain(host.lower().rstrip("."))


@cache
def _suffixes() -> TLDExtract:
    """The public suffix list that comes with the library: nothing is fetched, nothing is written."""
    # Loading it takes a third of what loading the whole reader takes, and few pages need it.
    from tldextract import TLDExtract  # noqa: PLC0415

    return TLDExtract(suffix_list_urls=(), cache_dir=None)


@lru_cache(maxsize=_MOST_HOSTS)
def _domain(host: str) -> str:
    labels = host.split(".")
    if len(labels) > 2 and all(labels) and (below := _SUFFIXES.get(labels[-1])) is not None:
        return ".".join(labels[-3:] if labels[-2] in below else labels[-2:])
    parts = _suffixes()(host)
    if parts.top_domain_under_public_suffix or parts.suffix or parts.ipv4 or ":" in host:
        return parts.top_domain_under_public_suffix or host
    return ".".join(host.split(".")[-2:])


def _folded_host(parts: SplitResult) -> str:
    """The host in lower case, without default port, and without the label that marks mobile pages."""
    host = (parts.hostname or "").rstrip(".")
    port = f":{parts.port}" if parts.port else ""
    if port == _DEFAULT_PORTS.get(parts.scheme.lower()):
        port = ""
    if ":" in host:
        host = f"[{host}]"
    label, _, rest = host.partition(".")
    domain = registered_domain(host) if label in _MOBILE else ""
    while label in _MOBILE and host != domain:
        host = f"www.{rest}" if rest == domain else rest
        label, _, rest = host.partition(".")
    return host + port


def _folded_path(path: str) -> str:
    """The path without what marks its AMP view: a first or last segment ``amp``, or the ending ``.amp``."""
    segments = _plain(path).split("/")
    while len(segments) > 2 and segments[1].lower() == "amp":
        del segments[1]
    while len(segments) > 2 and segments[-1] == "" and segments[-2].lower() == "amp":
        segments[-2:] = [""]
    while len(segments) > 2 and segments[-1].lower() == "amp":
        segments.pop()
    segments[-1] = _AMP_ENDING.sub(r"\1", segments[-1])
    return "/".join(segments) or "/"


def _plain(path: str) -> str:
    """The path in the one form that RFC 3986 (6.2.2) gives it, without session ids and doubled slashes."""
    path = _ESCAPE.sub(_one_escape, _SESSION.sub("", path))
    if "//" not in path and "/." not in path:
        return path
    segments: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            del segments[-1:]
        elif segment not in ("", "."):
            segments.append(segment)
    closing = "/" if segments and path.endswith(("/", "/.", "/..")) else ""
    return "/" + "/".join(segments) + closing


def _one_escape(match: re.Match[str]) -> str:
    """An escape in upper case, or the letter itself where it needs none."""
    letter = chr(int(match[1], 16))
    return letter if letter in _UNRESERVED else match[0].upper()


def _kept(query: str) -> list[str]:
    """The parameters that may choose an article, as written and in a fixed order."""
    kept = []
    parts = _ESCAPE.sub(_one_escape, query).split("&")
    for part in (_LEFTOVER.sub("", each) for each in parts):
        name, _, value = part.partition("=")
        view = _VIEWS.get(name.lower())
        if part and not _TRACKING.fullmatch(name) and not (view and view.fullmatch(value.lower())):
            kept.append(part)
    return sorted(kept)


def _matches(url: str, rules: UrlRules) -> bool:
    return any(_compiled(pattern).search(url) for pattern in rules.articles)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
