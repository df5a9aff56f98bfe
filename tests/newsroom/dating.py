"""Times as Indonesian sites print them."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime

from tests.newsroom.prose.names import MONTHS, WEEKDAYS

_ENGLISH = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()  # noqa: SIM905
_SHORT = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
_ZONES = {7: "WIB", 8: "WITA", 9: "WIT"}


def zone_name(moment: datetime) -> str:
    """WIB, WITA or WIT."""
    offset = moment.utcoffset()
    assert offset is not None
    return _ZONES[round(offset.total_seconds() / 3600)]


def short_month(moment: datetime) -> str:
    """'05 Aug 2026 - 09:35', Varient with a changed format."""
    return f"{moment:%d} {_ENGLISH[moment.month - 1]} {moment:%Y - %H:%M}"


def long_month(moment: datetime) -> str:
    """'05 Agustus 2026 - 09:35'."""
    return f"{moment:%d} {MONTHS[moment.month - 1]} {moment:%Y - %H:%M}"


def weekday_long(moment: datetime) -> str:
    """'Rabu, 5 Agustus 2026 09:35 WIB'."""
    day = f"{WEEKDAYS[moment.weekday()]}, {moment.day} {MONTHS[moment.month - 1]} {moment.year}"
    return f"{day} {moment:%H:%M} {zone_name(moment)}"


def weekday_short(moment: datetime) -> str:
    """'Rabu, 05 Agu 2026 09:35 WIB'."""
    day = f"{WEEKDAYS[moment.weekday()]}, {moment:%d} {_SHORT[moment.month - 1]} {moment.year}"
    return f"{day} {moment:%H:%M} {zone_name(moment)}"


def month_first(moment: datetime) -> str:
    """'Agustus 5, 2026', WordPress themes left in English order."""
    return f"{MONTHS[moment.month - 1]} {moment.day}, {moment.year}"


def dotted(moment: datetime) -> str:
    """'5 Agustus 2026 | 09.35 WIB'."""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year} | {moment:%H.%M} {zone_name(moment)}"


def dashed(moment: datetime) -> str:
    """'Rabu, 05 Agustus 2026 - 09:35 WIB'."""
    day = f"{WEEKDAYS[moment.weekday()]}, {moment:%d} {MONTHS[moment.month - 1]} {moment.year}"
    return f"{day} - {moment:%H:%M} {zone_name(moment)}"


def slashed(moment: datetime) -> str:
    """'05/08/2026, 09:35 WIB'."""
    return f"{moment:%d/%m/%Y, %H:%M} {zone_name(moment)}"


def naive(moment: datetime) -> str:
    """'2026-08-05 09:35:11', local time without a zone."""
    return f"{moment:%Y-%m-%d %H:%M:%S}"


def utc(moment: datetime) -> datetime:
    """The same instant in UTC."""
    return moment.astimezone(UTC)


def rfc822(moment: datetime) -> str:
    """'Wed, 05 Aug 2026 09:35:11 +0700'."""
    return format_datetime(moment)


def rfc822_named(moment: datetime) -> str:
    """'Wed, 05 Aug 2026 09:35:11 WIB', which no reader of RFC 822 knows."""
    return format_datetime(moment)[:-5] + zone_name(moment)
