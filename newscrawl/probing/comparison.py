"""The old site file and the mended one side by side, by what each makes of known articles today."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from typing import Any

from newscrawl.discovery.declared import declared_source
from newscrawl.discovery.source import Source
from newscrawl.probing.fields import MENDED, Field, article_of, right_in
from newscrawl.probing.look import Look
from newscrawl.probing.mending import Mended, takes
from newscrawl.probing.rediscovery import Pair
from newscrawl.record.addresses import canonical_url
from newscrawl.record.printable import printable
from newscrawl.sites import Publisher
from newscrawl.sites.toml import toml_lines

_SIDE = 24
_CUT = 120
_RULES = "rules."


def lines_of(mended: Mended, look: Look, pairs: Sequence[Pair]) -> Iterator[str]:
    """The comparison for people: ways, addresses and fields in two columns, the changed keys, an article."""
    yield from _row("", "old file", "new file")
    for source in _sources_of(mended):
        cells = [_way(source, publisher, look, pairs) for publisher in (mended.old, mended.new)]
        yield from _row(f"{source.kind} {source.address()}", *cells)
    named = [canonical_url(url) for url in look.articles]
    named += [url for pair in pairs if (url := canonical_url(pair.page.url)) not in named]
    taken = [sum(takes(publisher, url) for url in named) for publisher in (mended.old, mended.new)]
    yield from _row("addresses taken for articles", *(f"{count} of {len(named)}" for count in taken))
    for field in MENDED:
        told = field.told(pairs)
        if told:
            cells = [f"{right_in(field, pairs, each.rules)} of {told}" for each in (mended.old, mended.new)]
            yield from _row(f"{field.name} as the archive has it", *cells)
    yield ""
    yield from _changed_keys(mended)
    for pair in pairs[:1]:
        yield from _article(pair, mended)


def _row(what: str, old: str, new: str) -> Iterator[str]:
    if len(what) > _CUT // 2:
        yield f"  {printable(what)}"
        what = ""
    yield f"  {printable(what):<{_CUT // 2}}  {old:<{_SIDE}}  {new}".rstrip()


def _sources_of(mended: Mended) -> list[Source]:
    """The sources of both files, each once."""
    both = [declared_source(facts) for each in (mended.old, mended.new) for facts in each.sources]
    return list({(source.kind, source.address()): source for source in both}.values())


def _way(source: Source, publisher: Publisher, look: Look, pairs: Sequence[Pair]) -> str:
    """What a source gives by the file of ``publisher``."""
    if source.address() not in {declared_source(facts).address() for facts in publisher.sources}:
        return "-"
    for working in look.working:
        if working.source.address() == source.address():
            named = [url for url in map(canonical_url, working.named) if takes(publisher, url)]
            known = {canonical_url(pair.page.url) for pair in pairs} & set(named)
            return f"{len(named)} articles, {len(known)} known" if named else "FAILS all thrown away"
    fault = next((why for each, why in look.silent if each.address() == source.address()), "")
    return f"FAILS {printable(fault)}"[:_SIDE] if fault else "not asked"


def _changed_keys(mended: Mended) -> Iterator[str]:
    old, new = (_flat(tomllib.loads(text)) for text in (mended.old_text, mended.text))
    for key in dict.fromkeys([*old, *new]):
        if old.get(key) != new.get(key):
            yield from (f"  - {line}" for line in _lines(key, old.get(key)))
            yield from (f"  + {line}" for line in _lines(key, new.get(key)))


def _flat(table: dict[str, Any]) -> dict[str, Any]:
    """A table in which those of ``rules`` stand beside the rest."""
    rules = {f"{_RULES}{key}": value for key, value in table.pop("rules", {}).items()}
    return {**table, **rules}


def _lines(key: str, value: Any) -> list[str]:
    """A key as a file has it; of ``rules`` with the name of their table before it."""
    lines = toml_lines({key.removeprefix(_RULES): value})
    return [f"{_RULES * key.startswith(_RULES)}{lines[0]}", *lines[1:]] if lines else []


def _article(pair: Pair, mended: Mended) -> Iterator[str]:
    """A known article, and what each file makes of its page."""
    old, new = (article_of(pair, publisher.rules) for publisher in (mended.old, mended.new))
    yield ""
    yield f"  known as  {printable(pair.known.url)}"
    yield f"  today     {printable(pair.page.url)}"
    for field in MENDED:
        if field.known(pair.known):
            yield f"    {field.name:<13} archive   {_shown(pair.known, field)}"
            yield f"    {'':<13} old file  {_shown(old, field)}"
            yield f"    {'':<13} new file  {_shown(new, field)}"


def _shown(holder: Any, field: Field) -> str:
    value = getattr(holder, field.name, None)
    if isinstance(value, list | tuple):
        value = ", ".join(value)
    text = printable(" ".join(str(value).split())) if value else "nothing"
    return text if len(text) <= _CUT else f"{text[:_CUT]}..."
