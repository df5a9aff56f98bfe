"""``newscrawl schema``: the JSON Schema of the record."""

from __future__ import annotations

import argparse
import json

from newscrawl.cli.plain_command import PlainCommand
from newscrawl.record.outcome import ExitStatus
from newscrawl.record.schema import json_schema


class SchemaCommand(PlainCommand):
    """Prints the JSON Schema that every record validates against."""

    def short_desc(self) -> str:
        return "Print the JSON Schema of the record"

    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        print(json.dumps(json_schema(), indent=2, ensure_ascii=False))
        return ExitStatus.FINE
