"""Who wrote and edited an article, decided among all evidence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newscrawl.reading.byline import read_byline
from newscrawl.reading.byline.evidence import BylineEvidence
from newscrawl.reading.tree.blocks import Block

TEXT = [Block("Warga menanam seribu pohon."), Block("Pohon itu datang dari dinas.")]


def shown(text: str, role: str = "author") -> BylineEvidence:
    return BylineEvidence(text, role, "page: div.byline")  # type: ignore[arg-type]


def stated(text: str, role: str = "author") -> BylineEvidence:
    return BylineEvidence(text, role, "json-ld: author")  # type: ignore[arg-type]


def test_the_visible_byline_beats_structured_data() -> None:
    byline = read_byline([shown("Rina Wulandari"), stated("Tri Utami")], TEXT)
    assert byline.authors == ["Rina Wulandari"]
    assert byline.provenance["authors"] == "page: div.byline"


def test_a_rule_beats_everything() -> None:
    rule = BylineEvidence("Joko Susilo", "author", "rule: .penulis")
    assert read_byline([rule, shown("Rina Wulandari")], TEXT).authors == ["Joko Susilo"]


def test_a_rule_that_finds_an_outlet_decides_nothing() -> None:
    rule = BylineEvidence("Redaksi", "author", "rule: .penulis")
    assert read_byline([rule, shown("Rina Wulandari")], TEXT).authors == ["Rina Wulandari"]


def test_structured_data_counts_where_nobody_is_shown() -> None:
    assert read_byline([stated("Tri Utami")], TEXT).authors == ["Tri Utami"]


def test_the_shown_editor_is_not_the_author_that_structured_data_calls_him() -> None:
    byline = read_byline([shown("Andika", "editor"), stated("Andika Prasetya")], TEXT)
    assert (byline.authors, byline.editors) == ([], ["Andika"])


def test_one_person_may_be_shown_as_both() -> None:
    byline = read_byline([shown("Boy"), shown("Boy", "editor")], TEXT)
    assert (byline.authors, byline.editors) == (["Boy"], ["Boy"])


def test_all_visible_authors_count_once() -> None:
    evidence = [shown("Rina Wulandari"), shown("RINA WULANDARI"), shown("Rina"), shown("Tri Utami")]
    assert read_byline(evidence, TEXT).authors == ["Rina Wulandari", "Tri Utami"]


def test_a_name_cut_off_is_the_person_who_bears_it() -> None:
    assert read_byline([shown("Moch. Sudarmono"), shown("Sud")], TEXT).authors == ["Moch. Sudarmono"]
    assert read_byline([shown("Anisa Dewi"), shown("Anis")], TEXT).authors == ["Anisa Dewi", "Anis"]


def test_outlets_of_the_publisher_are_nobody() -> None:
    assert read_byline([shown("Zona Utara")], TEXT, outlets=["Zona Utara"]).authors == []


def test_other_roles_are_contributors() -> None:
    byline = read_byline([shown("Rina Wulandari"), shown("Dewi Lestari", "contributor")], TEXT)
    assert byline.contributors == ["Dewi Lestari"]


def test_the_texts_first_and_last_lines_are_read() -> None:
    blocks = [
        Block("Laporan Wartawan Kabar Timur, Masturi", kept=False),
        *[Block("Warga menanam seribu pohon di lereng.")] * 5,
        Block("Penulis: Rina Wulandari | Editor: Tri Utami", kept=False),
    ]
    byline = read_byline([], blocks)
    assert (byline.authors, byline.editors) == (["Masturi", "Rina Wulandari"], ["Tri Utami"])


def test_a_signature_in_capitals_is_the_last_resort() -> None:
    blocks = [*TEXT, Block("DINI TEJASARI")]
    assert read_byline([], blocks).authors == ["DINI TEJASARI"]
    assert read_byline([shown("Rina Wulandari")], blocks).authors == ["Rina Wulandari"]


def test_capitals_elsewhere_are_no_signature() -> None:
    blocks = [Block("HARGA CABAI NAIK"), *TEXT]
    assert read_byline([], blocks).authors == []


def test_a_full_name_in_the_last_bracket() -> None:
    blocks = [*TEXT, Block("Pohon itu dirawat warga. (Budi Nugraha)")]
    assert read_byline([], blocks).authors == ["Budi Nugraha"]
    assert read_byline([shown("Tri Utami", "editor")], blocks).authors == []


def test_codes_come_with_their_provenance() -> None:
    byline = read_byline([], [*TEXT, Block("(abc/def)")])
    assert byline.codes == ["abc", "def"]
    assert byline.provenance == {"byline_codes": "text: ending"}


@given(
    st.lists(st.tuples(st.text(max_size=80), st.sampled_from(["author", "editor", "unknown"])), max_size=5)
)
def test_any_evidence_is_judged_without_error(items: list[tuple[str, str]]) -> None:
    read_byline([shown(text, role) for text, role in items], [Block(text) for text, _ in items])


def test_a_name_beside_the_date_is_not_the_editors() -> None:
    near = BylineEvidence("Tri Utami", "author", "beside the date: div")
    assert read_byline([near, shown("Tri Utami", "editor")], TEXT).authors == []
    assert read_byline([near, shown("Tri", "editor")], TEXT).authors == ["Tri Utami"]
    assert read_byline([near, shown("Rina Wulandari")], TEXT).authors == ["Rina Wulandari"]
