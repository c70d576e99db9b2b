"""Keys: what spellings of one name share, however they are romanised.

A *skeleton* is the sequence of consonant classes of a name (STYLE's ``consonant_skeleton``): the
vowels are dropped and the consonants that romanisations exchange (kh, ch, x and h; sh, sch, ch and
ç; s and z; w, v and ff) fall into one class each. An ambiguous letter gives several skeletons, so a
spelling has a small set of them, and two spellings of one name share at least one. Skeletons
propose; :mod:`translit.compare` decides.

The same functions make the keys of the index and those of a query.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice

from translit.fold import HYPHENS, fold
from translit.names import words_of
from translit.schemes.sounds.reading import is_article, read_pairs, sounds, symbols

# Skeletons kept for one word and for one name: the likeliest first.
WORD_LIMIT = 16
NAME_LIMIT = 32


@lru_cache(maxsize=65536)
def skeletons(word: str) -> tuple[str, ...]:
    """The consonant skeletons of one word, the likeliest first, 16 at most.

    >>> skeletons("Kuchik"), skeletons("Kuçek")
    (('KCK', 'KHK'), ('KCK',))
    >>> "KCK" in skeletons("کوچک"), skeletons("Aia")
    (True, ('',))
    """
    return sound_skeletons(sounds(word), WORD_LIMIT)


def sound_skeletons(sound: str, limit: int) -> tuple[str, ...]:
    """The skeletons of a sound string."""
    table = symbols()
    one_class, several = table.one_class, table.skeleton
    out = [""]
    tail = ""  # the classes since the last sound with several
    for symbol in sound:
        only = one_class.get(symbol)
        if only is not None:
            tail += only
        elif symbol in several:
            # Grouped by option, so that a cut at the limit keeps the likely readings.
            out = [made + tail + option for option in several[symbol] for made in out][:limit]
            tail = ""
    if len(out) == 1:
        return (out[0] + tail,)
    return tuple(dict.fromkeys([made + tail for made in out] if tail else out))


def join_skeletons(parts: list[tuple[str, ...]]) -> tuple[str, ...]:
    """The skeletons of a name from those of its words, 32 at most.

    >>> join_skeletons([("KCK", "KHK"), ("HN",)])
    ('KCKHN', 'KHKHN')
    """
    out = parts[0] if parts else ("",)
    for options in parts[1:]:
        if len(options) == 1:
            out = tuple([made + options[0] for made in out])
        else:
            found = dict.fromkeys([made + option for option in options for made in out])
            out = tuple(islice(found, NAME_LIMIT)) if len(found) > NAME_LIMIT else tuple(found)
    return out


def deletions(key: str) -> set[str]:
    """``key`` and all that is left of it when one class is dropped.

    >>> sorted(deletions("KCK"))
    ['CK', 'KC', 'KCK', 'KK']
    """
    return {key} | {key[:at] + key[at + 1 :] for at in range(len(key))}


@cache
def _misreadings() -> tuple[tuple[str, str], ...]:
    return tuple(read_pairs())


def misread(folded: str) -> str:
    """A folded word with the letters that scanners confuse brought to one form.

    >>> misread("mandelstarn") == misread("mandelstam")
    True
    """
    for seen, meant in _misreadings():
        folded = folded.replace(seen, meant)
    return folded


@lru_cache(maxsize=65536)
def word_key(text: str) -> str:
    """The folded words of a spelling, joined: equal for spellings that differ in marks, case,
    hyphens and spaces only.

    >>> word_key("Ehsan Ollah") == word_key("Ehsanollah") == word_key("EHSAN-OLLAH")
    True
    """
    return "".join(map(fold, words_of(text)[0]))


_DIGIT = re.compile("[0-9]")
_ROMAN = re.compile("[IVX]{2,5}")
_ONE = frozenset("IVX")  # the number of a ruler, where it ends the name: ʿAbbas I


@lru_cache(maxsize=65536)
def name_skeletons(text: str) -> tuple[str, ...]:
    """The skeletons of a whole name, its words joined, the Arabic article left out.

    >>> set(name_skeletons("Ehsan Ollah Khan")) & set(name_skeletons("Эхсанулла-хан"))
    {'HSNLHN'}
    """
    words, gaps = words_of(text)
    # A number has no sound, and without it the name is another: Nicholas II.
    if _DIGIT.search(text) if text.isascii() else any(map(str.isdigit, text)):
        return ()
    last = len(words) - 1
    if last > 0 and text[-1] in _ONE and words[last] in _ONE:
        return ()
    parts = []
    for at, word in enumerate(words):
        if word[0] in _ONE and _ROMAN.fullmatch(word):
            return ()
        if at < last:
            after = gaps[at + 1]
            if is_article(word, after != "" and after[0] in HYPHENS):
                continue
        parts.append(skeletons(word))
    return join_skeletons(parts) if parts else ()
