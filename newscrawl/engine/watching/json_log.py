"""Log lines as JSON objects, one a line, for machines that collect logs."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import Any

from newscrawl.record.printable import printable_json, without_secrets


class JsonFormatter(logging.Formatter):
    """Turns a log record into one line: time, level, logger, run, site (where known), message, error."""

    def __init__(self, run_id: str) -> None:
        super().__init__()
        self._run_id = run_id

    def format(self, record: logging.LogRecord) -> str:
        """The line; line breaks inside are escaped, and letters stay letters."""
        spider = getattr(record, "spider", None)
        facts: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "run": self._run_id,
            "site": getattr(spider, "name", None),
            "message": without_secrets(record.getMessage()),
        }
        if record.exc_info and record.exc_info[0]:
            facts["error"] = without_secrets(self.formatException(record.exc_info))
        return printable_json(json.dumps(facts, ensure_ascii=False, default=str))


def use_json_log(run_id: str, *, level: str, file: str | None) -> None:
    """Log JSON lines from ``level`` on to ``file``, else to standard error.

    Scrapy makes its own handler anew for every crawl, so that one must be off (LOG_ENABLED).
    """
    handler = logging.FileHandler(file, encoding="utf-8") if file else logging.StreamHandler()
    handler.setLevel(level)
    handler.setFormatter(JsonFormatter(run_id))
    logging.root.addHandler(handler)
