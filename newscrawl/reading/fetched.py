"""A page as it was fetched, read with all that is known of it: by a crawl now, or from a file years later."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from newscrawl.reading.dates.evidence import DateEvidence
from newscrawl.reading.fields.reservations import reserved_by_headers
from newscrawl.reading.reader import read
from newscrawl.reading.tree.page import parse
from newscrawl.reading.tree.stated_address import stated_canonical
from newscrawl.record.addresses import article_id, canonical_url
from newscrawl.record.kinship import may_be_one, speaks_of
from newscrawl.sites.book import captured_at, original

if TYPE_CHECKING:
    from newscrawl.reading.raw import RawArticle
    from newscrawl.sites.rules import SiteRules


@dataclass(frozen=True, slots=True)
class Heard:
    """What a listing says of a page: a date as it writes it, a headline, and by ``trusted`` that it names
    nothing but articles."""

    published: str | None = None
    title: str | None = None
    trusted: bool = False


def read_fetched(
    html: bytes,
    url: str,
    *,
    fetched_at: datetime | None,
    via: str | None = None,
    headers: Mapping[str, str],
    heard: Heard,
    site: str,
    rules: SiteRules,
    on_site: Callable[[str], bool],
) -> RawArticle:
    """The raw article of a page, what was heard of it as one more witness.

    ``headers`` are those of HTTP, their names in lower case. A page that a feed or news sitemap names with
    its headline and date is an article, however short. The canonical link counts where it may stand for the
    same article and is ``on_site``. A copy in the Web Archive is the page that it copies, as of when it was
    copied; ``via`` is the address of any other copy. Without ``fetched_at`` relative and yearless dates stay
    unknown.

    Raises:
        UnreadablePageError: nothing in ``html`` could be parsed.
    """
    address, url = url, original(url)
    page = parse(html, url, rules=rules, content_type=headers.get("content-type"))
    raw = read(page, site=site, fetched_at=captured_at(address) or fetched_at)
    raw.article.via = address if address != url else via
    if _is_named(raw, heard):
        raw.told, raw.article.page_type = True, "article"
    raw.article.reserved += reserved_by_headers(headers)
    if heard.published:
        raw.date_evidence.append(DateEvidence(heard.published, "published", "feed", "listing"))
    stated = stated_canonical(page)
    if stated is not None and on_site(stated) and may_be_one(url, stated):
        raw.article.url = canonical_url(stated, rules.urls)
        raw.article.id = article_id(stated, rules.urls)
    return raw


def _is_named(raw: RawArticle, heard: Heard) -> bool:
    """Whether a listing of articles alone names the page with its headline and date."""
    if not heard.trusted or raw.article.page_type in ("gallery", "video"):
        return False
    dated = heard.published or any(evidence.role == "published" for evidence in raw.date_evidence)
    return bool(dated) and speaks_of(raw.article.title, heard.title)
