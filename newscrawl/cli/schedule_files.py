"""Schedules in a TOML file: a table ``[schedule.NAME]`` for each."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from newscrawl.cli.usage import UsageError
from newscrawl.record.wrong_values import what_is_wrong


class ScheduleTable(BaseModel):
    """One schedule as a file has it; the names are those of the options."""

    model_config = ConfigDict(extra="forbid")

    sites: list[str] = []
    region: str | None = None
    kind: str | None = None
    family: str | None = None
    text: str | None = None
    all: bool = False
    at: str | None = None
    every: str | None = None
    days: str | None = None
    zone: str | None = None
    budget: Annotated[float, Field(gt=0)] | None = None
    arguments: dict[str, str | int | bool] = {}


def read_schedules(path: Path) -> dict[str, ScheduleTable]:
    """The schedules of a file, by name.

    Raises:
        UsageError: it cannot be read; the message names file, table and word.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8")).get("schedule")
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: {error}") from None
    if not isinstance(tables, dict) or not tables or not all(isinstance(t, dict) for t in tables.values()):
        raise UsageError(f"{path}: there is no table [schedule.NAME]")
    return {name: _table(path, name, table) for name, table in tables.items()}


def _table(path: Path, name: str, table: Any) -> ScheduleTable:
    try:
        return ScheduleTable.model_validate(table)
    except ValidationError as error:
        fault = error.errors()[0]
        place = ".".join(map(str, (name, *fault["loc"])))
        raise UsageError(f"{path}: schedule.{place}: {what_is_wrong(fault)}") from None
