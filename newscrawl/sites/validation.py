"""What is wrong with a site file, in words that name the key and say what is allowed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from newscrawl.record.wrong_values import what_is_wrong
from newscrawl.sites import schema
from newscrawl.sites.assembly import NATIONAL

_MOST_NAMED = 12
"""A list of what is allowed that is longer is cut: the nearest name is given anyway."""

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Known:
    """What a publisher's file may refer to: the regions, and the patterns of each family."""

    regions: Collection[str]
    families: Mapping[str, Collection[str]]


def publisher_faults(name: str, table: Table, known: Known) -> Iterator[str]:
    """What is wrong with the table of the publisher ``name``, one fault a line."""
    if not schema.PATTERN_NAME.fullmatch(name):
        yield f"the name '{name}' must be lower-case letters, digits and underscores, and begin with a letter"
    yield from _form_faults(schema.PublisherTable, table)
    region, family = table.get("region"), table.get("family", "")
    if isinstance(region, str) and region not in (NATIONAL, *known.regions):
        yield f"region: there is no region '{region}'; {allowed(region, [NATIONAL, *known.regions])}"
    if isinstance(family, str) and family and family not in known.families:
        yield f"family: there is no family '{family}'; {allowed(family, known.families)}"
    elif isinstance(family, str):
        yield from _pattern_faults(table.get("article_urls", ()), family, known.families.get(family, ()))


def family_faults(table: Table) -> Iterator[str]:
    """What is wrong with the table of a family, one fault a line."""
    yield from _form_faults(schema.FamilyTable, table)


def allowed(given: str, choices: Collection[str]) -> str:
    """The choices there are, the nearest first."""
    near = get_close_matches(given, choices, n=1, cutoff=0.6)
    listed = ", ".join(list(choices)[:_MOST_NAMED]) + (", ..." if len(choices) > _MOST_NAMED else "")
    return f"did you mean '{near[0]}'? allowed: {listed}" if near else f"allowed: {listed}"


def _pattern_faults(urls: Any, family: str, patterns: Collection[str]) -> Iterator[str]:
    """An entry without any sign of a regular expression is meant as the name of one of the family's."""
    for text in urls if isinstance(urls, list | tuple) else ():
        if isinstance(text, str) and schema.PATTERN_NAME.fullmatch(text) and text not in patterns:
            where = f"the family {family} has no pattern" if family else "there is no family with a pattern"
            instead = allowed(text, patterns) if patterns else "write a regular expression"
            yield f"article_urls: {where} '{text}'; {instead}"


def _form_faults(model: type[BaseModel], table: Table) -> Iterator[str]:
    try:
        model.model_validate(table)
    except ValidationError as error:
        for fault in error.errors():
            yield _explained(model, fault)


def _explained(model: type[BaseModel], fault: Any) -> str:
    owner, where = _located(model, fault["loc"])
    kind, message = fault["type"], what_is_wrong(fault)
    if kind == "extra_forbidden":
        key = where.rpartition(".")[2]
        return f"{where}: there is no such key here; {allowed(key, keys_of(owner))}"
    if kind == "missing":
        return f"{where}: it must be stated"
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        given = fault["input"].get("way", "") if isinstance(fault["input"], Mapping) else ""
        said = f"there is no way '{given}'" if given else "it must be stated"
        return f"{where}.way: {said}; {allowed(str(given), WAYS)}"
    given = fault["input"]
    quoted = f" ({given!r})" if isinstance(given, str | int | float) else ""
    return f"{where or 'the file'}{quoted}: {message[:1].lower()}{message[1:]}"


def keys_of(model: type[BaseModel]) -> list[str]:
    """The keys that a table may have."""
    return [field.alias or name for name, field in model.model_fields.items()]


def _located(model: type[BaseModel], loc: tuple[Any, ...]) -> tuple[type[BaseModel], str]:
    """The table in which a fault lies, and its place as people write it: ``sources[2].url``."""
    owner, where, parent = model, "", ""
    for part in loc:
        if isinstance(part, int):
            where += f"[{part + 1}]"
            continue
        if parent == "sources" and part in WAYS:
            owner, parent = WAYS[part], part
            continue
        where += f".{part}" if where else str(part)
        owner, parent = _SUBTABLES.get((owner, part), owner), part
    return owner, where


WAYS: dict[str, type[BaseModel]] = {
    get_args(source.model_fields["way"].annotation)[0]: source for source in schema.SOURCE_TABLES
}
"""The model of each way of finding articles."""

_SUBTABLES: dict[tuple[type[BaseModel], Any], type[BaseModel]] = {
    (schema.PublisherTable, "rules"): schema.RulesTable,
    (schema.FamilyTable, "rules"): schema.FamilyRulesTable,
    **{(source, "cards"): schema.Cards for source in WAYS.values()},
    **{(source, "json_items"): schema.JsonItems for source in WAYS.values()},
}
