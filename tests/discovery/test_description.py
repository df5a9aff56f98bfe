"""docs/discovery.md names every source, every argument and every statistic of discovery."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newscrawl.discovery.declared import WAYS
from newscrawl.engine.arguments import CrawlArguments

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "discovery.md").read_text(encoding="utf-8")
COUNTED = re.compile(r"""(?:count|inc_value)\(f?"(?:newscrawl/)?(discovery/[a-z_/-]+|listings/[a-z_/-]+)""")


def counted() -> set[str]:
    modules = (ROOT / "newscrawl").rglob("*.py")
    return {name for module in modules for name in COUNTED.findall(module.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("way", WAYS)
def test_every_source_is_described(way: str) -> None:
    sections = PAGE.partition("### Templates")[2]

    assert f"| `{way}` |" in PAGE
    assert way in sections


@pytest.mark.parametrize("name", [field.alias or name for name, field in CrawlArguments.model_fields.items()])
def test_every_argument_is_described(name: str) -> None:
    assert f"`{name}`" in PAGE.partition("## Who is asked")[0]


def test_every_statistic_is_described() -> None:
    names = counted()

    assert len(names) > 10
    assert [name for name in sorted(names) if f"`{name.rstrip('/')}" not in PAGE] == []
