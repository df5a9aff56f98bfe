"""What callgrind wrote is read as its manual says."""

from __future__ import annotations

from pathlib import Path

from benchmarks.callgrind import REST, Function, kind_of, own_costs

WRITTEN = """\
version: 1
positions: line
events: Ir

ob=(1) /usr/lib/libpython3.11.so.1.0
fl=(1) Python/ceval.c
fn=(1) _PyEval_EvalFrameDefault
10 500
+2 70
fi=(2) Include/object.h
+1 7
fe=(1)
cob=(2) /site-packages/lxml/etree.cpython-311.so
cfi=(3) ???
cfn=(2) parse
calls=3 0
12 9000
15 3

ob=(2)
fl=(3)
fn=(2)
0 9000

ob=(1)
fl=(1)
fn=(1)
20 20
"""


def test_the_costs_of_calls_are_not_counted_twice(tmp_path: Path) -> None:
    path = tmp_path / "callgrind"
    path.write_text(WRITTEN, encoding="utf-8")
    python, lxml = "/usr/lib/libpython3.11.so.1.0", "/site-packages/lxml/etree.cpython-311.so"
    assert own_costs(path) == {
        Function(python, "Python/ceval.c", "_PyEval_EvalFrameDefault"): 600,
        Function(lxml, "???", "parse"): 9000,
    }


def test_a_function_is_of_the_kind_that_its_library_or_source_names() -> None:
    python = "/usr/lib/libpython3.11.so.1.0"
    assert kind_of(Function("/x/etree.cpython-311.so", "???", "parse")).startswith("lxml")
    assert kind_of(Function(python, "Modules/_sre/sre_lib.h", "search")) == "patterns"
    assert kind_of(Function("/lib/x86_64-linux-gnu/libc.so.6", "malloc.c", "malloc")).startswith("memory")
    assert kind_of(Function(python, "Objects/longobject.c", "add")) == REST
