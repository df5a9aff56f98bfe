"""Which addresses of a site may stand for one article."""

from __future__ import annotations

import pytest

from newscrawl.record.kinship import may_be_one, speaks_of, words_of

S = "https://warta.example"


@pytest.mark.parametrize(
    ("one", "other", "kin"),
    [
        ("/berita/panen-raya-di-desa?sid=1a", "/berita/panen-raya-di-desa?sid=2b", True),
        ("/berita/panen-raya-di-desa;jsessionid=1A", "/berita/panen-raya-di-desa;jsessionid=2B", True),
        ("/read?id=1234", "/read?id=1235", False),
        ("/read?id=1234", "/read?id=1234&from=home", True),
        ("/berita/98123/panen-raya-padi", "/berita/98123/panen-raya-jagung-melimpah", True),
        ("/berita/panen-raya-padi-98123.html", "/daerah/panen-padi-98123.html", True),
        ("/berita/panen-raya-padi-sukatani", "/berita/panen-raya-padi-di-sukatani", True),
        ("/harga-emas-hari-ini-12-agustus", "/harga-emas-hari-ini-13-agustus", False),
        ("/harga-emas-hari-ini-1-agustus-2026", "/harga-emas-hari-ini-2-agustus-2026", False),
        ("/harga-emas-hari-ini-1-agustus-2026", "/harga-emas-antam-hari-ini-1-agustus-2026", True),
        ("/cuaca-kota-sukatani-hari-ini-senin-pagi", "/cuaca-kota-cimanuk-hari-ini-senin-pagi", False),
        ("/cuaca-kota-sukatani-hari-ini-senin", "/cuaca-kota-sukatani-hari-ini-senin-pagi", True),
        ("/read?judul=panen-raya", "/read?judul=pasar-baru", False),
        ("/read?judul=panen-raya", "/read?JUDUL=panen-raya", True),
        ("/read?id=1", "/read?id=2", False),
        ("/read?id=1", "/read", False),
        ("/index.php?view=article&id=12:panen", "/index.php?view=article&id=13:pasar", False),
        ("/2026/08/15/panen-raya", "/2026/08/15/jembatan-baru", False),
        ("/berita/jembatan-baru-dibuka", "/berita/pasar-baru-dibuka", False),
        ("/berita/98123", "/berita/98124", False),
    ],
)
def test_kin(one: str, other: str, kin: bool) -> None:
    assert may_be_one(S + one, S + other) is kin
    assert may_be_one(S + other, S + one) is kin


def test_a_title_speaks_of_its_slug_and_not_of_any_section() -> None:
    slug = " ".join(words_of(f"{S}/daerah/panen-raya-padi-sukatani-98123.html"))
    assert speaks_of("Panen Raya Padi di Sukatani", None, slug)
    assert not speaks_of("Situs sedang dalam perbaikan", None, slug)
    assert not speaks_of("Layanan daerah terganggu", " ".join(words_of(f"{S}/daerah/98123")))
    assert words_of(f"{S}/panen-raya/98123") == {"panen", "raya"}
