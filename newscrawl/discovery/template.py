"""Addresses with blanks: the templates in which publisher files state their listings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from string import Formatter
from typing import Any
from urllib.parse import quote, quote_plus

_PARTS = frozenset({"", "day", "month", "year"})
_QUERY_FORMS = frozenset({"", "lower", "slug"})
_DATES = frozenset({"date", "since", "until"})
_WORDS = frozenset({"query", "cursor"})


@dataclass(frozen=True)
class Template:
    """A text with fields in braces.

    ========================  =================================================================
    ``{page}``                number of the page
    ``{offset}``              number of the page's first entry, counted from 0
    ``{date:%Y-%m-%d}``       day, in the letters of strftime; ``{since:...}`` and ``{until:...}``
                              are the first and last day of a span
    ``{date.day}``            its day, month or year as a plain number, without leading zero
    ``{query}``               words to search for, percent-encoded; ``{query:lower}`` in lower
                              case, ``{query:slug}`` in lower case with hyphens for blanks
    ``{section}``             the section's value
    ``{cursor}``              what the page before gave as its end
    ========================  =================================================================

    A percent sign in the text stands for itself: ``date={date:%m}%2F{date:%d}%2F{date:%Y}``. Braces that are
    meant as such are doubled.

    Raises:
        ValueError: a field is unknown or cannot be written in the form given; the message quotes the text.
    """

    text: str

    def __post_init__(self) -> None:
        sample = dict.fromkeys(_DATES, date(2026, 8, 17))
        try:
            self.render({**sample, "page": 1, "offset": 0, "query": "a", "section": "a", "cursor": "a"})
        except (ValueError, KeyError, IndexError, AttributeError) as error:
            raise ValueError(f"the template '{self.text}' cannot be filled: {error}") from None

    @cached_property
    def fields(self) -> frozenset[str]:
        """Names of the fields, without the parts of dates."""
        names = (name for _, name, _, _ in Formatter().parse(self.text) if name is not None)
        return frozenset(name.partition(".")[0] for name in names)

    @cached_property
    def directives(self) -> str:
        """Everything the text says of ``date``, to tell daily from monthly templates."""
        parsed = Formatter().parse(self.text)
        return " ".join(
            f"{name} {spec}" for _, name, spec, _ in parsed if name and name.partition(".")[0] == "date"
        )

    def render(self, values: Mapping[str, Any], *, encode: bool = True) -> str:
        """The text with its fields filled; with ``encode`` words are percent-encoded for an address."""
        return _Filler(self.text, encode).vformat(self.text, (), values)


class _Filler(Formatter):
    """Fills dates by strftime and encodes words: with plus signs after the ``?``, without before it."""

    def __init__(self, text: str, encode: bool) -> None:
        path, _, _ = text.partition("?")
        self._in_path = any("query" in (name or "") for _, name, _, _ in Formatter().parse(path))
        self._encode = encode

    def get_field(self, field_name: str, args: Any, kwargs: Any) -> tuple[Any, str]:
        name, _, part = field_name.partition(".")
        if name not in kwargs:
            raise ValueError(f"there is no field '{field_name}'")
        if part not in _PARTS or (part and name not in _DATES):
            raise ValueError(f"'{name}' has no '{part}'")
        value = kwargs[name]
        if name in _WORDS:
            value = _Words(value)
        return (getattr(value, part) if part else value), name

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, date):
            if "%" not in format_spec:
                raise ValueError("a date needs a form such as {date:%Y-%m-%d}")
            return value.strftime(format_spec)
        if format_spec not in (_QUERY_FORMS if isinstance(value, _Words) else {""}):
            raise ValueError(f"'{format_spec}' is no form of this field")
        return self._words(value, format_spec) if isinstance(value, _Words) else str(value)

    def _words(self, words: str, form: str) -> str:
        words = words.lower() if form else words
        if form == "slug":
            words = "-".join(words.split())
        if not self._encode:
            return words
        return quote(words, safe="") if self._in_path else quote_plus(words)


class _Words(str):
    """Words from outside, as against facts, which are put in as they are."""

    __slots__ = ()


def literal(url: str) -> str:
    """``url`` as a template without fields."""
    return url.replace("{", "{{").replace("}", "}}")
