"""What a robots.txt says to this crawler: RFC 9309, read by Protego."""

from __future__ import annotations

import codecs
import re
from typing import Self

from scrapy.crawler import Crawler
from scrapy.robotstxt import ProtegoRobotParser

ROBOTS_BYTES = 500 * 1024
"""RFC 9309, 2.5: at least the first 500 KiB must be read; what lies beyond is not."""

_AGENT_LINE = re.compile(r"(\s*user[\s-]?agent\s*(?::|\s)\s*)([^#]*)", re.IGNORECASE)
_DELAY_LINE = re.compile(
    r"(\s*crawl[\s-]delay\s*(?::|\s)\s*)(\d{1,9})(?:[.,](\d{1,9}))?\s*(?:s|sec|secs|seconds?|detik)?\s*(?:#.*)?$",
    re.IGNORECASE,
)
_PRODUCT = re.compile(r"[A-Za-z_-]+")
_SOMEBODY_ELSE = "?"
"""Stands for every agent that is not us: no name of ours holds it."""


class RobotsFile(ProtegoRobotParser):
    """Protego, with names compared as RFC 9309 has it, delays as people write them, and a bound on the size.

    Of a ``User-agent`` line only the product's name counts (2.2.1): ``newscrawl/0.1`` is newscrawl,
    ``news`` is not. A ``Crawl-delay`` may have a decimal comma and a unit; ``Request-rate`` is a delay too.
    """

    def __init__(self, body: bytes, agent: str) -> None:
        self.agent = product_name(agent) or agent
        super().__init__(_as_protego_reads(_text(body), self.agent).encode(), None)

    @classmethod
    def from_crawler(cls, crawler: Crawler, robotstxt_body: bytes) -> Self:
        settings = crawler.settings
        return cls(robotstxt_body, settings["ROBOTSTXT_USER_AGENT"] or settings["USER_AGENT"])

    def allowed(self, url: str | bytes, user_agent: str | bytes = "") -> bool:
        """Whether ``url`` may be asked for by the crawler that the file was read for."""
        return super().allowed(url, self.agent)

    def crawl_delay(self, user_agent: str | bytes = "") -> float | None:
        """Seconds between two requests that the file asks of us; None where it does not."""
        rate = self.rp.request_rate(self.agent)
        asked = [super().crawl_delay(self.agent), rate.seconds / rate.requests if rate else None]
        return max((delay for delay in asked if delay is not None), default=None)


def product_name(agent: str) -> str:
    """The product's name at the start of a User-Agent (RFC 9309, 2.2.1); "" where there is none."""
    found = _PRODUCT.match(agent.strip())
    return found.group().lower() if found else ""


def _text(body: bytes) -> str:
    """The part of the file that counts, without a line that is cut in two."""
    if len(body) > ROBOTS_BYTES:
        body = body[:ROBOTS_BYTES]
        body = body[: max(body.rfind(b"\n"), body.rfind(b"\r")) + 1]
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return body.decode("utf-16", errors="ignore")
    return body.decode("utf-8-sig", errors="ignore")


def _as_protego_reads(text: str, agent: str) -> str:
    return "\n".join(_line(line, agent) for line in text.splitlines())


def _line(line: str, agent: str) -> str:
    if found := _AGENT_LINE.match(line):
        named = found[2].strip()
        bare = named.replace("*", "").strip()
        if named and not bare:
            return "User-agent: *"
        return f"User-agent: {agent if product_name(bare) == agent else _SOMEBODY_ELSE}"
    if found := _DELAY_LINE.match(line):
        return f"Crawl-delay: {found[2]}.{found[3] or 0}"
    return line
