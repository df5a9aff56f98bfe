"""Every shape that Indonesian pages print, one string for each, and what it must give."""

from __future__ import annotations

import csv
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from newscrawl.reading.dates import ParsedDate, parse
from tests.shared_data import SHARED, needs_shared

JAKARTA = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=JAKARTA)


def agrees(found: ParsedDate | None, expected: str) -> bool:
    """Whether ``found`` is the instant ``expected`` with its offset, or that day with precision 'day'."""
    if found is None:
        return False
    if len(expected) == 10:
        return found.precision == "day" and found.instant.date().isoformat() == expected
    wanted = datetime.fromisoformat(expected)
    wanted = wanted if wanted.tzinfo else wanted.replace(tzinfo=JAKARTA)
    return found.instant == wanted and found.instant.utcoffset() == wanted.utcoffset()


MINUTE = "2026-05-05T14:30:00+07:00"
"""What every string of the next list says: a Tuesday, half past two in the afternoon, in Jakarta."""

SAME_MINUTE = """
Selasa, 5 Mei 2026 14:30 WIB
Selasa, 05 Mei 2026 | 14:30 WIB
Selasa 05 Mei 2026, 14.30 WIB
SELASA, 5 MEI 2026 | 14:30 WIB
selasa, 5 mei 2026 - 14:30 wib
Selasa   5 Mei  2026  14:30 WIB
Selasa,5 Mei 2026-14:30WIB
Selasa , 5 May 2026, 14:30 WIB
Tuesday, 05 May, 2026 | 14:30 WIB
Selasa, 5 Mei 2026 / 14:30 WIB
Selasa, 5 Mei 2026 // 14.30 WIB
Selasa, 5 Mei 2026 • 14:30 WIB
Salasa, 5 Méi 2026 - 14:30
Selasa, 5 Mei 2026 2:30 ptg
Selasa, 5 Mei 2026 · 14.30
Selasa, 5 Mei 2026 – 14:30 WIB
Selasa, 5 Mei 2026 — 14:30
Selasa, 5 Mei 2026 @ 14:30
Selasa, 5 Mei 2026 (14:30 WIB)
Selasa, 5 Mei 2026 14:30 (WIB)
Selasa, 5 Mei 2026, 14.30 W.I.B.
Selasa, 5 Mei 2026 WIB 14:30
Selasa, 5 Mei 2026 14 : 30 WIB
Selasa, 5 Mei 2026 pukul 14.30 WIB
Selasa, 5 Mei 2026, Pukul : 14.30 WIB
Selasa, 5 Mei 2026 pkl. 14.30
Selasa, 5 Mei 2026 jam 14:30
Selasa (5/5/2026) pukul 14.30 WIB
Selasa(5/5/2026) 14:30
Hari Selasa tanggal 5 Mei 2026 jam 14.30 WIB
Selasa Kliwon, 5 Mei 2026 14:30 WIB
Slasa, 5 Mei 2026 14:30
Selasa, 5 Mei 2026 2.30 siang
Selasa, 5 Mei 2026 14.30 siang WIB
Selasa, 5 Mei 2026 pukul 2.30 siang
5/5/2026 14:30
05-05-2026 14:30
5.5.2026, 14:30
5 / 5 / 2026 14:30
05_05_2026 14.30
5/5/26, 14:30
05.05.26 14:30
05.05.26, 14:30 WIB
5 Mei 2026 PM 02:30
05 05 2026 14:30
5-Mei-2026 14:30
5/Mei/2026 14.30
5mei2026 14:30
5 Mei '26 14:30
5 Mei' 2026 14:30
05 Mei 26 | 14:30
5 Mei 26 oleh Admin 14:30 WIB
05/05/26 Redaksi pukul 14.30
05-May-2026 02:30 PM
Mei 5, 2026 2:30 pm
May 5th, 2026 | 2.30 p.m.
Selasa, Mei 5, 2026 14:30 PM
May-05-2026 14:30
Mei 05 / 2026 14:30 WIB
2026 Mei 5, 14:30
2026-05-05 14:30
2026/05/05 14:30
2026.05.05 14.30
2026-5-5 14:30
2026-05-05T14:30
2026-05-05T14:30+07:00
2026-05-05T14:30+0700
2026-05-05T14:30+07
2026-05-05T14:30+7
2026-05-05 14:30 +07:00
2026-05-05 14:30 UTC+7
2026-05-05 14:30 (GMT+7)
2026-05-05 14:30 GMT+07:00
2026-05-05WIB14:30:00+07:00
2026-05-05T14:30:00WIB
2026-05-05T14.30.00+07:00
202605051430
Tue, 05 May 2026 14:30 +0700
Tue, 05 May 2026 14:30 WIB
Tue May 05 14:30 WIB 2026
Selasa, 5 Mei 14:30 WIB 2026
14:30 WIB, 5 Mei 2026
14.30 Selasa, 05-05-2026
Pukul 14.30 WIB - Selasa, 5 Mei 2026
Published 2:30 PM, May 5, 2026
Kompas.com - 05/05/2026, 14:30 WIB
Kompas.com- Diperbarui 05/05/2026, 14:30 WIB
Diperbarui 5 Mei 2026, 14:30 WIB
Tayang: Selasa, 5 Mei 2026 14:30 WIB
Terbit 5 Mei 2026 14:30 WIB
Diterbitkan: 5 Mei 2026, 14.30
on 05 May 2026 at 14:30 WIB
pada 05 Mei 2026, 14:30 WIB
Liputan6.com, 05 Mei 2026 pada 14:30
, Jurnalis-Selasa, 5 Mei 2026 |14:30 WIB
By Budi Santoso - Selasa, 5 Mei 2026 | 14:30 WIB
Budi Santoso • 5 Mei 2026 14:30 WIB
Peristiwa | 5 Mei 2026, 14:30 WIB
20DETIK | Selasa 05 Mei 2026, 14:30 WIB
Penulis: Budi | Editor: Ani | Selasa, 5 Mei 2026 | 14:30 WIB
5 Mei 2026 oleh Admin 14:30 WIB
Dibaca 1.234 kali | 5 Mei 2026 14:30
Selasa, 5 Mei 2026 14:30 WIB | 998 Views
Selasa, 5 Mei 2026 14:30 WIB 170524
Selasa, 5 Mei 2026 14:30 WIB Baca tanpa iklan
Selasa, 5 Mei 2026 14:30 WIBPenulis: Budi
5 Mei 2026   14:30 Diperbarui: 6 Mei 2026   08:33
Diperbarui 6 Mei 2026 08:00 WIB | Terbit 5 Mei 2026 14:30 WIB
Selasa, 18 Zulkaidah 1447 / 5 Mei 2026 14:30 WIB
5 Mei 2026 M / 18 Zulkaidah 1447 H 14:30
𝐒𝐞𝐥𝐚𝐬𝐚, 𝟓 𝐌𝐞𝐢 𝟐𝟎𝟐𝟔 𝟏𝟒:𝟑𝟎 𝐖𝐈𝐁
５／５／２０２６　１４：３０
٥/٥/٢٠٢٦ ١٤:٣٠
5&nbsp;Mei&nbsp;2026 &bull; 14:30
5\\/5\\/2026 14:30
📅 5 Mei 2026 🕒 14:30 WIB
Selasa, 5 Mei 2026 14:30 - 16:00 WIB
Selasa, 5 Mei 2026 14:30-16:00
"""


@pytest.mark.parametrize("text", [line for line in SAME_MINUTE.splitlines() if line])
def test_one_minute_in_every_shape(text: str) -> None:
    assert agrees(parse(text, now=NOW), MINUTE), parse(text, now=NOW)
    assert parse(text, now=NOW) == parse(f"\n\t {text} \u00a0", now=NOW)


SECONDS = """
2026-05-05T14:30:15+07:00 => 2026-05-05T14:30:15+07:00
2026-05-05T07:30:15Z => 2026-05-05T07:30:15+00:00
2026-05-05T07:30:15.000Z => 2026-05-05T07:30:15+00:00
2026-05-05T14:30:15.1234567+07:00 => 2026-05-05T14:30:15.123456+07:00
2026-05-05T14:30:15,5+0700 => 2026-05-05T14:30:15.500000+07:00
2026-05-05 14:30:15 => 2026-05-05T14:30:15+07:00
2026/05/05 14:30:15 => 2026-05-05T14:30:15+07:00
2026-05-05 T14:30:15Z => 2026-05-05T14:30:15+07:00
2026-05-05T14-30-15Z => 2026-05-05T14:30:15+07:00
20260505T073015Z => 2026-05-05T07:30:15+00:00
20260505143015 => 2026-05-05T14:30:15+07:00
1777966215 => 2026-05-05T14:30:15+07:00
1777966215000 => 2026-05-05T14:30:15+07:00
/Date(1777966215000)/ => 2026-05-05T14:30:15+07:00
Published on 2026-05-05T14:30:15+07:00 => 2026-05-05T14:30:15+07:00
Tue, 05 May 2026 14:30:15 +0700 => 2026-05-05T14:30:15+07:00
Tue, 05 May 2026 14:30:15 WIB => 2026-05-05T14:30:15+07:00
Tue, 05 May 2026 14:30:15 WITA => 2026-05-05T14:30:15+08:00
Tue, 05 May 2026 14:30:15 WIT => 2026-05-05T14:30:15+09:00
Tue, 05 May 2026 07:30:15 GMT => 2026-05-05T07:30:15+00:00
Tue, 05 May 2026 07:30:15 UT => 2026-05-05T07:30:15+00:00
Tue, 05 May 2026 02:30:15 EST => 2026-05-05T02:30:15-05:00
Tuesday, 05-May-26 07:30:15 GMT => 2026-05-05T07:30:15+00:00
Tue May 05 2026 14:30:15 GMT+0700 (Western Indonesia Time) => 2026-05-05T14:30:15+07:00
Tue May 5 14:30:15 +0700 2026 => 2026-05-05T14:30:15+07:00
Selasa, 5 Mei 2026 14.30.15 WIB => 2026-05-05T14:30:15+07:00
"""


@pytest.mark.parametrize("line", [line for line in SECONDS.splitlines() if line])
def test_seconds_are_kept(line: str) -> None:
    text, expected = line.split(" => ")
    found = parse(text)
    assert agrees(found, expected), found
    assert found is not None
    assert found.precision == "second"


DAYS = """
Selasa, 5 Mei 2026
5 Mei 2026
05/05/2026
(5/5/2026)
20260505
2026-05-05
| Tuesday, 05 May 2026 |
Last Update : Tuesday, 05 May 2026
Published on May. 5, 2026
3 Views | 5 Mei 2026
5 Mei 2026 | 1.234 views
5 Mei 2026 | 12.34 ribu kali
5 Mei 2026, | 1
Tanggal 5 bulan Mei tahun 2026
Selasa malam, 5 Mei 2026
Selasa, 18 Zulkaidah 1447 / 5 Mei 2026
"""


@pytest.mark.parametrize("text", [line for line in DAYS.splitlines() if line])
def test_a_day_is_midnight_and_claims_no_time(text: str) -> None:
    found = parse(text)
    assert found is not None
    assert (found.instant.isoformat(), found.precision) == ("2026-05-05T00:00:00+07:00", "day")


@needs_shared
def test_every_collected_string_with_a_stated_value() -> None:
    with (SHARED / "facts" / "dates.tsv").open(encoding="utf-8") as source:
        rows = list(csv.DictReader(source, delimiter="\t", quoting=csv.QUOTE_NONE))
    wrong = [
        (row["string"], row["iso"], parse(row["string"], now=NOW))
        for row in rows
        if row["iso"] and not agrees(parse(row["string"], now=NOW), row["iso"])
    ]
    assert rows
    assert wrong == []


def test_a_sixtieth_second_belongs_to_the_minute_that_is_printed() -> None:
    for text in ("2026-05-05T14:30:60+07:00", "5 Mei 2026 14:30:60"):
        found = parse(text, now=NOW)
        assert found is not None
        assert found.instant.isoformat()[:19] == "2026-05-05T14:30:59"
