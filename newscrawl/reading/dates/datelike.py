"""Whether a line of text is likely a date line: cheap signs only; the reading is left to the grammar."""

from __future__ import annotations

import re

LONGEST = 200
"""A longer line is prose, whatever date it names."""

_MONTH = (
    r"(?:jan|feb|peb|mar|mrt|apr|mei|may|jun|jul|ags|agt|agu|aug|sep|okt|oct|nov|nop|des|dec)[a-z]{0,8}\.?"
)
_YEAR = r"(?:19|20)\d\d"
_DAY_AND_MONTH = (
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?[\s.\-/|]{{1,3}}{_MONTH}"
    rf"|\b{_MONTH}[\s\-]{{1,3}}\d{{1,2}}(?:st|nd|rd|th)?\b"
)
_CALENDAR = re.compile(
    rf"(?:{_DAY_AND_MONTH})[\s.,\-/|]{{1,4}}{_YEAR}\b"
    rf"|\b\d{{1,2}}[/.\-]\d{{1,2}}[/.\-](?:{_YEAR}|\d\d)\b"
    rf"|\b{_YEAR}[/.\-]\d{{1,2}}[/.\-]\d{{1,2}}",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:\d{1,3}|se|satu|beberapa|an?)\s?(?:detik|menit|jam|hari|minggu|bulan|tahun|min|hour|day|week|month)s?"
    r"\s(?:yang\s)?(?:lalu|ago)\b|\bbaru saja\b|\b(?:kemarin|hari ini|yesterday|today),?\s\d",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?<![\d.,:])\d{1,2}[.:]\d{2}(?![\d,])(?!\s?%)")
_DIGIT = re.compile(r"\d")
CHANGED = re.compile(
    r"\b(?:di)?perba(?:ru|haru)i|\bpembaruan|\b(?:last )?(?:update[ds]?|modified|edited)\b"
    r"|\bter(?:update|akhir di)|\b(?:di)?mutakhir|\bdiubah|\bdiedit|\b(?:di)?revisi|\bdisunting",
    re.IGNORECASE,
)
"""The words that call a date one of a change."""

_FILLERS = re.compile(
    r"\b(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad|mon|tue|wed|thu|fri|sat|sun)[a-z]*"
    r"|\b(?:pukul|jam|pada|wib|wita|wit|gmt|utc|am|pm|by|oleh|on|at|published|posted|terbit|tayang|diterbitkan"
    r"|dipublikasikan|diposting|diunggah|views?|dibaca|kali|x|last|komentar|comments?)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_MOST_OTHER_WORDS = 12
_MOST_WITHOUT_CLOCK = 6


def has_calendar_date(text: str) -> bool:
    """Whether ``text`` names a day, a month and a year."""
    return _CALENDAR.search(text) is not None


def has_clock(text: str) -> bool:
    """Whether ``text`` names a time of day."""
    return _CLOCK.search(text) is not None


def is_date_line(text: str) -> bool:
    """Whether ``text`` is a line made to say when: a date with few words beside it."""
    if len(text) > LONGEST or not (_DIGIT.search(text) or "lalu" in text or "saja" in text):
        return False
    found = _CALENDAR.search(text) or _RELATIVE.search(text)
    if found is None:
        return False
    others = text[: found.start()] + " " + text[found.end() :]
    words = len(_WORD.findall(_FILLERS.sub(" ", others)))
    if has_clock(others):
        return words <= _MOST_OTHER_WORDS
    return words <= _MOST_WITHOUT_CLOCK and not (words > 1 and text.endswith("."))
