"""``newscrawl schema``: the JSON Schema of the record."""

from __future__ import annotations

import argparse
import json

from newscrawl.cli.command import NewscrawlCommand
from newscrawl.record.schema import json_schema


class SchemaCommand(NewscrawlCommand):
    """Prints the JSON Schema that every record validates against."""

    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_ENABLED": False}

    def short_desc(self) -> str:
        return "Print the JSON Schema of the record"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        print(json.dumps(json_schema(), indent=2, ensure_ascii=False))
