"""The names that a host says."""

from __future__ import annotations

import pytest

from newscrawl.reading.widgets.own_names import names_in


@pytest.mark.parametrize(
    ("host", "names"),
    [
        ("www.kabarlereng.example", ["kabarlereng", "example"]),
        ("news.radar-bukit.co.id", ["radarbukit"]),
        ("rri.desa.web.id", ["rri", "desa"]),
        ("", []),
    ],
)
def test_hosts_say_names_without_endings(host: str, names: list[str]) -> None:
    assert names_in(host) == names
