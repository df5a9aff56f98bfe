"""Regular expressions that are compiled when they are first used.

Compiling the patterns of all word lists takes several times as long as reading a page. Those that are
dear, or that few pages ask for, wait until a page does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Callable

_USES = ("search", "match", "fullmatch", "sub", "subn", "findall", "finditer", "split")
_FACTS = ("pattern", "flags", "groups", "groupindex")


class LazyPattern:
    """A pattern that has the methods of :class:`re.Pattern`; the first one that is asked for compiles it."""

    __slots__ = ("_flags", "_text", *_USES, *_FACTS)

    def __init__(self, text: str | Callable[[], str], flags: int) -> None:
        self._text = text
        self._flags = flags

    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self._text if isinstance(self._text, str) else self._text(), self._flags)

    def __getattr__(self, name: str) -> Any:
        """What the pattern has by that name. From now on it stands here, and costs no more than there."""
        if name not in self.__slots__:
            raise AttributeError(f"a pattern has no {name!r}")
        compiled = self.compiled()
        for each in (*_USES, *_FACTS):
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


def lazy(text: str | Callable[[], str], flags: int = 0) -> re.Pattern[str]:
    """The pattern ``text``, or what the function ``text`` gives, compiled when it is first used.

    It stands wherever a pattern's methods are called; functions of :mod:`re` do not take it.
    """
    return cast("re.Pattern[str]", LazyPattern(text, flags))
