"""Chunks: the ways round the patterns say what the patterns say."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit.chunks import plain_word, reading_of, tongues_of
from translit.fold import INVISIBLE
from translit.index import Index
from translit.inflection.endings import numbered_words, table_names
from translit.names import EMPTY
from translit.tokens import WORD
from translit.words import Word, classes_of, make_word

INDEX = Index.build([], EMPTY)
LETTERS = "abAB.,;:!?()\"'-’ʿ1²ـ\u200cışъЪشهი中\u0301\u00ad"


def word(surface: str) -> Word:
    return make_word(surface, EMPTY, INDEX, lambda ids: classes_of(ids, EMPTY))


@given(st.text(alphabet=LETTERS, max_size=8))
def test_the_words_of_a_chunk(chunk: str) -> None:
    found = [(begin, end, one.surface) for begin, end, one in reading_of(chunk, word)]
    wanted = [
        (match.start(), match.start() + len(match.group().rstrip(INVISIBLE)), match.group())
        for match in WORD.finditer(chunk)
    ]
    assert found == wanted


@given(st.text(alphabet=LETTERS, max_size=8))
def test_a_plain_word(chunk: str) -> None:
    match = re.fullmatch(r"[(\"]?([a-z]+)[.,;:!?)\"]*", chunk)
    assert plain_word(chunk) == (match.group(1) if match else None)


@pytest.mark.parametrize("chunk", ["und", "Und,", "(und", "und-und", "", "Kuchik"])
def test_the_languages_of_a_chunk(chunk: str) -> None:
    known = numbered_words()
    wanted = [number for one in WORD.findall(chunk) for number in known.get(one.casefold(), ())]
    assert list(tongues_of(chunk)) == wanted
    assert ("de" in {table_names()[number] for number in tongues_of(chunk)}) == ("und" in chunk.lower())
