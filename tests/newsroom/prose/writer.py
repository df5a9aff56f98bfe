"""From a seed and a number to the words of an article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from random import Random

from tests.newsroom.prose.grammar import Topic, expand, read_topic
from tests.newsroom.prose.names import FAMILY, GIVEN
from tests.newsroom.prose.scene import Scene, draw_scene

_CODE_LETTERS = "abcdefghijklmnoprstuwyz"


@cache
def _topics() -> tuple[Topic, ...]:
    return tuple(read_topic(path) for path in sorted((Path(__file__).parent / "topics").glob("*.txt")))


SECTIONS: tuple[str, ...] = tuple(sorted({topic.section for topic in _topics()}))


@dataclass(frozen=True, slots=True)
class Headline:
    """What a listing shows of an article."""

    title: str
    deck: str
    section: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """The words of an article, without the house's dateline and reporter codes."""

    paragraphs: tuple[str, ...]
    caption: str
    place: str
    author: str
    editor: str
    codes: tuple[str, ...]


class Writer:
    """Writes the articles of one site; the same seed gives the same words."""

    def __init__(self, seed: str) -> None:
        self._seed = seed
        topics = _topics()
        self._topics = topics
        self._offset = Random(seed).randrange(len(topics) * 1000)

    def section(self, number: int) -> str:
        """The section of an article, without writing it."""
        return self._topic(number).section

    def headline(self, number: int, moment: datetime) -> Headline:
        """Title, deck, section and tags of article ``number``, which is of the day of ``moment``."""
        return self._headline(number, *self._begin(number, moment))

    def draft(self, number: int, moment: datetime, *, long: bool) -> Draft:
        """The article's text; ``long`` gives one worth splitting over pages."""
        scene, rng = self._begin(number, moment)
        self._headline(number, scene, rng)
        topic = self._topic(number)
        return Draft(
            paragraphs=_paragraphs(topic, scene, rng, long=long),
            caption=expand(rng.choice(topic.sentences["caption"]), scene, rng),
            place=scene["city"],
            author=f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}",
            editor=f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}",
            codes=tuple(dict.fromkeys(_code(rng) for _ in range(rng.choice((1, 2, 2))))),
        )

    def _begin(self, number: int, moment: datetime) -> tuple[Scene, Random]:
        rng = Random(f"{self._seed}:{number}")
        return draw_scene(number + self._offset, moment, self._topic(number).offices, rng), rng

    def _topic(self, number: int) -> Topic:
        return self._topics[(number + self._offset) % len(self._topics)]

    def _headline(self, number: int, scene: Scene, rng: Random) -> Headline:
        topic = self._topic(number)
        title = expand(rng.choice(topic.sentences["title"]), scene, rng)
        deck = expand(rng.choice(topic.sentences["deck"]), scene, rng)
        return Headline(title, deck, topic.section, tuple(rng.sample(topic.tags, rng.randint(2, 4))))


def _paragraphs(topic: Topic, scene: Scene, rng: Random, *, long: bool) -> tuple[str, ...]:
    """Lead, background in twos and threes, quotes between, and a close."""
    body = [
        expand(line, scene, rng)
        for line in rng.sample(topic.sentences["body"], 12 if long else rng.randint(8, 11))
    ]
    quotes = [expand(line, scene, rng) for line in rng.sample(topic.sentences["quote"], 4 if long else 3)]
    out = [f"{expand(rng.choice(topic.sentences['lead']), scene, rng)} {body.pop()}"]
    while body:
        size = rng.choice((1, 2, 2, 3))
        out.append(" ".join(body[:size]))
        body = body[size:]
        if quotes:
            out.append(quotes.pop())
    out.append(expand(rng.choice(topic.sentences["close"]), scene, rng))
    return tuple(out)


def _code(rng: Random) -> str:
    if rng.random() < 0.2:
        return f"mg-{rng.randint(1, 9)}"
    return "".join(rng.choice(_CODE_LETTERS) for _ in range(3))
