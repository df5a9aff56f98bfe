"""Nothing that a page says reaches a terminal as a command."""

from __future__ import annotations

import json
import logging

from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.engine.watching.log_format import PrintableLog
from newscrawl.record.printable import printable, printable_json, printable_lines

HOSTILE = "a\x1b[2J\x9b31mb\u202ec\u2066d\x7fe\u200bf\u2028g"
ACTING = set(HOSTILE) - set("abcdefg[2J31m")


def test_nothing_of_it_is_left_in_a_line() -> None:
    assert not ACTING & set(printable(HOSTILE))
    assert printable_lines("satu\n\tdua\x1b") == "satu\n\tdua "


def test_letters_of_every_script_stay() -> None:
    assert printable("Café – “Nusantara” 東京 ญ é") == "Café – “Nusantara” 東京 ญ é"


@settings(deadline=None)
@given(st.dictionaries(st.text(), st.text() | st.just(HOSTILE)), st.sampled_from([None, 2]))
def test_json_says_the_same(record: dict[str, str], indent: int | None) -> None:
    said = printable_json(json.dumps(record, ensure_ascii=False, indent=indent))
    assert json.loads(said) == record
    assert not ACTING & set(said)


def test_a_log_record_is_cleaned_with_its_arguments_and_its_error() -> None:
    try:
        raise ValueError(HOSTILE)
    except ValueError as error:
        caught = (type(error), error, error.__traceback__)
    record = logging.LogRecord("x", logging.INFO, __file__, 1, "No article from %s", (HOSTILE,), caught)
    assert PrintableLog().filter(record)
    said = logging.Formatter().format(record)
    assert "No article from a" in said
    assert not ACTING & set(said)
