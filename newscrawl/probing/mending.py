"""The site file that follows from known articles in the pages of today: what of the old one still holds, and
what takes the place of the rest."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

from newscrawl.discovery.declared import declared_source, stated_facts
from newscrawl.discovery.shapes import hopeless
from newscrawl.discovery.source import Source
from newscrawl.probing.fields import MENDED, right_in
from newscrawl.probing.look import Look
from newscrawl.probing.patterns import article_patterns
from newscrawl.probing.rediscovery import Pair
from newscrawl.probing.selectors import candidates
from newscrawl.probing.writing import FAMILIES, worth_stating
from newscrawl.record.addresses import canonical_url, registered_domain
from newscrawl.sites import Publisher
from newscrawl.sites.book import Book
from newscrawl.sites.rules import SiteRules
from newscrawl.sites.shelf import FAMILIES as FAMILIES_FOLDER
from newscrawl.sites.toml import toml_lines

MOST_EXAMPLES = 3
_MOST_TAKEN = 0.8
"""Of what a source names that names nothing but articles, patterns must take this share to be kept."""

Table = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Mended:
    """The old file and the new one: both as texts and as publishers."""

    old_text: str
    old: Publisher
    text: str
    new: Publisher


class Mending:
    """Makes the mended file of ``old``, which lies in ``folder``, from what a look has seen and ``pairs``."""

    def __init__(
        self, old: Publisher, folder: Path, old_text: str, look: Look, pairs: Sequence[Pair]
    ) -> None:
        self.old = old
        self.families = folder / FAMILIES_FOLDER
        self.old_text = old_text
        self.look = look
        self.pairs = pairs
        self.table: Table = tomllib.loads(old_text)

    def mended(self, *, today: date) -> Mended:
        """The mended file."""
        table = {**self.table}
        table.pop("rules", None)
        self._mend_home(table)
        self._mend_family(table)
        self._mend_addresses(table)
        self._mend_sources(table)
        base = self._read(table)
        rules = self._rules(base.rules)
        if rules:
            table["rules"] = rules
        if not self._same(table):
            table["seen"] = (
                f"{today:%Y-%m}: {len(self.pairs)} known articles, found again in a redesigned site"
            )
        text = self.old_text if self._same(table) else self._text(table)
        return Mended(self.old_text, self.old, text, self._read(table))

    def _same(self, table: Table) -> bool:
        return {**table, "seen": ""} == {**self.table, "seen": ""}

    def _mend_home(self, table: Table) -> None:
        """The front page where it is now, with its domain."""
        parts = urlsplit(self.look.survey.url)
        domain = registered_domain(parts.hostname or "")
        if not any(domain == own or domain.endswith(f".{own}") for own in table["domains"]):
            table["domains"] = [domain, *table["domains"]]
            table["home"] = f"{parts.scheme}://{parts.netloc}"

    def _mend_family(self, table: Table) -> None:
        """The family of the system that the site runs on now; none where the old one's facts do not hold."""
        system = self.look.survey.system if self.look.survey.system in FAMILIES else ""
        family = table.get("family", "")
        if system and family != system and (family in FAMILIES or not family):
            table["family"] = system
        elif family and not system and self._throws_away(self._read({**table, "not_articles": []})):
            del table["family"]

    def _throws_away(self, publisher: Publisher) -> bool:
        return any(
            re.search(pattern, canonical_url(pair.page.url))
            for pattern in publisher.not_articles
            for pair in self.pairs
        )

    def _mend_addresses(self, table: Table) -> None:
        """Patterns and examples: the old ones where they take what is known, else new ones."""
        shown = [canonical_url(pair.page.url) for pair in self.pairs]
        if not takes_all(self._read(table), [*shown], self._trusted()):
            table["not_articles"] = [
                pattern
                for pattern in table.get("not_articles", ())
                if not any(re.search(pattern, url) for url in shown)
            ]
            named = map(canonical_url, [*(sample.url for sample in self.look.samples), *self.look.articles])
            table["article_urls"] = list(article_patterns([*shown, *named], self.look.others))
        if not table.get("not_articles"):
            table.pop("not_articles", None)
        publisher = self._read({**table, "examples": [], "not_examples": []})
        if not all(takes(publisher, url) for url in table.get("examples", ())) or not table.get("examples"):
            table["examples"] = shown[:MOST_EXAMPLES]
        table["not_examples"] = [url for url in table.get("not_examples", ()) if not takes(publisher, url)]

    def _trusted(self) -> list[str]:
        """Addresses that sources name which name nothing but articles."""
        return [
            canonical_url(url)
            for working in self.look.working
            if working.source.names_articles
            for url in working.named
            if not hopeless(url)
        ]

    def _mend_sources(self, table: Table) -> None:
        """The declared sources that name articles still, as they are written, and new ones for the others."""
        publisher = self._read(table)
        working = [
            working.source
            for working in self.look.working
            if any(takes(publisher, canonical_url(url)) for url in working.named)
        ]
        places = {source.address() for source in working}
        declared = [(facts, declared_source(facts)) for facts in self.old.sources]
        kept = [facts for facts, source in declared if source.address() in places or self._unasked(source)]
        if declared and len(kept) == len(declared):
            return
        known = {source.address() for _, source in declared}
        new = worth_stating([source for source in working if source.address() not in known])
        if any(source.address() in places for _, source in declared):
            lost = {facts.way for facts, _ in declared} - {facts.way for facts in kept}
            new = tuple(source for source in new if source.kind in lost)
        both = [*map(stated_facts, new), *kept]
        table["sources"] = [{"way": facts.way, "url": facts.url, **facts.options} for facts in both]

    def _unasked(self, source: Source) -> bool:
        """Whether nobody asked a source, so that nothing is known against it."""
        asked = [*(working.source for working in self.look.working), *(each for each, _ in self.look.silent)]
        return source.address() not in {each.address() for each in asked}

    def _rules(self, inherited: SiteRules) -> Table:
        """Selectors of each field: the old ones, none, or new ones where both fall short of what is known."""
        old: Table = self.table.get("rules", {})
        chosen = {key: value for key, value in old.items() if key not in {field.rule for field in MENDED}}
        rules = inherited.extended(**{key: tuple(value) for key, value in chosen.items()})
        for field in MENDED:
            best: tuple[str, ...] = tuple(old.get(field.rule, ()))
            score = right_in(field, self.pairs, self._with(rules, field.rule, best))
            if best and right_in(field, self.pairs, rules) > score:
                best, score = (), right_in(field, self.pairs, rules)
            if score < field.told(self.pairs):
                for selector in candidates(self.pairs, field.holds):
                    found = right_in(field, self.pairs, self._with(rules, field.rule, (selector,)))
                    if found > score:
                        best, score = (selector,), found
            if best:
                chosen[field.rule] = list(best)
                rules = self._with(rules, field.rule, best)
        return chosen

    @staticmethod
    def _with(rules: SiteRules, key: str, selectors: tuple[str, ...]) -> SiteRules:
        return rules.extended(**{key: selectors})

    def _read(self, table: Table) -> Publisher:
        """The publisher that a table makes."""
        with TemporaryDirectory() as folder:
            place = Path(folder) / f"{self.old.name}.toml"
            place.write_text(self._text(table), encoding="utf-8")
            if self.families.is_dir():
                copytree(self.families, place.parent / FAMILIES_FOLDER)
            return Book(place.parent).publisher(self.old.name)

    def _text(self, table: Table) -> str:
        """The text of a file: the old one's opening comment, its facts, its sources, its rules."""
        comment = takewhile(lambda line: line.startswith("#"), self.old_text.splitlines())
        plain = {key: value for key, value in table.items() if key not in ("sources", "rules")}
        lines = [*comment, *toml_lines(plain)]
        for source in table.get("sources", ()):
            lines += ["", "[[sources]]", *toml_lines(source)]
        if table.get("rules"):
            lines += ["", "[rules]", *toml_lines(table["rules"])]
        return "\n".join(lines) + "\n"


def takes(publisher: Publisher, url: str) -> bool:
    """Whether an address is an article's by the patterns of a publisher."""
    if any(re.search(pattern, url) for pattern in publisher.not_articles):
        return False
    return not publisher.article_urls or any(re.search(pattern, url) for pattern in publisher.article_urls)


def takes_all(publisher: Publisher, shown: Sequence[str], trusted: Sequence[str]) -> bool:
    """Whether patterns take every page that shows a known article, and most of what trusted sources name."""
    taken = sum(takes(publisher, url) for url in trusted)
    return all(takes(publisher, url) for url in shown) and taken >= _MOST_TAKEN * len(trusted)
