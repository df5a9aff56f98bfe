"""A case: one page to feed to newscrawl, built where it is run."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from benchmarks.fuzz.corpus import Seed, gather
from benchmarks.fuzz.mutations import MUTATIONS, TOKENS, long_run

_MOST_BYTES = 3_000_000


@dataclass(frozen=True, slots=True)
class Case:
    """A page as bytes or text, the address it is said to come from, and what is odd about it."""

    name: str
    source: bytes | str
    url: str
    site_rules: bool = True


@cache
def _seeds() -> Sequence[Seed]:
    return gather()


def mutant(seed: int, number: int) -> Case:
    """The mutated page ``number`` of the series ``seed``; the same on every machine with the same pages."""
    rng = random.Random(f"{seed}:{number}")
    start = rng.choice(_seeds())
    page = start.path.read_bytes()
    if rng.random() < 0.1:
        other = rng.choice(_seeds()).path.read_bytes()
        page = page[: rng.randrange(len(page) + 1)] + other[rng.randrange(len(other) + 1) :]
    chosen = rng.choices(MUTATIONS, k=rng.choice((1, 1, 2, 3, 6)))
    for mutation in chosen:
        page = mutation(rng, page)[:_MOST_BYTES]
    names = "+".join(mutation.__name__ for mutation in chosen)
    return Case(
        f"mutant {seed}:{number} {names}", _as_text(rng, page), _address(rng, start.url), rng.random() < 0.6
    )


def _as_text(rng: random.Random, page: bytes) -> bytes | str:
    """Now and then the page is text, as from a browser, with lone surrogates in it."""
    if rng.random() > 0.1:
        return page
    text = page.decode("utf-8", "surrogateescape")
    at = rng.randrange(len(text) + 1)
    return text[:at] + "\ud83d" * rng.choice((1, 100)) + text[at:]


def _address(rng: random.Random, url: str) -> str:
    chance = rng.random()
    if chance < 0.8:
        return url
    if chance < 0.95:
        return rng.choice(_seeds()).url
    return rng.choice(("https://", "", "x:")) + rng.choice(
        (long_run(rng), rng.choice(TOKENS), "[::1", "a:99999/")
    )
