"""What holds for every scheme and any text."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

import translit
from translit.schemes import Scheme, apply_scheme
from translit.schemes.vocalised import read

ALL = translit.schemes()
SIGNS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0670"
LETTERS = {
    "Arab": "ابپتثجچحخدذرزژسشصضطظعغفقکكگلمنوهیيىةآأإؤئءٱۀ\u200c" + SIGNS,
    "Cyrl": "абвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюяѣѳәғҝҹөүһAЕЁЙЩЮЯ\u0301'’",
    "Geor": "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰჱჲ",
    "Armn": "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆևԵՎՈՒ",
    "Latn": "abcçdeəfgğhıiîjkloöpqrsştuüvyzâİI'",
}
TEXT = st.one_of(st.text(), st.text(alphabet="".join(LETTERS.values()) + " -.,A1۱", max_size=30))
SCHEME = st.sampled_from(ALL)


def _words(scheme: Scheme) -> st.SearchStrategy[str]:
    return st.text(alphabet=LETTERS[scheme.script] + " ", max_size=20)


@given(SCHEME, TEXT)
def test_any_text_gives_composed_text(scheme: Scheme, text: str) -> None:
    written, _ = apply_scheme(text, scheme.id, scheme.lang)
    assert unicodedata.is_normalized("NFC", written)


@given(st.data(), SCHEME)
def test_decomposed_text_is_the_same(data: st.DataObject, scheme: Scheme) -> None:
    text = data.draw(_words(scheme))
    apart = unicodedata.normalize("NFD", text)
    assert apply_scheme(apart, scheme.id, scheme.lang) == apply_scheme(
        unicodedata.normalize("NFC", text), scheme.id, scheme.lang
    )


@given(SCHEME, st.text(alphabet="abcdefghijklmnopqrstuvwxyzéüçšßAZΑαβγΩאבג漢字 .,;-()", max_size=30))
def test_other_scripts_are_left_alone(scheme: Scheme, text: str) -> None:
    if scheme.script != "Latn":
        assert apply_scheme(text, scheme.id, scheme.lang) == (unicodedata.normalize("NFC", text), ())


@given(st.data(), SCHEME)
def test_what_stands_between_words_is_left_alone(data: st.DataObject, scheme: Scheme) -> None:
    text = data.draw(
        st.text(alphabet=LETTERS[scheme.script].translate({0x200C: None}), min_size=1, max_size=8)
    )
    text = text.strip("'’" + SIGNS + "\u0301")
    if text:
        written, _ = apply_scheme(f"« {text} » — ({text}).", scheme.id, scheme.lang)
        assert re.fullmatch(r"« .* » — \(.*\)\.", written)


@given(st.text(alphabet=LETTERS["Arab"] + " ", max_size=30), st.sampled_from(["ar", "fa", "az", "tr"]))
def test_a_reading_has_a_word_for_each_word(text: str, lang: str) -> None:
    readings = read(text, lang)
    assert len(readings) == len(translit.tokens.WORD.findall(text))


@given(st.text(alphabet="abcdeghilmnopqrstuvwz", min_size=1))
def test_an_unknown_scheme_is_an_error_of_our_own(name: str) -> None:
    known = {one.id for one in translit.schemes("ka")}
    if name not in known:
        with pytest.raises(translit.UnknownName):
            translit.romanise("ქუთაისი", scheme=name, lang="ka")


WARM = """
import sys
from translit.schemes import iuliia, vocalised
from translit.schemes.data import read_data
read = sorted(name for name in sys.modules if name in ("yaml", "iuliia"))
assert read_data.cache_info().currsize == 0, "read at import"
assert not read, read
vocalised.read("كِتَاب", "ar"), vocalised.read("خانه", "fa")
iuliia.has("gost-779")
print("yaml" in sys.modules)
"""


def test_data_are_read_when_wanted_and_kept() -> None:
    for _ in range(2):
        run = subprocess.run([sys.executable, "-c", WARM], check=True, capture_output=True, text=True)
    assert run.stdout.strip() == "False"
