"""Rules that take several lines for one sign end where these are too many to be what the sign announces."""

from __future__ import annotations

from newscrawl.reading.tree.blocks import Block
from newscrawl.reading.widgets.running import is_running
from tests.reading.widgets.test_strip import LEDE, MIDDLE, only_kept, stripped

HEADLINES = [
    "Harga Beras di Pasar Wanareja Turun",
    "Panitia Lomba Perahu Mencari Relawan",
    "Jembatan Gantung Sukarekaan Dibuka Lagi",
    "Warga Teluk Menanam Seribu Bakau",
    "Sekolah Baru Berdiri di Lembah",
    "Pasar Malam Pindah ke Alun-Alun",
    "Nelayan Wanareja Membuka Koperasi",
    "Kebun Raya Menambah Jam Kunjungan",
]


def test_a_label_announces_no_more_headlines_than_a_box_has() -> None:
    assert stripped("Baca juga:", *HEADLINES[:6]) == []
    assert stripped("Baca juga:", *HEADLINES) == HEADLINES[6:]


def test_a_lone_hashtag_opens_a_campaign_of_a_few_lines_and_no_list() -> None:
    slogans = ["Buang sampah di tempatnya.", "Bawa botol sendiri.", "Jaga sungai.", "Tanam satu pohon."]
    assert only_kept([LEDE, MIDDLE, "#JagaSungaiKita", *slogans[:3]]) == [LEDE, MIDDLE]
    assert only_kept([LEDE, MIDDLE, "#JagaSungaiKita", *slogans]) == [LEDE, MIDDLE, *slogans]


def test_a_few_lines_behind_the_code_that_closes_a_text_go_and_many_stay() -> None:
    behind = [*HEADLINES, *HEADLINES[:2]]
    assert only_kept([LEDE, MIDDLE, "(rin/adi)", *behind[:5]]) == [LEDE, MIDDLE, "(rin/adi)"]
    assert only_kept([LEDE, MIDDLE, "(rin/adi)", *behind]) == [LEDE, MIDDLE, "(rin/adi)", *behind]


def test_a_long_address_is_no_running_text() -> None:
    assert not is_running(Block(f"https://kabarteluk.example/berita/{'jembatan-gantung-' * 4}dibuka"))
    assert is_running(Block("Warga menyeberang lagi sejak pagi setelah jembatan gantung itu dibuka kemarin"))
