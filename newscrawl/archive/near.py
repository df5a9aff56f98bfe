"""How alike two texts are: word shingles, their MinHash, and the rule that calls one a copy of the other.

Copies of agency texts are cut from the end or in the middle, given a new headline, dateline and byline, and
put into another order. So shingles do not cross sentences, and what counts is how much of the shorter text
stands in the longer one. MinHash (Broder 1997) only proposes candidates; the decision is made on the texts
themselves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

try:
    import rensa
except ImportError:  # the extra "dedup" is not installed: only exact copies are found
    rensa = None

SHINGLE = 4
"""Words in a shingle. Longer ones break at every edited word, shorter ones are shared by strangers."""

BANDS, ROWS = 24, 2
LEAST_SHARED = 2
"""Two texts of similarity s share a band with probability s**ROWS, and are candidates with LEAST_SHARED of
BANDS: 0.99 of those with s = 0.5, one in a million of those with s = 0.01."""

LEAST_SHINGLES = 20
"""Texts below this are captions and notices, which are alike without being copies."""

LEAST_CONTAINED = 0.5
LEAST_SIMILAR = 0.25
LEAST_FIGURES = 5

_SEED = 1
_SENTENCE_END = re.compile('[.?!](?: |(?<=\\.)(?:"|”) )'.encode())
_ONLY_WORDS = bytes(
    ord(chr(byte).lower()) if chr(byte).isalnum() or byte == ord("\n") else ord(" ") for byte in range(128)
).ljust(256)
# How letters begin in UTF-8 that folding makes letters of ASCII: ß, İ, ŉ, ſ, ǰ, ẖ to ẞ, ﬀ to ﬆ, and the sign
# for kelvin (CaseFolding.txt of Unicode). They are too rare to fold every text for.
_FOLDS_TO_ASCII = re.compile(
    b"|".join(
        [
            *(letter.encode() for letter in "\u00df\u0130\u0149\u017f\u01f0\u212a"),
            "\u1e96".encode()[:2],
            "\ufb00".encode()[:2],
        ]
    )
)
_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
_MASK = (1 << 63) - 1
# The odd constant of Fibonacci hashing (Knuth, volume 3, 6.4): 2**64 over the golden ratio.
_SPREAD = 0x9E3779B97F4A7C15

EXACT_ONLY = "content-hash"
"""How bands are made where MinHash is missing: only texts that are the same share one."""

ALGORITHM = f"minhash-{rensa.RMinHash.ALGORITHM_VERSION}-w{SHINGLE}-b{BANDS}-r{ROWS}" if rensa else EXACT_ONLY
"""Names how bands are made; bands made another way say nothing about these."""


@dataclass(frozen=True)
class Fingerprint:
    """A text as the comparison sees it."""

    text: str

    @cached_property
    def shingles(self) -> set[bytes]:
        """Runs of words inside sentences, case folded; a shorter sentence is one shingle.

        Letters are those of ASCII, which Indonesian is written in; anything else separates words.
        """
        return set(self.runs)

    @cached_property
    def runs(self) -> list[bytes]:
        """The shingles in their order, each as often as it stands there."""
        text = self.text.encode(errors="surrogatepass")
        if _FOLDS_TO_ASCII.search(text):
            text = self.text.casefold().encode(errors="surrogatepass")
        text = _SENTENCE_END.sub(b"\n", text)
        found: list[bytes] = []
        for sentence in text.translate(_ONLY_WORDS).split(b"\n"):
            words = sentence.split()
            if len(words) > SHINGLE:
                found += map(b" ".join, zip(words, words[1:], words[2:], words[3:], strict=False))
            elif words:
                found.append(b" ".join(words))
        return found

    @cached_property
    def figures(self) -> frozenset[str]:
        """The numbers in the text."""
        return frozenset(_FIGURE.findall(self.text))


def bands(fingerprint: Fingerprint) -> list[int]:
    """Numbers of which two like texts share some: 24 of 63 bits, none without rensa or text."""
    if rensa is None or not _says_enough(fingerprint):
        return []
    sketch = rensa.RMinHash(num_perm=BANDS * ROWS, seed=_SEED)
    # What stands there twice changes no minimum, and a list is gone through in half the time of a set.
    sketch.update(fingerprint.runs)
    digest = sketch.digest()
    return [
        _band_number(number, first, second)
        for number, first, second in zip(range(1, BANDS + 1), digest[::ROWS], digest[1::ROWS], strict=True)
    ]


def _says_enough(fingerprint: Fingerprint) -> bool:
    """Whether there are enough shingles; the first of them nearly always tell, without a set of all."""
    first = fingerprint.runs[: 2 * LEAST_SHINGLES]
    return len(set(first)) >= LEAST_SHINGLES or len(fingerprint.shingles) >= LEAST_SHINGLES


def exact_band(content_hash: str) -> int:
    """The number that only records with the same title and body share."""
    return int(content_hash[:16], 16) & _MASK


def is_copy(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether one of two texts is a copy of the other, whole, cut, or in another order."""
    shared = len(one.shingles & other.shingles)
    shorter = min(len(one.shingles), len(other.shingles))
    union = len(one.shingles) + len(other.shingles) - shared
    if shorter < LEAST_SHINGLES or shared < LEAST_CONTAINED * shorter or shared < LEAST_SIMILAR * union:
        return False
    return not _tell_other_figures(one.figures, other.figures)


def _tell_other_figures(one: frozenset[str], other: frozenset[str]) -> bool:
    """Daily reports of prices, weather and results share their sentences and differ in every number."""
    fewer = min(len(one), len(other))
    return fewer >= LEAST_FIGURES and len(one & other) < fewer / 2


def _band_number(number: int, first: int, second: int) -> int:
    mixed = (number ^ first) * _SPREAD & 0xFFFFFFFFFFFFFFFF
    mixed = (mixed ^ mixed >> 32 ^ second) * _SPREAD & 0xFFFFFFFFFFFFFFFF
    return (mixed ^ mixed >> 32) & _MASK
