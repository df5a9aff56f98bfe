"""Notices of trouble to people: e-mail, Slack, Telegram and whatever else apprise can reach."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from newscrawl.monitoring.table import sum_line
from newscrawl.record.extras import extra
from newscrawl.record.outcome import Outcome

logger = logging.getLogger(__name__)

_MOST_LINES = 40


class NoticeError(ValueError):
    """An address for notices cannot be used; the message says which, without its secrets."""


def check_addresses(given: Sequence[str], usual: str) -> list[str]:
    """The addresses of ``--notify`` and of the setting NEWSCRAWL_NOTIFY (``usual``), as apprise writes them.

    Raises:
        MissingExtraError: apprise is not installed.
        NoticeError: it does not know an address.
    """
    addresses = [*given, *usual.split()]
    for address in addresses:
        check_address(address)
    return addresses


def check_address(address: str) -> None:
    """See that something can be sent to ``address``.

    Raises:
        MissingExtraError: apprise is not installed.
        NoticeError: it does not know the address.
    """
    with extra("notices", why="notices need apprise"):
        from apprise import Apprise  # noqa: PLC0415
    logging.getLogger("apprise").setLevel(logging.CRITICAL)
    if Apprise.instantiate(address) is None:
        scheme = address.partition("://")[0][:20]
        raise NoticeError(f"the address for notices that begins with {scheme}:// cannot be used")


def masked(address: str) -> str:
    """As much of an address as is no secret."""
    return address if address.startswith("$") else f"{address.partition('://')[0][:20]}://"


def send(address: str, title: str, text: str) -> bool:
    """Send a message; whether it arrived."""
    with extra("notices", why="notices need apprise"):
        from apprise import Apprise, NotifyFormat  # noqa: PLC0415
    logging.getLogger("apprise").setLevel(logging.CRITICAL)
    channel = Apprise()
    return channel.add(address) and bool(
        channel.notify(title=title, body=text, body_format=NotifyFormat.TEXT)
    )


def notice_lines(outcomes: Sequence[Outcome]) -> list[str]:
    """What people should know of a run; nothing where nobody has to do anything."""
    bad = [outcome for outcome in outcomes if outcome.state in ("failed", "alarm", "storage")]
    lines = []
    for outcome in bad:
        lines += [f"{outcome.site} {outcome.state}: {outcome.note}"] if outcome.state != "alarm" else []
        lines += outcome.alarms
    if not lines:
        return []
    more = len(lines) - _MOST_LINES
    return [*lines[:_MOST_LINES], *([f"and {more} more"] if more > 0 else []), sum_line(outcomes)]


def notify(addresses: Sequence[str], outcomes: Sequence[Outcome]) -> None:
    """Send a notice where there is trouble; one that does not arrive is an error in the log, no more."""
    lines = notice_lines(outcomes)
    if not addresses or not lines:
        return
    for address in addresses:
        if not send(address, "newscrawl: a run needs a look", "\n".join(lines)):
            logger.error("a notice by %s did not arrive", masked(address))
