"""Letter schemes: order of rules, capitals, what is left alone."""

from __future__ import annotations

from translit.schemes.letters import LetterScheme

RULES = [("ье", "ye"), ("ж", "zh"), ("е", "e"), ("ь", ""), ("а", "a")]


def test_the_first_rule_that_fits_wins() -> None:
    assert LetterScheme(RULES).romanise("жье") == "zhye"


def test_capitals_come_back() -> None:
    scheme = LetterScheme(RULES)
    assert scheme.romanise("Жа") == "Zha"
    assert scheme.romanise("ЖА") == "ZHA"
    assert scheme.romanise("Ьа") == "A"


def test_what_no_rule_knows_stays() -> None:
    assert LetterScheme(RULES).romanise("Xa жа, 12!") == "Xa zha, 12!"


def test_a_reading_has_no_capitals() -> None:
    assert LetterScheme([("Λ", "al-"), ("q", "q")], cased=False).romanise_word("Λq") == "al-q"
