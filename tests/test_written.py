"""What names are written as in other scripts."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

import translit
from translit.written import chances, latin_letters, surprise, usual

SCRIPTS = ("arabic", "cyrillic", "hebrew")


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_chances_of_all_pairs_are_one(script: str) -> None:
    known = chances(script)
    assert known is not None
    assert sum(sum(found.values()) for found in known.values()) == pytest.approx(1.0, abs=0.02)
    assert usual()[script] > 0.0


@pytest.mark.parametrize(
    ("right", "wrong", "other", "script"),
    [
        ("Younes", "Yunas", "یونس", "arabic"),
        ("Amalia", "Amelija", "امالیا", "arabic"),
        ("Guy", "Guido", "ги", "cyrillic"),
        ("Smith", "Smet", "смит", "cyrillic"),
        ("Rosenberg", "Ruzenburg", "רוזנברג", "hebrew"),
    ],
)
def test_the_likelier_spelling_surprises_less(right: str, wrong: str, other: str, script: str) -> None:
    assert surprise(right, other, script) < surprise(wrong, other, script)


def test_an_article_may_be_left_out() -> None:
    assert surprise("Baghdadi", "البغدادی", "arabic") < surprise("Bogdad", "البغدادی", "arabic")


@pytest.mark.parametrize(
    ("latin", "other", "script"),
    [
        ("Tipu", "ٹیپو", "arabic"),
        ("Lenin", "ლენინი", "georgian"),
        ("", "یونس", "arabic"),
        ("a" * 31, "ا", "arabic"),
    ],
)
def test_nothing_is_said_of_what_is_not_known(latin: str, other: str, script: str) -> None:
    assert surprise(latin, other, script) == 0.0


def test_marks_become_letters() -> None:
    assert latin_letters("Šiškin") == "shishkin"


@given(st.text(max_size=40), st.text(max_size=40), st.sampled_from(SCRIPTS))
def test_any_text_has_a_finite_surprise(latin: str, other: str, script: str) -> None:
    assert math.isfinite(surprise(latin, other, script))


def test_letters_decide_between_names_that_sound_alike() -> None:
    assert translit.compare("أماليا", "Amalia").score > translit.compare("أماليا", "Amelija").score
