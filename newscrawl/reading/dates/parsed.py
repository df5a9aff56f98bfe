"""What reading a date gives."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, NamedTuple

Precision = Literal["second", "minute", "day", "month"]


class ParsedDate(NamedTuple):
    """An instant read from a string, and how much of it the string said.

    ``instant`` is aware: in the zone that the text names, else in the zone given to the parser. What the
    text leaves open is zero: a day is midnight, a month its first day. ``precision`` is the smallest unit
    that is sure; a text that counts hours ('2 jam lalu') gives the best estimate and claims the day,
    one that counts weeks, months or years claims the month. ``zone_named`` says whether the text names its
    zone, ``relative`` whether it counts back from the moment it was read.
    """

    instant: datetime
    precision: Precision
    zone_named: bool = False
    relative: bool = False


class UnreadableDateError(ValueError):
    """A text states a date or time that cannot be, or one that has several meanings."""
