"""What is wrong with a value that people wrote, in words that say what to write instead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_WORDS = {
    "int_parsing": "this is no whole number",
    "int_from_float": "this is no whole number",
    "float_parsing": "this is no number",
    "bool_parsing": "write 1 for yes or 0 for no",
    "literal_error": "write {expected}",
    "greater_than_equal": "the least is {ge}",
    "less_than_equal": "the most is {le}",
    "string_too_long": "write {max_length} characters at the most",
    "string_type": "this must be a text",
    "list_type": "this must be a list",
}
"""By pydantic's names of faults (https://docs.pydantic.dev/latest/errors/validation_errors/)."""


def what_is_wrong(fault: Mapping[str, Any]) -> str:
    """A fault that pydantic found, without its own manner of speaking; ends without a full stop."""
    told = _WORDS.get(fault["type"])
    if told is not None:
        return told.format(**fault.get("ctx", {}))
    return str(fault["msg"]).removeprefix("Value error, ")
