"""The words dates are written with on Indonesian pages: Indonesian, Malay, English, old spellings.

Patterns here match folded text (:mod:`newscrawl.reading.dates.folding`).
"""

from __future__ import annotations

import re


def _cut(rest: str) -> str:
    """A pattern for ``rest`` cut off anywhere: 'ret' is 'ret', 're', 'r' or nothing."""
    return "".join(f"(?:{letter}" for letter in rest) + ")?" * len(rest)


MONTH = (
    rf"(?:d?jan(?:{_cut('uary')}|{_cut('uari')}|uwari)|[fp]eb(?:{_cut('ruary')}|{_cut('ruari')}|uari)"
    rf"|mar(?:{_cut('et')}|{_cut('ch')}|t)|maart|mrt|mac|apr(?:{_cut('il')}|l)|mei|may|mai"
    rf"|d?jun[ie]?|d?jul(?:{_cut('ai')}|[iy])"
    rf"|ag(?:{_cut('ustus')}|sts|st|ts|t|s)|aug(?:{_cut('ustus')}|s)|ogos?"
    rf"|sep{_cut('tember')}|spt|o[kc]t{_cut('ober')}|okb|no[vpf]{_cut('ember')}|d[ei][sc]{_cut('ember')})"
    r"(?![a-z])"
)
MONTH_INITIALS = "adfjmnops"
"""What the words that :data:`MONTH` matches begin with."""

_STEMS = {
    **dict.fromkeys(("jan",), 1),
    **dict.fromkeys(("feb", "peb"), 2),
    **dict.fromkeys(("mar", "mrt", "maa", "mac"), 3),
    **dict.fromkeys(("apr",), 4),
    **dict.fromkeys(("mei", "may", "mai"), 5),
    **dict.fromkeys(("jun",), 6),
    **dict.fromkeys(("jul",), 7),
    **dict.fromkeys(("ag", "agu", "ags", "agt", "aug", "ogo"), 8),
    **dict.fromkeys(("sep", "spt"), 9),
    **dict.fromkeys(("okt", "oct", "okb"), 10),
    **dict.fromkeys(("nov", "nop", "nof"), 11),
    **dict.fromkeys(("des", "dec", "dis", "dic"), 12),
}

WEEKDAY = (
    r"(?=[afijkmnrstw])(?<![a-z])(?:senin|senen|isnin|sen|selasa|slasa|sel|rabu|rebo|rab|kamis|kemis|khamis|kam"
    r"|jum[' ]?[ae]?at|jumuah|jemuwah|jum|sabtu|saptu|setu|sab|minggu|mgg|min|ahad|ngahad"
    r"|mon(?:day)?|tue(?:sday|s)?|wed(?:nesday)?|thu(?:rsday|rs|r)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
    r"(?![a-z])"
)

PASARAN = r"(?: ?(?:legi|manis|pahing|paing|pon|wage|kliwon)(?![a-z]))?"
"""The day of the Javanese five-day week that may follow the weekday."""

_WEEKDAY_STEMS = {
    **dict.fromkeys(("sen", "isn", "mon"), 0),
    **dict.fromkeys(("sel", "sla", "tue"), 1),
    **dict.fromkeys(("rab", "reb", "wed"), 2),
    **dict.fromkeys(("kam", "kem", "kha", "thu"), 3),
    **dict.fromkeys(("jum", "jem", "fri"), 4),
    **dict.fromkeys(("sab", "sap", "set", "sat"), 5),
    **dict.fromkeys(("min", "mgg", "aha", "nga", "sun"), 6),
}

_ONES = {
    word: value
    for value, words in enumerate(
        (
            "se satu a an one",
            "dua two",
            "tiga three",
            "empat four",
            "lima five",
            "enam six",
            "tujuh seven",
            "delapan lapan eight",
            "sembilan nine",
            "ten",
            "eleven",
            "twelve",
        ),
        start=1,
    )
    for word in words.split()
}

_DIGIT_WORD = "satu|dua|tiga|empat|lima|enam|tujuh|delapan|lapan|sembilan"

NUMBER = (
    rf"(?:[0-9]{{1,4}}|(?:se|{_DIGIT_WORD}) ?(?:belas|puluh)(?: (?:{_DIGIT_WORD}))?|{_DIGIT_WORD}"
    r"|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
)

_NUMBER_PARTS = re.compile(r"([a-z]+?) ?(belas|puluh)?(?: ([a-z]+))?")


def month_number(word: str) -> int:
    """1 to 12 for a word that :data:`MONTH` matches."""
    return _STEMS[word[1:4] if word.startswith("dj") else word[:3]]


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 for a word that :data:`WEEKDAY` matches."""
    return _WEEKDAY_STEMS[word[:3]]


def number(words: str) -> int | None:
    """The value of what :data:`NUMBER` matches; None for a sequence that is no number ('dua belas tiga')."""
    if words.isdecimal():
        return int(words)
    parts = _NUMBER_PARTS.fullmatch(words)
    if parts is None or parts[1] not in _ONES:
        return None
    value = _ONES[parts[1]]
    if parts[2] == "belas":
        return value + 10 if parts[3] is None else None
    if parts[2] == "puluh":
        return value * 10 + (_ONES[parts[3]] if parts[3] else 0)
    return value if parts[3] is None else None
