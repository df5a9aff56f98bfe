"""Says why an address cannot be had, where nobody else would: Scrapy drops requests without a word."""

from __future__ import annotations

import logging

from scrapy import Request
from scrapy.http.request import NO_CALLBACK

from newscrawl.engine.failures import reason_of_error
from newscrawl.record.printable import printable, without_secrets

logger = logging.getLogger(__name__)


class TellWhy:
    """Downloader middleware for commands that ask for one address; it is the outermost, after all tries."""

    def process_exception(self, request: Request, exception: Exception) -> None:
        if request.callback is NO_CALLBACK:
            return  # a robots.txt, which is told with the address that it was asked for
        said = f"{request.url} cannot be had ({reason_of_error(exception)}): {exception}"
        logger.warning("%s", printable(without_secrets(said)))
