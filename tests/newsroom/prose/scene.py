"""The invented facts of one article: who, where, and when."""

from __future__ import annotations

from datetime import datetime
from math import gcd
from random import Random

from tests.newsroom.prose import names

Scene = dict[str, str]

_VILLAGES = len(names.VILLAGE_FIRST) * len(names.VILLAGE_LAST) * len(names.VILLAGE_SIDE)
_STEP = next(step for step in range(_VILLAGES * 618 // 1000, _VILLAGES) if gcd(step, _VILLAGES) == 1)


def village_name(number: int) -> str:
    """The village of the given number: another one for every number.

    Titles name their village, so no two articles of a site share a title, and no list of used titles is kept.
    """
    rounds, index = divmod(number, _VILLAGES)
    index = index * _STEP % _VILLAGES
    index, side = divmod(index, len(names.VILLAGE_SIDE))
    first, last = divmod(index, len(names.VILLAGE_LAST))
    name = names.VILLAGE_FIRST[first] + names.VILLAGE_LAST[last] + names.VILLAGE_SIDE[side]
    return f"{name} {rounds + 1}" if rounds else name


def indonesian_date(moment: datetime) -> str:
    """'Rabu (5/8/2026)', as the first sentence of a report gives its day."""
    return f"{names.WEEKDAYS[moment.weekday()]} ({moment.day}/{moment.month}/{moment.year})"


def draw_scene(number: int, moment: datetime, offices: tuple[str, ...], rng: Random) -> Scene:
    """The facts of article ``number`` of a site, which happened on the day of ``moment``."""
    resident, official, expert = (_person(rng) for _ in range(3))
    return {
        "village": village_name(number),
        "district": rng.choice(names.DISTRICTS),
        "regency": rng.choice(names.REGENCIES),
        "city": rng.choice(names.CITIES),
        "resident": resident,
        "resident_short": resident.split()[0],
        "official": official,
        "expert": expert,
        "campus": rng.choice(names.CAMPUSES),
        "office": rng.choice(offices),
        "date": indonesian_date(moment),
        "month": names.MONTHS[moment.month % 12],
        "year": str(moment.year),
        "last_year": str(moment.year - 1),
        "next_year": str(moment.year + 1),
    }


def _person(rng: Random) -> str:
    return f"{rng.choice(names.GIVEN)} {rng.choice(names.FAMILY)}"
