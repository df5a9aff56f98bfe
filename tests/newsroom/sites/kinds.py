"""Sites by the name of their kind, one at a time or many at once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from tests.newsroom.prose.names import OUTLETS
from tests.newsroom.sites.blogger import BloggerSite
from tests.newsroom.sites.nationals import NATIONALS
from tests.newsroom.sites.portal import PortalSite
from tests.newsroom.sites.site import Site
from tests.newsroom.sites.skins import SKINS
from tests.newsroom.sites.varient import VarientOneSite, VarientTwoSite
from tests.newsroom.sites.wordpress import WordPressSite

Maker = Callable[..., Site]

KINDS: dict[str, Maker] = {
    "varient1": VarientOneSite,
    "wordpress": WordPressSite,
    "portal": PortalSite,
    "varient2": VarientTwoSite,
    "wordpress-jnews": partial(WordPressSite, theme="jnews", permalink="name"),
    "blogger": BloggerSite,
    **{f"portal-{name}": partial(PortalSite, skin=name) for name in SKINS if name != "plain"},
}
"""A site of each kind, from its host and options."""

_ZONES = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jakarta", "Asia/Jayapura")


def make_site(kind: str, host: str, **options: Any) -> Site:
    """A site of a kind, or a national portal by its name; raises ValueError for what there is not."""
    makers: dict[str, Maker] = {**KINDS, **NATIONALS}
    if kind not in makers:
        raise ValueError(f"no kind of site {kind!r}; there are {', '.join(makers)}")
    try:
        return makers[kind](host, **options)
    except TypeError as error:
        raise ValueError(f"a site of kind {kind!r} cannot be made: {error}") from None


def value_of(text: str) -> Any:
    """A value of an option: JSON where it is that, else the text."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def options_of(pairs: Iterable[str]) -> dict[str, Any]:
    """Options from NAME=VALUE."""
    named = (pair.partition("=") for pair in pairs)
    return {name: value_of(value) for name, _, value in named}


def site_of(text: str, **defaults: Any) -> Site:
    """A site from HOST[=KIND[,OPTION=VALUE...]]; the kind is varient1 unless given. Raises ValueError."""
    host, _, rest = text.partition("=")
    kind, *pairs = rest.split(",") if rest else ["varient1"]
    return make_site(kind, host, **{**defaults, **options_of(pairs)})


def make_sites(count: int, *, articles: int = 12, **options: Any) -> list[Site]:
    """So many small sites of all kinds in turn, each with its own name, articles and zone."""
    kinds = list(KINDS)
    return [
        make_site(
            kinds[place % len(kinds)],
            _host(place),
            articles=articles,
            **{"brand": _brand(place), "zone": _ZONES[place % len(_ZONES)], **options},
        )
        for place in range(count)
    ]


def _brand(place: int) -> str:
    outlet = OUTLETS[place % len(OUTLETS)]
    district = place // len(OUTLETS)
    return f"{outlet.replace(' ', '')}{district + 1 if district else ''}.id"


def _host(place: int) -> str:
    return _brand(place).removesuffix(".id").lower() + ".example"
