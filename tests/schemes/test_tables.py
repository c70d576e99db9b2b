"""Every scheme table: its own samples, its fields, and that it covers its script."""

from __future__ import annotations

import re

import pytest

import translit
from translit.schemes import Scheme, apply_scheme

ALL = translit.schemes()
SAMPLES = [
    pytest.param(scheme, given, wanted, id=f"{scheme.lang}-{scheme.id}: {wanted}")
    for scheme in ALL
    for given, wanted in scheme.samples
]


@pytest.mark.parametrize(("scheme", "given", "wanted"), SAMPLES)
def test_samples(scheme: Scheme, given: str, wanted: str) -> None:
    assert apply_scheme(given, scheme.id, scheme.lang) == (wanted, ())


@pytest.mark.parametrize("scheme", ALL, ids=lambda scheme: f"{scheme.lang}-{scheme.id}")
def test_fields(scheme: Scheme) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", scheme.id)
    assert scheme.title
    assert scheme.source
    assert len(scheme.samples) >= 10


ALPHABETS = {
    ("ru", "Cyrl"): "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    ("uk", "Cyrl"): "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    ("az", "Cyrl"): "абвгғдеәжзиыјкҝлмноөпрстуүфхһчҹш",
    ("ka", "Geor"): "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    ("hy", "Armn"): "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
}


@pytest.mark.parametrize(
    "scheme",
    [one for one in ALL if one.script not in ("Arab", "Latn", one.target)],
    ids=lambda scheme: f"{scheme.lang}-{scheme.id}",
)
def test_no_letter_is_left_over(scheme: Scheme) -> None:
    alphabet = ALPHABETS[scheme.lang, scheme.script]
    for letter in alphabet:
        for word in (letter, f"{alphabet[0]}{letter}", f"{letter}{alphabet[0]}"):
            for written in (word, word.upper(), word.capitalize()):
                out, guessed = apply_scheme(written, scheme.id, scheme.lang)
                assert not guessed
                assert not set(out) & set(alphabet + alphabet.upper()), (written, out)


def test_an_unknown_scheme_names_the_near_one() -> None:
    with pytest.raises(translit.UnknownName, match="did you mean 'bgn-pcgn'"):
        translit.romanise("Ельцин", scheme="bgn-pcg", lang="ru")
    with pytest.raises(translit.UnknownName, match="languages: "):
        translit.romanise("x", scheme="ala-lc", lang="xx")


def test_known_names_are_read_and_unknown_words_marked() -> None:
    assert translit.romanise("کوچک خان", scheme="ala-lc", lang="fa") == "Kūchik Khān"
    assert translit.romanise("میرزا کوچک خان", scheme="ala-lc", lang="fa") == "Mīrzā Kūchik Khān"
    assert translit.romanise("گلستغبل", scheme="ala-lc", lang="fa").endswith("(?)")


@pytest.mark.parametrize(
    ("plain", "vocalised", "scheme", "wanted"),
    [
        ("احسان‌الله", "اِحْسان‌اللّٰه", "russian", "Эхсанулла"),
        ("احسان‌الله", "اِحْسان‌اللّٰه", "french", "Ehsanollah"),
        ("احسان‌الله", "اِحْسان‌اللّٰه", "ala-lc", "Iḥsān Allāh"),
        ("احسان‌الله", "اِحْسان‌اللّٰه", "iranica", "Eḥsān-Allāh"),
        ("ضیاءالدین", "ضِیاءالدّین", "ala-lc", "Z̤iyāʼ al-Dīn"),
        ("ضیاءالدین", "ضِیاءالدّین", "german", "Zia od-Din"),
        ("عبدالحسین", "عَبدُالحُسَین", "ala-lc", "ʻAbd al-Ḥusayn"),
    ],
)
def test_words_written_in_one_are_joined_as_vocalised_ones(
    plain: str, vocalised: str, scheme: str, wanted: str
) -> None:
    assert translit.romanise(plain, scheme=scheme, lang="fa") == wanted
    assert translit.romanise(vocalised, scheme=scheme, lang="fa") == wanted.lower()


def test_words_of_other_scripts_are_no_guesses() -> None:
    assert apply_scheme("London، Ελλάς ۱۲", "ala-lc", "fa") == ("London، Ελλάς 12", ())


def test_vocalised_text_is_exact() -> None:
    assert translit.romanise("خانَه", scheme="ala-lc", lang="fa") == "khānah"
