"""Indonesian and English told apart by their function words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.reading.language import detect

INDONESIAN = "Warga desa itu menanam seribu pohon di lereng bukit dan akan merawatnya bersama para pelajar."
ENGLISH = (
    "The villagers have planted a thousand trees on the hill and they will care for them with the pupils."
)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (INDONESIAN, "id"),
        (ENGLISH, "en"),
        ("Beliau berkata bahawa pihak kerajaan akan membantu mereka yang terjejas dengan banjir itu.", "id"),
        (INDONESIAN * 5 + ENGLISH, "id"),
        (ENGLISH * 5 + INDONESIAN, "en"),
        ("Halo dunia", None),
        ("Manchester United vs Liverpool 2-1", None),
        ("", None),
        ("Le président de la République a dit que les gens sont dans la rue et que le pays attend", None),
        ("12345 67890 - - -", None),
    ],
)
def test_languages(text: str, tag: str | None) -> None:
    assert detect(text) == tag


@given(st.text(max_size=500))
def test_any_text(text: str) -> None:
    assert detect(text) in ("id", "en", None)


def test_quoted_english_leaves_indonesian_as_it_is() -> None:
    assert detect(f'{INDONESIAN} {INDONESIAN} "It is what it is," kata dia.') == "id"
