"""Words one letter off."""

from __future__ import annotations

import random

from rapidfuzz.distance import OSA

from translit.halves import Halves


def test_halves_find_every_word_one_letter_off() -> None:
    chooser = random.Random(7)
    words = sorted({"".join(chooser.choices("abc", k=chooser.randint(4, 8))) for _ in range(900)})
    halves = Halves(words, 4)
    for word in words[::9]:
        assert halves.near(word) == {other for other in words if OSA.distance(word, other) <= 1}
