"""Any instant, printed in any known shape, is read back as the same instant."""

from __future__ import annotations

import string
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.reading.dates import grammar, machine, parse, plain_line
from newscrawl.reading.dates.folding import fold
from newscrawl.reading.dates.zones import load_zone

ZONES = {7: "WIB", 8: "WITA", 9: "WIT"}
DAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jum'at", "Sabtu", "Minggu"]
ENGLISH_DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
LONG = ("Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember").split()  # noqa: SIM905
SHORT = "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split()  # noqa: SIM905
OLD = "Djan Peb Mrt Apr Mei Djuni Djuli Agt Sept Okt Nop Des".split()  # noqa: SIM905
ENGLISH = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()  # noqa: SIM905

instants = st.builds(
    lambda moment, hours: moment.replace(tzinfo=timezone(timedelta(hours=hours))),
    st.datetimes(datetime(1971, 1, 2), datetime(2098, 12, 30)),  # noqa: DTZ001
    st.sampled_from([7, 8, 9]),
)


def hours(moment: datetime) -> int:
    return round((moment.utcoffset() or timedelta()) / timedelta(hours=1))


def named(moment: datetime) -> str:
    return ZONES[hours(moment)]


weekdays = st.sampled_from(
    [
        lambda _: "",
        lambda m: f"{DAYS[m.weekday()]}, ",
        lambda m: f"{DAYS[m.weekday()]} ",
        lambda m: f"{DAYS[m.weekday()].upper()}, ",
        lambda m: f"{DAYS[m.weekday()].replace(chr(39), '’')} , ",
        lambda m: f"{ENGLISH_DAYS[m.weekday()]}, ",
        lambda m: f"{DAYS[m.weekday()]} Pon, ",
    ]
)
dates = st.sampled_from(
    [
        lambda m: f"{m.day} {LONG[m.month - 1]} {m.year}",
        lambda m: f"{m.day:02} {LONG[m.month - 1].upper()} {m.year}",
        lambda m: f"{m.day:02} {SHORT[m.month - 1]} {m.year}",
        lambda m: f"{m.day} {OLD[m.month - 1]}. {m.year}",
        lambda m: f"{m.day}-{SHORT[m.month - 1]}-{m.year}",
        lambda m: f"{m.day:02} {ENGLISH[m.month - 1]}, {m.year}",
        lambda m: f"{ENGLISH[m.month - 1]} {m.day}, {m.year}",
        lambda m: f"{m.day:02}/{m.month:02}/{m.year}",
        lambda m: f"{m.day}/{m.month}/{m.year}",
        lambda m: f"{m.day:02}-{m.month:02}-{m.year}",
        lambda m: f"{m.day}.{m.month}.{m.year}",
        lambda m: f"{m.day} / {m.month} / {m.year}",
        lambda m: f"{m.year}-{m.month:02}-{m.day:02}",
        lambda m: f"{m.year}/{m.month:02}/{m.day:02}",
        lambda m: f"{m.year} {LONG[m.month - 1]} {m.day}",
    ]
)
between = st.sampled_from(
    [" ", "  ", ", ", " | ", " |", " - ", "- ", " / ", " • ", " – ", " pukul ", ", Pukul: ", " jam ", " at "]
)
clocks = st.sampled_from(
    [
        lambda m: f"{m.hour:02}:{m.minute:02}",
        lambda m: f"{m.hour:02}.{m.minute:02}",
        lambda m: f"{m.hour}:{m.minute:02}",
        lambda m: f"{m.hour % 12 or 12}:{m.minute:02} {'PM' if m.hour > 11 else 'am'}",
        lambda m: f"{m.hour % 12 or 12}.{m.minute:02}{'pm' if m.hour > 11 else 'AM'}",
    ]
)
zone_labels = st.sampled_from(
    [
        lambda m: f" {named(m)}",
        lambda m: f" {named(m).lower()}",
        lambda m: f" ({named(m)})",
        lambda m: f"{named(m)}",
        lambda m: f" GMT+{hours(m)}",
        lambda m: f" +0{hours(m)}00",
    ]
)
before = st.sampled_from(
    [
        *(
            "",
            "Diperbarui ",
            "Diperbarui: ",
            "Tayang: ",
            "Terbit ",
            "Published on ",
            "Kompas.com - ",
            "| ",
            "- ",
        ),
        *(", Jurnalis-", "Penulis: Budi | Editor: Ani | ", "By Budi Santoso - ", "20detik | ", "Jakarta, "),
    ]
)
behind = st.sampled_from(["", " | 998 Views", " Baca tanpa iklan", " ", " |", " - Oleh Budi", " 1.234"])
Shape = Callable[[datetime], str]


@settings(max_examples=400)
@given(
    moment=instants,
    head=before,
    weekday=weekdays,
    date=dates,
    gap=between,
    clock=clocks,
    label=zone_labels,
    tail=behind,
)
def test_date_lines(
    *,
    moment: datetime,
    head: str,
    weekday: Shape,
    date: Shape,
    gap: str,
    clock: Shape,
    label: Shape,
    tail: str,
) -> None:
    text = f"{head}{weekday(moment)}{date(moment)}{gap}{clock(moment)}{label(moment)}{tail}"
    found = parse(text)
    assert found is not None, text
    assert found.instant == moment.replace(second=0, microsecond=0), text
    assert (found.precision, found.zone_named) == ("minute", True), text
    assert found.instant.utcoffset() == moment.utcoffset(), text


@given(moment=instants, weekday=weekdays, date=dates, clock=clocks, label=zone_labels)
def test_time_before_the_date(
    *, moment: datetime, weekday: Shape, date: Shape, clock: Shape, label: Shape
) -> None:
    text = f"{clock(moment)}{label(moment)}, {weekday(moment)}{date(moment)}"
    found = parse(text)
    assert found is not None, text
    assert found.instant == moment.replace(second=0, microsecond=0), text


@given(st.dates(datetime(1990, 1, 1).date(), datetime(2098, 12, 31).date()), weekdays, dates)  # noqa: DTZ001
def test_days(day: datetime, weekday: Shape, date: Shape) -> None:
    text = f"{weekday(day)}{date(day)}"
    found = parse(text)
    assert found is not None, text
    assert (found.instant.date(), found.precision) == (day, "day"), text


machines: list[Shape] = [
    lambda m: m.isoformat(timespec="seconds"),
    lambda m: m.isoformat(sep=" ", timespec="seconds"),
    lambda m: m.isoformat(timespec="microseconds"),
    lambda m: m.strftime("%Y-%m-%dT%H:%M:%S%z"),
    lambda m: m.strftime("%Y-%m-%d %H:%M:%S %z"),
    lambda m: m.strftime("%Y%m%dT%H%M%S%z"),
    lambda m: m.strftime("%Y/%m/%d %H:%M:%S") + f" {named(m)}",
    lambda m: m.strftime("%Y-%m-%d") + named(m) + m.strftime("%H:%M:%S") + f"+0{hours(m)}:00",
    lambda m: m.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    lambda m: m.strftime("%a, %d %b %Y %H:%M:%S %z"),
    lambda m: m.strftime("%a, %d %b %Y %H:%M:%S ") + named(m),
    lambda m: m.strftime("%a %b %d %Y %H:%M:%S GMT%z"),
    lambda m: m.strftime("%a %b %d %H:%M:%S ") + f"{named(m)} {m.year}",
]


@settings(max_examples=300)
@given(instants, st.sampled_from(machines))
def test_machine_dates(moment: datetime, shape: Shape) -> None:
    text = shape(moment)
    found = parse(text, zone="Asia/Jayapura")
    assert found is not None, text
    assert found.instant.replace(microsecond=0) == moment.replace(microsecond=0), text
    assert (found.precision, found.zone_named) == ("second", True), text


@given(st.integers(631_152_000, 4_102_444_799), st.sampled_from(["{}", "{}000", "{}.0", "/Date({}000)/"]))
def test_epochs(seconds: int, shape: str) -> None:
    found = parse(shape.format(seconds))
    assert found is not None
    assert found.instant.timestamp() == seconds


@given(
    head=st.text(string.ascii_letters + " ,|-.:'", max_size=25),
    day=st.integers(1, 31),
    month=st.sampled_from(LONG + SHORT + ENGLISH),
    year=st.integers(1900, 2099),
    gap=st.sampled_from([" ", " | ", ", ", " - "]),
    clock=st.tuples(st.integers(0, 30), st.integers(0, 70)),
    label=st.sampled_from(["", " WIB", " WITA", " WIT"]),
)
def test_the_shortcut_reads_nothing_otherwise_than_the_grammar(
    *, head: str, day: int, month: str, year: int, gap: str, clock: tuple[int, int], label: str
) -> None:
    folded = fold(f"{head} {day} {month} {year}{gap}{clock[0]:02}:{clock[1]:02}{label}")
    assert folded is not None
    zone = load_zone("Asia/Jakarta")
    short = plain_line.read(folded, zone)
    if short is not None:
        found = grammar.first_day(folded)
        assert found is not None
        assert short == grammar.read_moment(folded, found, zone, len(folded)), folded


@given(st.text(string.printable, max_size=40))
def test_machine_reading_never_guesses(text: str) -> None:
    if not any(character.isdigit() for character in text):
        assert machine.read(text, load_zone("Asia/Jakarta")) is None
