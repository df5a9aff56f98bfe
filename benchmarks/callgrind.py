"""What valgrind's callgrind wrote: how many instructions each function of each library took itself."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

_NAMED = re.compile(r"(c?ob|c?fn|fl|fi|fe|cfi|cfl)=(?:\((\d+)\))? ?(.*)")
_KINDS = {"ob": "ob", "cob": "ob", "fn": "fn", "cfn": "fn"}
_CURRENT = ("ob", "fl", "fn")


class Function(NamedTuple):
    """A function: the library that it is in, the file of its source where that is known, and its name."""

    library: str
    source: str
    name: str


def own_costs(path: Path) -> Counter[Function]:
    """The instructions of each function without those of the functions that it calls.

    The format is described in Valgrind's manual, "Callgrind Format Specification": names stand once, and as
    numbers from then on; the line behind ``calls=`` tells what a call took in all.
    """
    names: dict[tuple[str, str], str] = {}
    current = dict.fromkeys(_CURRENT, "")
    costs: Counter[Function] = Counter()
    of_a_call = False
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if named := _NAMED.match(line):
                place, number, name = named.groups()
                name = _name(names, _KINDS.get(place, "fl"), number, name)
                if place in current:
                    current[place] = name
            elif line.startswith("calls="):
                of_a_call = True
            elif line[0].isdigit() or line[0] in "+-*":
                if not of_a_call:
                    costs[Function(current["ob"], current["fl"], current["fn"])] += int(line.split()[-1])
                of_a_call = False
    return costs


def _name(names: dict[tuple[str, str], str], kind: str, number: str | None, name: str) -> str:
    if number is None:
        return name
    return names.setdefault((kind, number), name) if name else names[kind, number]


KINDS: dict[str, tuple[str, ...]] = {
    "lxml: the parse, the tree and what is asked of it": ("etree.",),
    "patterns": ("sre_lib.h", "sre.c", "sre.c.h"),
    "Python's own steps and calls": (
        "ceval.c",
        "ceval_gil.h",
        "pycore_ceval.h",
        "call.c",
        "pycore_call.h",
        "frame.c",
        "pycore_frame.h",
        "frameobject.c",
        "funcobject.c",
        "genobject.c",
        "pystate.c",
        "pycore_pystate.h",
        "getargs.c",
        "methodobject.c",
        "classobject.c",
    ),
    "memory: asked for, given back, copied, collected": (
        "libc.so",
        "obmalloc.c",
        "gcmodule.c",
        "pycore_gc.h",
    ),
    "texts": (
        "unicodeobject.c",
        "unicodeobject.c.h",
        "unicodeobject.h",
        "unicodectype.c",
        "bytesobject.c",
        "bytes_methods.c",
        "codecs.h",
        "fastsearch.h",
        "find.h",
        "split.h",
        "pyhash.c",
    ),
    "dictionaries, lists, sets and tuples": (
        "dictobject.c",
        "listobject.c",
        "listobject.c.h",
        "setobject.c",
        "tupleobject.c",
        "pycore_tuple.h",
    ),
    "the compiled core": ("_core.",),
}
"""Kinds of work, by how a library's file or that of the source begins."""

REST = "the rest of Python"


def kind_of(function: Function) -> str:
    """The kind of work that a function is; :data:`REST` for what no kind names."""
    places = (Path(function.library).name, Path(function.source).name)
    for kind, beginnings in KINDS.items():
        if any(place.startswith(beginnings) for place in places):
            return kind
    return REST
