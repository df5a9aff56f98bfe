"""Pages that are not what they were asked for as: sections that are articles, shells that are nothing yet."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from scrapy.http import HtmlResponse, Response, TextResponse

from newscrawl.discovery.source import Found
from newscrawl.engine.discovery.echoes import is_stated
from newscrawl.engine.discovery.joining import OK
from newscrawl.engine.downloader.drawn import DRAWN
from newscrawl.engine.readers import ReaderDiedError
from newscrawl.reading import UnreadablePageError
from newscrawl.reading.body.shell import needs_browser
from newscrawl.reading.raw import RawArticle


async def read_guess(
    read_article: Callable[[TextResponse, Found], Awaitable[RawArticle]], response: Response
) -> RawArticle | None:
    """The article on a page that may be a section; None where it is none by its own data, text and date."""
    if not isinstance(response, TextResponse) or response.status != OK:
        return None
    try:
        raw = await read_article(response, Found(response.url))
    except (UnreadablePageError, ReaderDiedError):
        return None
    dated = raw.signs.dated or any(map(is_stated, raw.date_evidence))
    return raw if raw.article.page_type == "article" and dated else None


def lacks_browser(response: Response) -> bool:
    """Whether an answer is a shell that scripts fill, and no browser has drawn it."""
    if not isinstance(response, HtmlResponse) or DRAWN in response.flags:
        return False
    return needs_browser(response.body, response.url)
