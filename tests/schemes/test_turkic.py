"""Azerbaijani and Turkish: alphabets covered, the two Azerbaijani ones each other's inverse, vowel signs."""

from __future__ import annotations

import re
import unicodedata

import pytest

from translit.schemes import Scheme, apply_scheme, schemes

LATIN = {
    "az": "abcçdeəfgğhxıijkqlmnoöprsştuüvyz",
    "tr": "abcçdefgğhıijklmnoöprsştuüvyzâîû",
}
CYRILLIC = "абвгғдеәжзиыјкҝлмноөпрстуүфхһчҹшйэюя"
ARABIC = "ءآأإؤئابپتثجچحخدذرزژسشصضطظعغفقکكگلمنوهھیيىةەۀۇۆؽ"
TURKIC = [one for lang in LATIN for one in schemes(lang)]


def _given(scheme: Scheme) -> str:
    return {"Latn": LATIN[scheme.lang], "Cyrl": CYRILLIC, "Arab": ARABIC}[scheme.script]


@pytest.mark.parametrize(
    "scheme",
    [one for one in TURKIC if (one.lang, one.script) != ("tr", "Arab") and one.script != one.target],
    ids=lambda one: f"{one.lang}-{one.script}-{one.id}",
)
def test_no_letter_is_left_over(scheme: Scheme) -> None:
    name = {"Latn": "LATIN", "Cyrl": "CYRILLIC", "Arab": "ARABIC"}[scheme.script]
    alphabet = _given(scheme)
    for letter in alphabet:
        for word in (letter, alphabet[-5] + letter, letter + alphabet[-5]):
            out, _ = apply_scheme(word, scheme.id, scheme.lang)
            left = [char for char in out if unicodedata.name(char, "").startswith(name) and char != "ь"]
            assert not left, (word, out)


def test_the_two_azerbaijani_alphabets_are_each_others_inverse() -> None:
    text = "аҝаҹаһаҝ дөвләтин үзүмү ғызыл жалә чөрәк пәнҹәрә фәсил шәһәр китаб сән"
    latin, _ = apply_scheme(text, "national", "az")
    assert apply_scheme(latin, "cyrillic", "az") == (text, ())


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("یاخشی", "yāxşı"),  # back vowels throughout: ı
        ("آغاجی", "āğācı"),
        ("شیرازی", "şīrāzī"),  # a front vowel first
        ("ساحِلی", "sāḥilī"),  # a letter of Arabic
        ("رَئیس", "raʼīs"),
        ("مُؤَلِّف", "muʼallif"),
        ("مُؤمِن", "muʼmin"),
        ("گؤزَل", "gözal"),
        ("قُوَّه", "qūvah"),
        ("خَیّام", "xayyām"),
        ("ناصِر الدِّین", "nāṣir al-dīn"),
        ("مَعنًى", "maʻnan"),
        ("چایِ", "çā-yi"),
        ("عیسى", "ʻīsá"),
        ("الما", "almā"),
        ("دُوست", "dost"),
        ("سُؤزلُوک", "sözlük"),
    ],
)
def test_azerbaijani_in_arabic_script(given: str, wanted: str) -> None:
    assert apply_scheme(given, "ala-lc", "az") == (unicodedata.normalize("NFC", wanted), ())


def test_plain_spellings_have_no_marks() -> None:
    for lang in LATIN:
        out, _ = apply_scheme(LATIN[lang].replace("i", ""), "english", lang)
        assert re.fullmatch(r"[a-z]+", out), out
