"""What each number of the reader decides: what halving and doubling it changes on pages with gold.

``python -m benchmarks sweep [--pages DIR] [--quick]`` takes every number that stands under a name of its
own in a module of :mod:`newscrawl.reading`, alone or beside others (``_A, _B = 1, 2``), sets it to half and
to twice its value wherever it was imported, and reads all pages again. No publisher facts are used. A number
that is used while its module is loaded, in a regular expression or a default, cannot be changed so, and shows
no change. How many pages change stands in ``tests/reading/numbers.tsv``, too, beside the test that
:mod:`benchmarks.sweep_tests` found to hang on the number.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType
from typing import Any

from benchmarks.compared import Number, compared_number
from benchmarks.numbers import write_numbers
from benchmarks.pages import SavedPage, read_gold, read_index
from benchmarks.report import CannotMeasureError, Options, Section, table
from benchmarks.scoring import Row, summarize
from newscrawl import reading
from newscrawl.reading import UnreadablePageError
from newscrawl.reading.extracting import extract
from newscrawl.record.as_json import to_dict

_QUICK = 12
FACTORS = (0.5, 2.0)
_NOW = datetime(2026, 11, 28, tzinfo=UTC)

Noticed = Mapping[tuple[str, float], set[str]]
"""By the name of a number and a factor, the pages or tests on which a comparison comes out otherwise."""

Answers = Mapping[str, Row]


@dataclass(frozen=True, slots=True)
class Threshold:
    """A number under a name of its own, and the modules that use it."""

    module: str
    name: str
    value: Number
    users: tuple[ModuleType, ...]

    def __str__(self) -> str:
        return f"{self.module.removeprefix('newscrawl.reading.')}.{self.name}"

    @property
    def is_tried(self) -> bool:
        """Whether functions alone name the number, so that a change of it is one wherever it is used."""
        return not any(names_outside(_tree(user), self.name) for user in self.users)

    def is_far_from(self, test: str) -> bool:
        """Whether a test's id lacks the name of the module: those that have it are likelier to hang on it."""
        return self.module.rpartition(".")[2] not in test

    def times(self, factor: float) -> Number:
        """The number changed by ``factor``; whole where it is whole."""
        changed = self.value * factor
        return round(changed) if isinstance(self.value, int) else changed


def measure(options: Options) -> Section:
    """The section of the report: for each number the pages and figures that change."""
    gold = {row["file"]: row for row in read_gold(options.gold)}
    pages = [page for page in read_index(options.pages, options.index) if page.file in gold]
    pages = pages[:: max(len(pages) // _QUICK, 1)] if options.quick else pages
    if not pages:
        raise CannotMeasureError(f"no row of {options.gold} names a page of {options.index}")
    swept = thresholds()
    changes, found = section(pages, gold, swept)
    if not options.quick:
        write_numbers({str(threshold): f"{threshold.value:g}" for threshold in swept}, pages=changes)
    return found


def section(
    pages: Sequence[SavedPage], gold: Mapping[str, Row], swept: Sequence[Threshold]
) -> tuple[dict[str, str], Section]:
    """The pages that change with each of ``swept``, and the table of those that decide something."""
    rows, idle, changing = [], [], {}
    as_it_is = answers(pages)
    noticed = noticed_on(pages, [threshold for threshold in swept if threshold.is_tried], as_it_is)
    for number, threshold in enumerate(swept, start=1):
        print(f"sweep: {number} of {len(swept)}, {threshold}", file=sys.stderr)
        halved, doubled = (
            as_it_is | _read_with(threshold, factor, _to_read(pages, threshold, factor, noticed))
            for factor in FACTORS
        )
        differ = [file for file in as_it_is if not halved[file] == doubled[file] == as_it_is[file]]
        changing[str(threshold)] = str(len(differ))
        if not differ:
            idle.append(f"`{threshold}`")
            continue
        wanted = [gold[page.file] for page in pages]
        changes = (_change(wanted, as_it_is, changed) for changed in (halved, doubled))
        rows.append(
            [f"`{threshold}`", f"{threshold.value:g}", *(cell for cells in changes for cell in cells)]
        )
    head = ["number", "is", *(f"{way}: {what}" for way in ("half", "twice") for what in _COLUMNS)]
    return changing, Section(
        f"{table(head, rows)}\n{len(pages)} pages, {len(swept)} numbers; figures in hundredths, more or less"
        f" than as it is. {len(idle)} numbers change nothing here: {', '.join(idle) or 'none'}.\n"
    )


def noticed_on(pages: Sequence[SavedPage], watched: Sequence[Threshold], as_it_is: Answers) -> Noticed:
    """The pages on which what is made of a number of ``watched`` comes out otherwise."""
    watch = Watch(watched)
    for page in pages:
        with watch.on(page.file):
            read = _answers_or_error([page])
        if read[page.file] != as_it_is[page.file]:
            watch.touch_all(page.file)
    return watch.noticed


class Watch:
    """What numbers of the reader notice, on pages or in tests that are told by their names."""

    def __init__(self, watched: Sequence[Threshold]) -> None:
        self.noticed: dict[tuple[str, float], set[str]] = {
            (str(threshold), factor): set() for threshold in watched for factor in FACTORS
        }
        self._watched = watched
        self._on = ""

    @contextmanager
    def on(self, name: str) -> Iterator[None]:
        """Numbers that notice, while the block runs."""
        self._on = name
        try:
            for threshold in self._watched:
                _set(threshold, self._noticing(threshold))
            _forget()
            yield
        finally:
            for threshold in self._watched:
                _set(threshold, threshold.value)
            _forget()

    def touch_all(self, name: str) -> None:
        """Take it that each number may come out otherwise: where noticing numbers would not do, say."""
        for touched in self.noticed.values():
            touched.add(name)

    def _noticing(self, threshold: Threshold) -> Number:
        others = {factor: threshold.times(factor) for factor in FACTORS}
        return compared_number(threshold.value, others, self._note(str(threshold)))

    def _note(self, number: str) -> Callable[[float], None]:
        return lambda factor: self.noticed[number, factor].add(self._on)


def _to_read(
    pages: Sequence[SavedPage], threshold: Threshold, factor: float, noticed: Noticed
) -> list[SavedPage]:
    files = noticed.get((str(threshold), factor))
    return [page for page in pages if files is None or page.file in files]


_COLUMNS = ("pages", "body F1", "exact", "title", "date", "authors")


def _change(wanted: Sequence[Row], before: Answers, after: Answers) -> list[str]:
    pages = sum(before[file] != after[file] for file in before)
    old, new = summarize(wanted, before), summarize(wanted, after)
    figures = ((getattr(old, name), getattr(new, name)) for name in _FIGURES)
    return [str(pages), *(f"{100 * ((b or 0.0) - (a or 0.0)):+.2f}" for a, b in figures)]


_FIGURES = ("f1", "exact", "title", "published", "authors")


def answers(pages: Sequence[SavedPage]) -> dict[str, Row]:
    """What the reader makes of each page, all fields; nothing of a page that it refuses."""
    read: dict[str, Row] = {}
    for page in pages:
        try:
            article = extract(page.path.read_bytes().decode("utf-8", "replace"), page.url, fetched_at=_NOW)
        except UnreadablePageError:
            read[page.file] = {}
            continue
        read[page.file] = to_dict(article)
    return read


def thresholds() -> list[Threshold]:
    """Every number under a name of its own in the reader, in the order of modules and lines."""
    modules, found = _modules(), []
    for module in modules:
        for name in _assigned(module):
            value = getattr(module, name)
            if isinstance(value, int | float) and not isinstance(value, bool) and value:
                users = tuple(other for other in modules if other is module or _imports(other, module, name))
                found.append(Threshold(module.__name__, name, value, users))
    return found


@contextmanager
def changed(threshold: Threshold, value: Number) -> Iterator[None]:
    """The reader with another number, while the block runs."""
    try:
        _set(threshold, value)
        _forget()
        yield
    finally:
        _set(threshold, threshold.value)
        _forget()


def _read_with(threshold: Threshold, factor: float, pages: Sequence[SavedPage]) -> dict[str, Row]:
    with changed(threshold, threshold.times(factor)):
        return _answers_or_error(pages)


def _answers_or_error(pages: Sequence[SavedPage]) -> dict[str, Row]:
    try:
        return answers(pages)
    except Exception as error:  # a number of which the reader needs one such as it is
        return {page.file: {"error": repr(error)} for page in pages}


def _set(threshold: Threshold, value: Number) -> None:
    for module in threshold.users:
        setattr(module, threshold.name, value)


def _forget() -> None:
    """Drop what functions of the reader remember of texts; what is made of word lists alone stays."""
    for remembering in _remembering():
        remembering.cache_clear()


@cache
def _remembering() -> tuple[Any, ...]:
    kept = (value for module in _modules() for value in vars(module).values())
    return tuple(each for each in kept if hasattr(each, "cache_clear") and each.cache_parameters()["maxsize"])


@cache
def _modules() -> tuple[ModuleType, ...]:
    names = (found.name for found in walk_packages(reading.__path__, "newscrawl.reading."))
    return tuple(each for each in map(import_module, names) if str(each.__file__).endswith(".py"))


@cache
def _tree(module: ModuleType) -> ast.Module:
    return ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))


def _assigned(module: ModuleType) -> Iterator[str]:
    for node in _tree(module).body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        targets = [node.target] if isinstance(node, ast.AnnAssign) and node.value else targets
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple):
            targets = [name for target in targets for name in getattr(target, "elts", [target])]
        yield from (target.id for target in targets if isinstance(target, ast.Name) and target.id.isupper())


def _imports(module: ModuleType, other: ModuleType, name: str) -> bool:
    return any(
        isinstance(node, ast.ImportFrom)
        and node.module == other.__name__
        and any(alias.name == name and alias.asname is None for alias in node.names)
        for node in _tree(module).body
    )


def names_outside(module: ast.Module, name: str) -> bool:
    """Whether code that runs once names it: an expression, a default, a decorator, a cached function."""
    outside: list[ast.AST] = []
    for node in module.body:
        if isinstance(node, ast.FunctionDef):
            kept = any(isinstance(each, ast.Name) and each.id == "cache" for each in node.decorator_list)
            outside += [node] if kept else [*node.decorator_list, node.args]
        elif isinstance(node, ast.ClassDef):
            methods = [each for each in node.body if isinstance(each, ast.FunctionDef)]
            outside += [each for each in node.body if each not in methods]
            outside += [part for each in methods for part in (*each.decorator_list, each.args)]
        else:
            outside.append(node)
    return any(
        isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load)
        for part in outside
        for node in ast.walk(part)
    )
