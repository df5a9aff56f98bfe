"""An extension that lets the archive's heart beat faster than a test lasts."""

from __future__ import annotations

from newscrawl.engine.memory import extension

SECONDS = 0.2


class QuickBeat:
    """Sets the pace of the heartbeat as soon as the crawl's extensions are made."""

    def __init__(self) -> None:
        extension._HEARTBEAT_SECONDS = SECONDS
