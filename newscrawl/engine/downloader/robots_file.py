"""What a robots.txt says to this crawler: RFC 9309, read by Protego."""

from __future__ import annotations

import codecs
import re
import zlib
from contextlib import suppress
from functools import cache
from typing import Self

from protego import Protego
from scrapy.crawler import Crawler
from scrapy.robotstxt import ProtegoRobotParser

from newscrawl import words

ROBOTS_BYTES = 500 * 1024
"""RFC 9309, 2.5: at least the first 500 KiB must be read; what lies beyond is not."""

_GZIP = b"\x1f\x8b"
_AGENT_LINE = re.compile(r"user[\s-]?agent(?:\s{0,20}:|\s)([^#]*)", re.IGNORECASE)
_DELAY_LINE = re.compile(
    r"(\s*crawl[\s_-]?delay\s*(?::|\s)\s*)(\d{1,9})(?:[.,](\d{1,9}))?\s*(?:s|sec|secs|seconds?|detik)?\s*(?:#.*)?$",
    re.IGNORECASE,
)
_DISALLOW_LINE = re.compile(
    r"(\s{0,20}dis{1,2}al{1,2}ow(?:\s{0,20}:|\s))\s{0,20}([^#\s*/][^#\s]*)", re.IGNORECASE
)
# RFC 9309 allows blanks before the colon, Protego knows no field with one.
_SPACED = re.compile(r"^(\s{0,20}[a-z-]{3,20})[ \t]{1,20}:", re.IGNORECASE)
_HOST = re.compile(r"https?://[^/]*", re.IGNORECASE)
_TAG = re.compile(r"<[^>]{0,100}>\s*$")
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
_PRODUCT = re.compile(r"[A-Za-z_-]+")
_SIGNAL = re.compile(
    r"(?im)^[ \t]{0,20}content-signal[ \t]{0,20}:[^#\n]*\bai-train[ \t]{0,20}=[ \t]{0,20}no\b"
)
_SOMEBODY_ELSE = "?"
"""Stands for every agent that is not us: no name of ours holds it."""


class RobotsFile(ProtegoRobotParser):
    """Protego, with names compared as RFC 9309 has it, delays as people write them, and a bound on the size.

    Of a ``User-agent`` line only the product's name counts (2.2.1): ``newscrawl/0.1`` is newscrawl,
    ``news`` is not. A ``Crawl-delay`` may have a decimal comma and a unit; ``Request-rate`` is a delay too.
    """

    def __init__(self, body: bytes, agent: str) -> None:
        self.agent = product_name(agent) or agent
        self.text = _text(body)
        super().__init__(_as_protego_reads(self.text, self.agent).encode(), None)

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


class Reservations:
    """What a robots.txt, or an ai.txt in the same form, reserves against the training of models.

    A crawler for training that is named and kept out reserves what it is kept from. Rules for every crawler
    do so in an ai.txt alone, which speaks of nothing else (``every``); in a robots.txt they say nothing of a
    use. ``Content-Signal: ai-train=no`` (contentsignals.org) does, whoever it speaks to.
    """

    def __init__(self, text: str, where: str = "robots.txt", *, every: bool = False) -> None:
        self._where = where
        named = {_first_word(found[1]) for found in map(_agent_line, text.splitlines()) if found}
        self._named = sorted(named & (_training_agents() | ({"*"} if every else set())))
        self._rules = Protego.parse("\n".join(map(_bare, text.splitlines()))) if self._named else None
        self._signal = bool(_SIGNAL.search(text))

    def against(self, url: str) -> list[str]:
        """What of it holds for ``url``, as ``where: what``."""
        kept_out = [agent for agent in self._named if self._rules and not self._rules.can_fetch(url, agent)]
        told = [*kept_out, "ai-train=no"] if self._signal else kept_out
        return [f"{self._where}: {what}" for what in told]


def _bare(line: str) -> str:
    """A line that names an agent with its product's name alone, any other as it is."""
    found = _agent_line(line)
    return f"User-agent: {_first_word(found[1])}" if found else _SPACED.sub(r"\1:", line, count=1)


def _agent_line(line: str) -> re.Match[str] | None:
    return _AGENT_LINE.match(line.lstrip())


def _first_word(agent: str) -> str:
    return next(iter(agent.replace("/", " ").lower().split()), "")


@cache
def _training_agents() -> frozenset[str]:
    return frozenset(entry.text for entry in words.entries("ai_agents"))


def product_name(agent: str) -> str:
    """The product's name at the start of a User-Agent (RFC 9309, 2.2.1); "" where there is none."""
    found = _PRODUCT.match(agent.strip())
    return found.group().lower() if found else ""


def _text(body: bytes) -> str:
    """The part of the file that counts, unpacked where nothing said so, without a line that is cut in two."""
    if body.startswith(_GZIP):
        with suppress(zlib.error):
            body = zlib.decompressobj(wbits=31).decompress(body, ROBOTS_BYTES + 1)
    if len(body) > ROBOTS_BYTES:
        body = body[:ROBOTS_BYTES]
        body = body[: max(body.rfind(b"\n"), body.rfind(b"\r")) + 1]
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return body.decode("utf-16", errors="ignore")
    if (body[:1] == b"\0") != (body[1:2] == b"\0"):
        return body.decode("utf-16-be" if body.startswith(b"\0") else "utf-16-le", errors="ignore")
    return body.replace(b"\0", b"").decode("utf-8-sig", errors="ignore")


def _as_protego_reads(text: str, agent: str) -> str:
    """The text as Protego reads it; what is meant to keep out does, however badly it is written."""
    text = text.translate(_UNSEEN)
    if "\n" not in text.strip():
        text = text.replace("\\r", "").replace("\\n", "\n")
    return "\n".join(_line(_TAG.sub("", line), agent) for line in text.splitlines())


def _line(line: str, agent: str) -> str:
    line = _SPACED.sub(r"\1:", line, count=1)
    if found := _agent_line(line):
        named = found[1].strip().strip("\"'")
        bare = named.replace("*", "").strip()
        if named and not bare:
            return "User-agent: *"
        return f"User-agent: {agent if product_name(bare) == agent else _SOMEBODY_ELSE}"
    if found := _DELAY_LINE.match(line):
        return f"Crawl-delay: {found[2]}.{found[3] or 0}"
    if found := _DISALLOW_LINE.match(line):
        path = found[2].strip("\"'")
        return f"Disallow: /{_HOST.sub('', path).lstrip('/')}"
    return line
