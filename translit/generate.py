"""The spellings that romanisation schemes make of an entity's readings.

A native spelling with its reading (or one in a script that spells its sounds) is put through every
scheme of its language, whole and in the shorter forms that the entity's tables know. Each result keeps the
scheme that made it; :func:`translit.schemes.order` says which conventions are met most.
"""

from __future__ import annotations

import marshal
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from translit.fold import APOSTROPHES, CASED, fold, is_ornament, script
from translit.keys import join_skeletons, skeletons
from translit.model import Variant
from translit.schemes import Pipe, is_usual, pipes, rank, write_word
from translit.schemes.letters import capital
from translit.schemes.readings import pair
from translit.tokens import WORD

# A name of a place or body that is shorter than this says too little in foreign letters.
SHORT_PLACE = 5
# A generated word shorter than this is linked only where the document has a fuller name; one shorter than the
# second, where no usual convention writes it.
SHORT_WORD, MIDDLING_WORD = 5, 7
# A native name of more words than this is romanised whole only.
MANY_WORDS = 6


@dataclass(frozen=True, slots=True)
class Made:
    """A generated spelling: as schemes write it, and which.

    ``place`` is that of the native spelling among the entity's variants; ``weak`` and ``derived`` are as for
    :class:`translit.index.Spelling`.
    """

    text: str
    lang: str
    schemes: tuple[str, ...]
    place: int
    weak: bool = False
    derived: bool = False

    def row(self) -> tuple[Any, ...]:
        """The fields in order, as plain data."""
        return (self.text, self.lang, self.schemes, self.place, self.weak, self.derived)

    def variant(self, short: bool = False) -> Variant:
        """The spelling as a variant of the entity."""
        return Variant(
            self.text,
            "generated",
            self.lang,
            ", ".join(self.schemes),
            status="generated",
            short=short,
        )


def alternatives(sounds: Sequence[str]) -> list[list[str]]:
    """The ways in which the words of a reading are put: with ezafe, without it, compounds in one word.

    >>> alternatives(["iḥsān", "allāh", "ḫān"])
    [['iḥsān', 'allāh', 'ḫān'], ['iḥsānullāh', 'ḫān']]
    >>> alternatives(["ḍiyāʾ", "Λdīn"])
    [['ḍiyāʾ', 'Λdīn'], ['ḍiyāʾuddīn']]
    """
    bare = [word.removesuffix("Ε") for word in sounds]
    ways = [bare, _joined(bare), [*sounds[:-1], bare[-1]]]
    return [way for at, way in enumerate(ways) if way not in ways[:at]]


_SUN = "tṯdḏrzsšṣḍṭẓln"


def _joined(words: Sequence[str]) -> list[str]:
    out: list[str] = []
    joined = False
    for word in words:
        joins = word in ("allāh", "Λlāh") or (word.startswith("Λ") and len(word) > 2)
        if out and joins and not joined:
            stem = out.pop()
            stem = stem[:-1] + "u" if stem[-1] in "ūu" else stem if stem[-1] in "āaīi" else stem + "u"
            rest = "llāh" if word in ("allāh", "Λlāh") else word[1:]
            if word.startswith("Λ") and rest[0] in _SUN and rest != "llāh":
                rest = rest[0] + rest
            elif word.startswith("Λ") and rest != "llāh":
                rest = "l" + rest
            out.append(stem + rest)
            joined = True
        else:
            out.append(word)
            joined = False
    return out


_SIGNS = frozenset(APOSTROPHES + "”″·")


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """A spelling without its diacritics, as most print it.

    >>> plain("Kūčik Ḫān"), plain("Ziyāʾ al-Dīn")
    ('Kucik Han', 'Ziya al-Din')
    """
    if script(text) != "latin":
        return unicodedata.normalize("NFC", text)  # й is a letter, and so are ё and ї
    bare = "".join(char for char in unicodedata.normalize("NFD", text) if not is_ornament(char))
    return unicodedata.normalize("NFC", "".join(char for char in bare if char not in _SIGNS))


@dataclass(frozen=True, slots=True)
class Native:
    """A native spelling in its words: their letters, and what the schemes are given."""

    text: str
    lang: str
    place: int
    spans: tuple[tuple[int, int], ...]
    sounds: tuple[str, ...]  # empty where the letters are what is romanised


def natives(record: Mapping[str, Any]) -> Iterator[Native]:
    """The native spellings of a record that a scheme can be applied to."""
    first = 1 + len(record.get("forms", ()))
    for at, item in enumerate(record.get("native", ())):
        text, lang = item["text"], item.get("lang", "")
        if not pipes(lang, script(text)):
            continue
        if any(pipe.reading for pipe in pipes(lang, script(text))):
            words = pair(item.get("reading", ""), text) if item.get("reading") else ()
            if words:
                yield Native(
                    text,
                    lang,
                    first + at,
                    tuple((word.start, word.end) for word in words),
                    tuple(word.sounds for word in words),
                )
        else:
            yield Native(text, lang, first + at, tuple(match.span() for match in WORD.finditer(text)), ())


def make(record: Mapping[str, Any], known: Mapping[str, tuple[bool, bool]]) -> list[Made]:
    """The spellings that schemes make of a record's native ones, each once, the commonest scheme first.

    Arguments:
        record: the record of an entity.
        known: the skeletons of its recorded and derived spellings, each with whether it is weak and
            whether derived. A part of a native name is romanised only where the tables know it as a name.
    """
    person = record["type"] == "person"
    own = {
        _marked(item["text"])
        for key in ("native", "variants")
        for item in record.get(key, ())
        if script(item["text"]) != "latin"
    }
    short = {item["text"] for item in record.get("native", ()) if item.get("short")}
    found: dict[tuple[str, str], dict[str, None]] = {}
    where: dict[tuple[str, str], tuple[int, bool, bool]] = {}
    for native in natives(record):
        for words, (weak, derived) in _parts(native, known, person):
            weak = weak or native.text in short
            for pipe in pipes(native.lang, script(native.text)):
                for text in _written(native, words, pipe):
                    if (not person and len(fold(text)) < SHORT_PLACE) or _marked(text) in own:
                        continue
                    key = (text, native.lang)
                    found.setdefault(key, {})[pipe.name] = None
                    old = where.get(key)
                    if old is None or (old[1], old[2]) > (weak, derived):
                        where[key] = (native.place, weak, derived)
    out = []
    for (text, lang), unsorted in found.items():
        names = [name for _, name in sorted((rank(lang, name), name) for name in unsorted)]
        place, weak, derived = where[text, lang]
        if len(WORD.findall(text)) == 1 and _could_be_another(text, lang, names):
            weak = True
        out.append(Made(text, lang, tuple(names), place, weak, derived))
    return out


def _could_be_another(text: str, lang: str, names: Iterable[str]) -> bool:
    """Whether a generated word is as likely something else: Cinna, Chive, Javin."""
    length = len(fold(text))
    if length < SHORT_WORD or all("+" in name for name in names):
        return True
    latin = script(text) == "latin"
    return latin and length < MIDDLING_WORD and not any(is_usual(lang, name) for name in names)


def _parts(
    native: Native, known: Mapping[str, tuple[bool, bool]], person: bool
) -> Iterator[tuple[range, tuple[bool, bool]]]:
    """The runs of words of a native name that name the entity, and how surely."""
    count = len(native.spans)
    if not count or (native.text.isupper() and count == 1):
        return  # an abbreviation is said by its letters
    yield range(count), (False, False)
    if not person or count > MANY_WORDS:
        return
    texts = [native.text[begin:end] for begin, end in native.spans]
    parts = [skeletons(text) for text in texts]
    for first in range(count):
        for last in range(first + 1, count + 1):
            if last - first == count:
                continue
            if last - first == 1 and any(text != texts[first] and texts[first] in text for text in texts):
                continue  # Nariman Narimanov: a spelling that sounds like the one is the other's
            flags = [known[key] for key in join_skeletons(parts[first:last]) if key in known]
            if flags:
                yield range(first, last), min(flags)


def _written(native: Native, words: range, pipe: Pipe) -> Iterator[str]:
    if not pipe.reading:
        begin, end = native.spans[words[0]][0], native.spans[words[-1]][1]
        text = _settled(" ".join(re.split(r"\s+", pipe.text(native.text[begin:end]))))
        if pipe.cased and script(native.text) not in CASED:
            text = WORD.sub(lambda match: capital(match.group()), text)
        yield text
        return
    ways = alternatives([native.sounds[at] for at in words])
    for way in ways if len(pipe.engines) == 1 else ways[:2]:
        yield _settled(" ".join(filter(None, (write_word(word, pipe) for word in way))))


@lru_cache(maxsize=4096)
def _settled(text: str) -> str:
    return unicodedata.normalize("NFC", text.strip())


# A convention: the language whose spelling it romanises, and the id of the scheme.
Convention = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Which conventions a spelling follows.

    ``conventions`` are those that write the whole so, the first ``exact`` of them as printed, the others
    with their marks left out. When there is none, ``words`` may tell by which each word is written: then
    the spelling mixes conventions.
    """

    conventions: tuple[Convention, ...]
    exact: int = 0
    words: tuple[tuple[str, tuple[Convention, ...]], ...] = ()

    @property
    def mixed(self) -> bool:
        """Whether each word follows a convention, and all together none."""
        return not self.conventions and len(self.words) > 1 and all(found for _, found in self.words)

    @property
    def label(self) -> str | None:
        """The ids of the schemes, the commonest first; ``mixed (…)`` when each word has its own.

        >>> Verdict((("fa", "ala-lc"), ("fa", "ijmes"), ("ru", "ala-lc"))).label
        'ala-lc, ijmes'
        >>> Verdict((), 0, (("Kūchik", (("fa", "ala-lc"),)), ("Xān", (("fa", "un"),)))).label
        'mixed (ala-lc, un)'
        """
        if self.conventions:
            return ", ".join(dict.fromkeys(name for _, name in self.conventions))
        if self.mixed:
            return f"mixed ({', '.join(dict.fromkeys(found[0][1] for _, found in self.words))})"
        return None


class Spelled:
    """What schemes make of one entity's names, at hand by folded spelling and by folded word.

    >>> spelled = Spelled([Made("Kūchik Khān", "fa", ("ala-lc",), 1), Made("Kučik Xān", "fa", ("un",), 1)])
    >>> spelled.verdict("Kūchik Khān").label, spelled.verdict("Kuchik Khan").label
    ('ala-lc', 'ala-lc')
    >>> spelled.verdict("Kūchik Xān").label, spelled.verdict("Kúchik Khan").label
    ('mixed (ala-lc, un)', None)
    """

    def __init__(self, made: Iterable[Made]) -> None:
        self._whole: dict[str, list[Spelling]] = {}
        found: dict[tuple[str, str], dict[str, None]] = {}  # each word once for all schemes that write it so
        for one in made:
            self._whole.setdefault(fold(one.text), []).append((one.text, one.lang, one.schemes))
            for word in WORD.findall(one.text):
                found.setdefault((word, one.lang), {}).update(dict.fromkeys(one.schemes))
        self._words: dict[str, list[Spelling]] = {}
        for (word, lang), schemes in found.items():
            self._words.setdefault(fold(word), []).append((word, lang, tuple(schemes)))

    def pack(self) -> bytes:
        """The same as bytes, of which :meth:`unpack` makes it again."""
        return marshal.dumps((self._whole, self._words))

    @classmethod
    def unpack(cls, packed: bytes) -> Spelled:
        """What :meth:`pack` packed."""
        out = cls(())
        out._whole, out._words = marshal.loads(packed)
        return out

    def verdict(self, surface: str) -> Verdict:
        """By which conventions a spelling of the name may have been written.

        A spelling with marks follows the schemes that write it exactly so; one without marks, also those
        that write it so when their marks are left out.

        Arguments:
            surface: the spelling as printed.
        """
        whole, exact = agreeing(surface, self._whole.get(fold(surface), ()))
        words = [] if whole else [match.group() for match in WORD.finditer(surface)]
        if len(words) < 2:
            return Verdict(whole, exact)
        found = [(word, agreeing(word, self._words.get(fold(word), ()))[0]) for word in words]
        return Verdict((), 0, tuple(found))


# A spelling, the language that was romanised, and the schemes that write it so.
Spelling = tuple[str, str, Sequence[str]]


def agreeing(surface: str, spelled: Iterable[Spelling]) -> tuple[tuple[Convention, ...], int]:
    """The conventions, among spellings with their language and schemes, that a printed one follows.

    Those that write it exactly so come first; the number says how many they are.
    """
    given = _marked(surface)
    unmarked = given == _marked(plain(surface))
    exact: dict[Convention, None] = {}
    bare: dict[Convention, None] = {}
    for text, lang, names in spelled:
        if _marked(text) == given:
            exact.update(dict.fromkeys((lang, name) for name in names))
        elif unmarked and _marked(plain(text)) == given:
            bare.update(dict.fromkeys((lang, name) for name in names))
    return tuple({**exact, **bare}), len(exact)


_JOINTS = re.compile(r"[\s\-‐‑–]+")


@lru_cache(maxsize=65536)
def _marked(text: str) -> str:
    """A spelling in one case with its marks, its joints and apostrophes in one shape."""
    small = unicodedata.normalize("NFC", text).casefold()
    small = _JOINTS.sub("", small)
    return "".join("ʼ" if char in APOSTROPHES else char for char in small)
