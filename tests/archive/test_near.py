"""Telling copies from strangers."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.archive import near
from newscrawl.archive.near import Fingerprint
from tests.archive.samples import story

pytestmark = pytest.mark.skipif(near.rensa is None, reason="the extra 'dedup' is not installed")

PRICES = (
    "Harga emas batangan hari ini, {day} Agustus 2026, berada di level Rp1.{a}.000 per gram. Harga tersebut"
    " {way} Rp{b}.000 dibandingkan hari sebelumnya menurut laman resmi penjual.\n\nSementara itu, harga"
    " pembelian kembali berada di level Rp1.{c}.000 per gram. Harga ini adalah harga jika pemilik emas ingin"
    " menjual kembali emas batangan tersebut di gerai penjual. Sesuai ketentuan, penjualan kembali emas"
    " batangan dikenakan pajak penghasilan.\n\nBerikut rincian harga emas batangan: ukuran setengah gram"
    " Rp{d}.000, ukuran dua gram Rp3.{e}.000, ukuran lima gram Rp9.{f}.000."
)


def sentences(text: str) -> list[str]:
    return [part for paragraph in text.split("\n\n") for part in re.split(r"(?<=[.!?]) ", paragraph)]


def copied(text: str, rng: Random, *, cut: float) -> str:
    """A copy as other sites make them: cut, with a dateline and a link line put in, in another order."""
    kept = sentences(text)
    for _ in range(round(len(kept) * cut)):
        kept.pop(rng.randrange(len(kept)))
    rng.shuffle(kept)
    kept.insert(0, "JAKARTA, SIAR - Berikut laporan yang dihimpun redaksi siang ini untuk para pembaca.")
    kept.insert(len(kept) // 2, "Baca juga: Warga Mengeluhkan Jalan Rusak di Pinggir Kota")
    paragraphs = [" ".join(kept[start : start + 2]) for start in range(0, len(kept), 2)]
    return "\n\n".join(paragraphs)


def found(one: Fingerprint, other: Fingerprint) -> bool:
    shared = set(near.bands(one)) & set(near.bands(other))
    return len(shared) >= near.LEAST_SHARED and near.is_copy(one, other)


@pytest.mark.parametrize(("cut", "least"), [(0.0, 1.0), (0.1, 0.99), (0.3, 0.95)])
def test_cut_prefixed_and_reordered_copies_are_found(cut: float, least: float) -> None:
    rng = Random(3)
    texts = [story(number) for number in range(300)]
    hits = sum(found(Fingerprint(text), Fingerprint(copied(text, rng, cut=cut))) for text in texts)
    assert hits >= least * len(texts)


def test_ten_thousand_unrelated_texts_have_no_copy_among_them() -> None:
    seen: dict[int, list[Fingerprint]] = {}
    pairs = 0
    for number in range(10_000):
        text = Fingerprint(story.__wrapped__(number, f"situs{number // 250}"))
        for band in near.bands(text):
            pairs += sum(near.is_copy(text, other) for other in seen.get(band, ()))
            seen.setdefault(band, []).append(text)
    assert pairs == 0


def test_daily_figures_in_the_same_sentences_are_no_copy() -> None:
    monday = PRICES.format(day=3, a=950, way="naik", b=12, c=790, d=1025, e=840, f=575)
    tuesday = PRICES.format(day=4, a=941, way="turun", b=9, c=781, d=1020, e=822, f=530)
    one, other = Fingerprint(monday), Fingerprint(tuesday)
    shared = len(one.shingles & other.shingles)
    assert shared > 0.6 * min(len(one.shingles), len(other.shingles))
    assert not near.is_copy(one, other)
    assert near.is_copy(one, Fingerprint(copied(monday, Random(1), cut=0.2)))


def test_a_short_notice_is_no_copy_even_of_itself() -> None:
    notice = Fingerprint("Artikel ini hanya untuk pelanggan. Silakan masuk untuk membaca selengkapnya.")
    assert near.bands(notice) == []
    assert not near.is_copy(notice, notice)


def test_a_long_text_that_quotes_a_short_one_is_no_copy() -> None:
    short = "\n\n".join(sentences(story(1))[:5])
    long = "\n\n".join([short, *(story(number) for number in range(2, 8))])
    assert not near.is_copy(Fingerprint(short), Fingerprint(long))


def test_the_order_of_sentences_does_not_matter() -> None:
    parts = sentences(story(4))
    one, other = Fingerprint("\n\n".join(parts)), Fingerprint("\n\n".join(reversed(parts)))
    assert near.bands(one) == near.bands(other)


def test_case_punctuation_and_accents_do_not_break_words() -> None:
    one = Fingerprint('Ia berkata, "Kami siap!" lalu pergi ke pasar pagi-pagi sekali.')
    other = Fingerprint("ia berkata, “kami siap!” lalu pergi ke pasar pagi–pagi sekali")
    assert one.shingles == other.shingles


@pytest.mark.parametrize(
    ("written", "folded"),
    [("Stra\u00dfe", "STRASSE"), ("\ufb01lm", "FILM"), ("\u212aelvin", "Kelvin"), ("ma\u017fa", "masa")],
)
def test_letters_that_fold_to_plain_ones_are_the_same(written: str, folded: str) -> None:
    one, other = (Fingerprint(f"Warga {word} membeli ikan di pasar itu.") for word in (written, folded))

    assert one.shingles == other.shingles


@given(st.text(max_size=3000))
def test_any_text_has_a_fingerprint(text: str) -> None:
    fingerprint = Fingerprint(text)
    bands = near.bands(fingerprint)
    assert len(bands) in (0, near.BANDS)
    assert all(0 <= band < 2**63 for band in bands)
    assert near.is_copy(fingerprint, Fingerprint(text)) == (len(fingerprint.shingles) >= near.LEAST_SHINGLES)


WORDS = ["satu", "dua", "tiga", "empat", "lima.", "enam", "tujuh!", "delapan"]


@given(st.lists(st.sampled_from(WORDS), max_size=400))
def test_being_a_copy_goes_both_ways(words: list[str]) -> None:
    one, other = Fingerprint(" ".join(words)), Fingerprint(" ".join(words[: len(words) // 2]))
    assert near.is_copy(one, other) == near.is_copy(other, one)


def test_the_exact_band_comes_from_the_hash_alone() -> None:
    assert near.exact_band("ff" * 32) == 2**63 - 1
    assert near.exact_band("00" * 31 + "01") == 0
