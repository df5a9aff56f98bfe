"""The record as Arrow columns, its types taken from its definition.

Times are instants in UTC; the offset that the page gave, in minutes east of UTC, stands in a column of its
own beside each. A field that maps names to values is a list of pairs, which every reader of Parquet knows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from datetime import datetime
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

from newscrawl.items import Article
from newscrawl.record.extras import extra

if TYPE_CHECKING:
    from types import ModuleType

OFFSETS = {"published_at": "published_offset", "modified_at": "modified_offset"}
"""Columns for the offsets of times that publishers state."""

_OFFSET_OF = {offset: time for time, offset in OFFSETS.items()}

PAIR = ("name", "value")

Record = dict[str, Any]


@cache
def arrow() -> ModuleType:
    """The library pyarrow, loaded when it is first needed: loading it takes longer than most commands do.

    Raises:
        MissingExtraError: it is not installed.
    """
    with extra("parquet", why="Parquet needs pyarrow"):
        import pyarrow  # noqa: PLC0415
    module: ModuleType = pyarrow
    return module


def schema(*, only: Sequence[str] = (), without: Sequence[str] = ()) -> Any:
    """The Arrow schema of the record, its descriptions included.

    ``only`` names the columns wanted, in their order (none: all); ``without`` leaves some out.
    """
    hints = get_type_hints(Article)
    made = []
    for field in fields(Article):
        about = {"description": field.metadata["description"]}
        made.append(arrow().field(field.name, _type(hints[field.name]), metadata=about))
        if field.name in OFFSETS:
            about = {"description": f"Offset of {field.name} as published, in minutes east of UTC."}
            made.append(arrow().field(OFFSETS[field.name], arrow().int16(), metadata=about))
    by_name = {field.name: field for field in made}
    return arrow().schema([by_name[name] for name in only or by_name if name not in without])


def to_batch(records: Sequence[Record], columns: Any) -> Any:
    """Records as an Arrow record batch with the schema ``columns``."""
    arrays = [_column(records, column.name, column.type) for column in columns]
    return arrow().RecordBatch.from_arrays(arrays, schema=columns)


def offset_of(column: str, record: Record) -> int | None:
    """What stands in a column for offsets."""
    return _offset(record[_OFFSET_OF[column]])


def _column(records: Sequence[Record], name: str, kind: Any) -> Any:
    source = _OFFSET_OF.get(name)
    if source is not None:
        return arrow().array([_offset(record[source]) for record in records], type=kind)
    values = [record[name] for record in records]
    if arrow().types.is_timestamp(kind):
        return arrow().array(values, type=arrow().string()).cast(kind)
    return _array(values, kind)


def _array(values: Sequence[Any], kind: Any) -> Any:
    """Values as an Arrow array. Nested ones are taken apart here: far faster than Arrow's own way."""
    types = arrow().types
    if types.is_list(kind):
        ends = list(accumulate(map(len, values), initial=0))
        inner = [item for value in values for item in (value.items() if isinstance(value, dict) else value)]
        return arrow().ListArray.from_arrays(
            arrow().array(ends, arrow().int32()), _array(inner, kind.value_type)
        )
    if types.is_struct(kind):
        parts = [kind.field(number) for number in range(kind.num_fields)]
        if values and isinstance(values[0], tuple):
            inner_values = [[value[number] for value in values] for number in range(len(parts))]
        else:
            inner_values = [[value[part.name] for value in values] for part in parts]
        arrays = [_array(column, part.type) for column, part in zip(inner_values, parts, strict=True)]
        return arrow().StructArray.from_arrays(arrays, fields=parts)
    return arrow().array(values, type=kind)


def _offset(text: str | None) -> int | None:
    offset = datetime.fromisoformat(text).utcoffset() if text else None
    return None if offset is None else int(offset.total_seconds() // 60)


def _type(hint: Any) -> Any:
    hint = _present(hint)
    origin = get_origin(hint)
    if origin is Literal:
        return arrow().string()
    if origin is list:
        return arrow().list_(_type(get_args(hint)[0]))
    if origin is dict:
        name, value = get_args(hint)
        pair = zip(PAIR, (_type(name), _type(value)), strict=True)
        return arrow().list_(arrow().struct([arrow().field(*part) for part in pair]))
    if is_dataclass(hint):
        parts = get_type_hints(hint)
        return arrow().struct([arrow().field(each.name, _type(parts[each.name])) for each in fields(hint)])
    simple: dict[Any, Callable[[], Any]] = {
        str: arrow().string,
        int: arrow().int64,
        bool: arrow().bool_,
        float: arrow().float64,
        datetime: lambda: arrow().timestamp("us", tz="UTC"),
    }
    return simple[hint]()


def _present(hint: Any) -> Any:
    """The type of a field where it is not null."""
    if get_origin(hint) is Union or type(hint).__name__ == "UnionType":
        return next(part for part in get_args(hint) if part is not type(None))
    return hint
