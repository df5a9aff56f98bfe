"""Calls to a channel of the site itself go, however they are worded; sentences that name it and one stay."""

from __future__ import annotations

import pytest

import newscrawl
from tests.reading.widgets.test_strip import END, LEDE, stripped

HOST = "www.wartalereng.example"
CALLS = [
    "Mau kabar terbaru langsung di ponselmu? Yuk gabung grup WhatsApp Warta Lereng.",
    "Nikmati sajian harian dari Warta Lereng melalui kanal Telegram",
    "Tambahkan Warta Lereng sebagai sumber utama di Google.",
    "Warta Lereng kini hadir di Google Berita. Tekan tombol ikuti biar tidak ketinggalan.",
    "Jangan lewatkan cerita pilihan WartaLereng di Instagram",
    "Bagi kamu yang ingin kabar niaga, bergabunglah dengan grup Facebook Warta Lereng.",
    "Sukai halaman Facebook Warta Lereng dan Instagram-nya ya, sob!",
    "Sila ikuti laman Facebook kami di Warta Lereng.",
    "Add our channel on Telegram for daily news from Warta Lereng.",
    "Pembaca dapat mengikuti Warta Lereng melalui Google News dengan menekan ikon bintang.",
    "Terus ikuti kabar desa hanya di Warta Lereng",
    "Like fanpage Facebook Warta Lereng juga!",
    "Bergabunglah dengan ribuan pembaca wartalereng.example di saluran WhatsApp kami tercinta.",
]
SENTENCES = [
    "Cek fakta Warta Lereng adalah mitra Facebook untuk menyaring kabar bohong sejak tahun lalu.",
    "Hingga sore, bupati belum menjawab pesan WhatsApp yang dikirim Warta Lereng.",
    "Kepada Warta Lereng ia mengirim rekaman itu lewat Telegram pada Minggu malam.",
    "Ikuti lomba foto ini dengan mengirim karya lewat WhatsApp panitia di Lereng Atas.",
    'Ingin tahu caranya, warga bertanya, "Apakah Warta Lereng punya kanal YouTube?"',
    "Bagi warga, kanal YouTube milik Warta Lereng menjadi hiburan pada malam hari.",
    "Baca puisi menjadi acara penutup malam seni di Lereng Bawah yang disiarkan lewat YouTube.",
]


@pytest.mark.parametrize("call", CALLS)
def test_calls_that_name_the_site_go(call: str) -> None:
    assert stripped(call, host=HOST) == []


@pytest.mark.parametrize("call", [CALLS[4]])
def test_of_another_site_nothing_is_known(call: str) -> None:
    assert stripped(call, host="www.kabarpesisir.example") == [call]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_with_site_and_channel_stay(sentence: str) -> None:
    assert stripped(sentence, host=HOST) == [sentence]


def test_a_site_of_a_common_word_or_a_place() -> None:
    said = "Ikuti pemungutan suara lewat WhatsApp panitia mulai hari Minggu di balai desa."
    assert stripped(said, host="www.suara.example") == [said]
    walk = "Ikuti jalan sehat di Palembang dan menangkan sepeda lewat undian di Instagram wali kota."
    assert stripped(walk, host="www.palembang.example") == [walk]


def test_a_short_name_is_a_word_of_its_own() -> None:
    assert stripped("Tambahkan KLR sebagai sumber utama di Google.", host="www.klr.example") == []
    said = "Simak penjelasan KLRX lewat kanal YouTube milik dinas, lalu isi lembarnya."
    assert stripped(said, host="www.klr.example") == [said]


def test_the_text_around_a_call_stays() -> None:
    assert stripped(CALLS[0], END.replace("Kepala dinas", "Bupati"), host=HOST) == [
        END.replace("Kepala dinas", "Bupati")
    ]


def test_what_the_page_calls_its_site() -> None:
    call = "Jangan lewatkan cerita pilihan Kabar Rindu di Instagram"
    assert stripped(call, host="www.lereng.example") == [call]
    assert stripped(call, host="www.lereng.example", names=("kabarrindu",)) == []
    assert stripped("KR.id kini hadir di saluran WA.", host="www.kr.id", names=("krid",)) == []


def test_the_page_names_its_site_beside_the_title() -> None:
    said = "Panen kopi di lereng itu maju dua pekan karena hujan turun lebih awal daripada tahun lalu."
    html = (
        "<html><head><title>Panen Kopi di Lereng Maju - Kabar Rindu</title></head>"
        "<body><h1>Panen Kopi di Lereng Maju</h1>"
        f"<p>Senin, 4 Mei 2026 10:15 WIB</p><div><p>{said}</p><p>{END}</p><p>{said}</p><p>{LEDE}</p>"
        "<p>Nikmati sajian Kabar Rindu di Instagram</p></div></body></html>"
    )
    body = newscrawl.extract(html, "https://lereng.example/panen-kopi-di-lereng-maju", site_rules=False).body
    assert body is not None
    assert "Instagram" not in body


def test_a_name_that_the_page_writes_small() -> None:
    call = "Jangan lewatkan cerita pilihan rekaancom di Instagram"
    assert stripped(call, host="www.lereng.example", names=("rekaancom",)) == []
    said = "Ikuti arah rekaan di peta, lalu kirim titiknya lewat WhatsApp panitia."
    assert stripped(said, host="www.rekaan.example", names=("rekaancom",)) == [said]
