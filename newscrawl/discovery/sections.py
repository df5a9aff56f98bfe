"""Sections by the names that a person gives."""

from __future__ import annotations

from collections.abc import Mapping

from newscrawl.discovery.source import Want


def chosen_sections(sections: Mapping[str, str], want: Want) -> list[str]:
    """What stands for the wanted sections in ``sections``; names are compared without case."""
    by_name = {name.casefold(): value for name, value in sections.items()}
    wanted = (by_name.get(name.casefold()) for name in want.sections)
    return list(dict.fromkeys(value for value in wanted if value is not None))
