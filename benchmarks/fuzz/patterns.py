"""Every regular expression of newscrawl, and how it is used.

Compiled patterns are found by walking the loaded modules, those in functions by reading the source, those
that publisher files write as strings by asking the publishers. The methods that a pattern is called with are
looked up in the source; where that leaves doubt searching is assumed, which is the hardest.
"""

from __future__ import annotations

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType
from typing import Any, Literal

import newscrawl
from newscrawl.reading.widgets import wordings
from newscrawl.record.pattern import LazyPattern
from newscrawl.sites.book import catalogue

Use = Literal["search", "match", "fullmatch"]
_ANCHORED: tuple[Use, ...] = ("match", "fullmatch")
_DEPTH = 4


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern, where it stands, and the ways it is applied."""

    pattern: re.Pattern[Any]
    place: str
    uses: tuple[Use, ...] = ("search",)


def collect() -> list[Found]:
    """Every pattern of the package, each once."""
    found: dict[tuple[Any, int, tuple[Use, ...]], Found] = {}
    for one in (*_in_modules(), *_in_wordings(), *_in_publishers()):
        found.setdefault((one.pattern.pattern, one.pattern.flags, one.uses), one)
    return list(found.values())


def _modules() -> list[ModuleType]:
    names = (info.name for info in walk_packages(newscrawl.__path__, "newscrawl."))
    modules = [import_module(name) for name in names if not name.endswith("__main__")]
    return [module for module in modules if str(module.__file__).endswith(".py")]


def _in_modules() -> Iterator[Found]:
    modules = _modules()
    trees = {module: _tree(module) for module in modules}
    everywhere = _anchored_names(trees.values())
    for module in modules:
        here = _anchored_names([trees[module]])
        for name, value in vars(module).items():
            uses = (here if name.startswith("_") else everywhere).get(name, ("search",))
            for pattern in _patterns(value, _DEPTH):
                yield Found(pattern, f"{module.__name__}.{name}", uses)
        for line, source in _written_in_calls(trees[module]):
            yield Found(re.compile(source), f"{module.__name__}:{line}")


def _tree(module: ModuleType) -> ast.Module:
    return ast.parse(Path(module.__file__ or "").read_bytes())


def _written_in_calls(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and pattern of each call of a function of ``re`` that is given a plain string."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="re"), attr=function),
                args=[ast.Constant(value=str(source)), *_],
            ) if function not in ("compile", "escape"):
                yield node.lineno, source


def _patterns(value: object, depth: int) -> Iterator[re.Pattern[Any]]:
    """The patterns in ``value``, its items, or the fields of its class or record."""
    if isinstance(value, LazyPattern):
        yield value.compiled()
    elif isinstance(value, re.Pattern):
        yield value
    elif depth and not isinstance(value, (str, bytes, ModuleType)):
        for part in _parts(value):
            yield from _patterns(part, depth - 1)


def _parts(value: object) -> Iterable[object]:
    if isinstance(value, Mapping):
        return [*value.keys(), *value.values()]
    if isinstance(value, (list, tuple, set, frozenset)):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return [getattr(value, field.name) for field in fields(value)]
    if isinstance(value, type) and value.__module__.startswith("newscrawl"):
        return [part for part in vars(value).values() if isinstance(part, (re.Pattern, list, tuple, dict))]
    return ()


def _in_wordings() -> Iterator[Found]:
    """The patterns of widget wordings, which are compiled when a line asks for them."""
    for number, pattern in enumerate(wordings.all_patterns()):
        yield Found(pattern, f"{wordings.__name__} {number}", ("fullmatch",))


def _in_publishers() -> Iterator[Found]:
    """The patterns that publisher files write as strings."""
    for publisher in catalogue():
        name = publisher.name
        for source in dict.fromkeys((*publisher.article_urls, *publisher.not_articles)):
            yield Found(re.compile(source), f"publisher {name}")
        for source in publisher.rules.drop_text:
            yield Found(re.compile(source, re.IGNORECASE), f"publisher {name}, drop_text", ("fullmatch",))
        for source, _ in publisher.twins:
            yield Found(re.compile(source), f"publisher {name}, twins")
        for listing in publisher.sources:
            if children := listing.options.get("children"):
                yield Found(re.compile(children), f"publisher {name}, children")


def _anchored_names(trees: Iterable[ast.Module]) -> dict[str, tuple[Use, ...]]:
    """The names of patterns that are only ever matched from the start, with the methods that do so."""
    calls: dict[str, set[str]] = defaultdict(set)
    mentions: Counter[str] = Counter()
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                calls[_name(node.func.value)].add(node.func.attr)
                mentions[_name(node.func.value)] -= 1
            if isinstance(node, (ast.Name, ast.Attribute)) and isinstance(node.ctx, ast.Load):
                mentions[_name(node)] += 1
    # A pattern that is mentioned without being called is handed on, and may be searched with elsewhere.
    return {
        name: tuple(use for use in _ANCHORED if use in methods)
        for name, methods in calls.items()
        if methods <= set(_ANCHORED) and not mentions[name]
    }


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""
