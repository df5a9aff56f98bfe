"""Indonesian and English told apart by their function words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.reading.language import LANGUAGES, detect

INDONESIAN = "Warga desa itu menanam seribu pohon di lereng bukit dan akan merawatnya bersama para pelajar."
ENGLISH = (
    "The villagers have planted a thousand trees on the hill and they will care for them with the pupils."
)


@pytest.fixture
def without_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newscrawl.reading.language._classifier", lambda: None)


@pytest.mark.usefixtures("without_extra")
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
    found = detect(text)
    assert (found[0] if found else None) == tag


@given(st.text(max_size=500))
def test_any_text(text: str) -> None:
    found = detect(text)
    assert found is None or found[0] in LANGUAGES


def test_quoted_english_leaves_indonesian_as_it_is() -> None:
    found = detect(f'{INDONESIAN} {INDONESIAN} "It is what it is," kata dia.')
    assert found is not None
    assert found[0] == "id"


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Polis berkata lelaki itu ditahan kerana memandu kereta secara berbahaya di lebuh raya. " * 3, "ms"),
        ("Warga desa wis wiwit nandur wit ing pinggir kali supaya lemahe ora longsor. " * 3, "jv"),
        (INDONESIAN * 3, "id"),
    ],
)
def test_with_the_extra_the_languages_of_the_archipelago_are_told_apart(text: str, tag: str) -> None:
    pytest.importorskip("py3langid", reason="the extra 'language' is not installed")
    assert detect(text) == (tag, "text: function words" if tag == "id" else "text: py3langid")


@pytest.mark.usefixtures("without_extra")
def test_without_the_extra_function_words_tell() -> None:
    assert detect(INDONESIAN * 3) == ("id", "text: function words")


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (f"{INDONESIAN * 3} Kerajaan itu berdiri lama, dan kerajaan lain mengikuti kerajaan itu.", "id"),
        (f"{INDONESIAN * 30} Kerajaan itu dikenal luas, kata beliau.", "id"),
        (ENGLISH, "en"),
        (
            "Le président de la République a dit que les gens sont dans la rue et que le pays attend " * 3,
            None,
        ),
    ],
    ids=["one word many times", "two words in a long text", "English", "no word of a neighbour"],
)
def test_the_model_is_not_loaded_for(monkeypatch: pytest.MonkeyPatch, text: str, tag: str | None) -> None:
    asked: list[str] = []
    monkeypatch.setattr("newscrawl.reading.language._classifier", lambda: asked.append)
    found = detect(text)
    assert (found[0] if found else None) == tag
    assert not asked
