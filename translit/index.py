"""Keys to spellings: which spellings a word or a name may stand for.

Built once from the entities, by the same functions that make the keys of a query, and immutable
from then on. It proposes candidates; it does not decide.
"""

from __future__ import annotations

import hashlib
import marshal
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, overload

from rapidfuzz.distance import OSA

from translit.fold import HYPHENS, fold
from translit.generate import Made, Spelled, Verdict, make
from translit.keys import join_skeletons, skeletons
from translit.model import Entity, Variant
from translit.names import Lexicon, Part
from translit.schemes.sounds import is_article
from translit.tokens import NAME_DOTS, WORD, is_capitalised

# A skeleton this short says too little for a single deletion to be looked up.
MIN_FUZZY = 4
# Nor one this short as mistyped.
MIN_SLIP = 5


@dataclass(frozen=True, slots=True)
class Spelling:
    """A spelling in the index.

    ``entity`` is the position of its entity, ``place`` that of the variant in it (for a derived
    short form, of the variant it was derived from). ``weak`` spellings need a fuller mention in
    the document; ``derived`` ones are short forms that the tables do not list. With ``article``,
    a ``the`` must stand before the mention. ``schemed`` ones are not recorded: a scheme makes them of the
    variant at ``place``.
    """

    text: str
    entity: int
    place: int
    weak: bool = False
    derived: bool = False
    article: bool = False
    schemed: bool = False


@lru_cache(maxsize=65536)
def word_key(text: str) -> str:
    """The folded words of a spelling, joined: equal for spellings that differ in marks, case,
    hyphens and spaces only.

    >>> word_key("Ehsan Ollah") == word_key("Ehsanollah") == word_key("EHSAN-OLLAH")
    True
    """
    return "".join(fold(match.group()) for match in WORD.finditer(text))


# Chinese characters and kana.
_UNPARTED = re.compile(f"[\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff{NAME_DOTS}]+")
_ROMAN = re.compile("[IVX]{2,5}")
_ONE = frozenset("IVX")  # the number of a ruler, where it ends the name: ʿAbbas I


@lru_cache(maxsize=65536)
def name_skeletons(text: str) -> tuple[str, ...]:
    """The skeletons of a whole name, its words joined, the Arabic article left out.

    >>> set(name_skeletons("Ehsan Ollah Khan")) & set(name_skeletons("Эхсанулла-хан"))
    {'HSNLHN'}
    """
    found = list(WORD.finditer(text))
    last = found[-1].group() if len(found) > 1 and text.endswith(("I", "V", "X")) else ""
    if any(map(str.isdigit, text)) or any(_ROMAN.fullmatch(match.group()) for match in found) or last in _ONE:
        return ()  # a number has no sound, and without it the name is another: Nicholas II
    parts = []
    for at, match in enumerate(found):
        word = match.group()
        after = text[match.end() : match.end() + 1]
        if at < len(found) - 1 and is_article(word, after != "" and after in HYPHENS):
            continue
        parts.append(skeletons(word))
    return join_skeletons(parts) if parts else ()


def is_abbreviation(text: str) -> bool:
    """Whether a spelling is said by its letters, and has no sound to compare: RSDRP, US.

    >>> is_abbreviation("RSFSR"), is_abbreviation("U.S."), is_abbreviation("Baku")
    (True, True, False)
    """
    return text.isupper() and len(fold(text)) <= 6


def surname_of(text: str, lexicon: Lexicon) -> str | None:
    """The surname of a personal name in reading order, when it has one that can stand alone.

    A name that ends in a title, a laqab or a given name (Mirza Kuchik Khan) has none, nor has one
    whose last word follows a title (Kuchik Khan Jangali: a nisba). Particles
    and hyphens before the last word belong to it (Der Matossian, Forestier-Peyrat).

    >>> from translit.names import EMPTY
    >>> surname_of("Etienne Forestier-Peyrat", EMPTY), surname_of("Lenin", EMPTY)
    ('Forestier-Peyrat', None)
    """
    if "," in text:
        return None
    found = list(WORD.finditer(text))
    if len(found) < 2:
        return None
    first = len(found) - 1
    last = found[first].group()
    previous = found[first - 1].group()
    if not is_capitalised(last):
        return None
    if len(fold(previous)) > 1 and lexicon.has_kind(previous, "honorific"):
        return None
    if lexicon.has_kind(previous, "ordinary") and not is_capitalised(previous):
        return None  # an epithet: Reza Shah the Great
    if len(fold(last)) < 3 or lexicon.kinds(last) & {"honorific", "laqab", "role"}:
        return None
    if lexicon.has_kind(last, "given-name") and not lexicon.has_kind(last, "family-name"):
        return None
    while first > 1:
        between = text[found[first - 1].end() : found[first].start()]
        before = found[first - 1].group()
        if (between and between in HYPHENS) or lexicon.has_kind(before, "particle"):
            first -= 1
        else:
            break
    if first == 0 or len(fold(found[first - 1].group())) == 0:
        return None
    if text[found[first - 1].end() : found[first].start()] in HYPHENS:
        return None
    return text[found[first].start() :]


def surnames_of(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The surname of a personal name, and the surname without a small particle before it.

    >>> from translit.names import Lexicon
    >>> surnames_of("Oskar von Niedermayer", Lexicon({"von": "particle"}, {"von": ["von"]}))
    ('von Niedermayer', 'Niedermayer')
    """
    surname = surname_of(text, lexicon)
    if surname is None:
        return ()
    first, _, rest = surname.partition(" ")
    if rest and first.islower():
        bare = rest.split(" ")[-1]
        if len(fold(bare)) > 2 and is_capitalised(bare):
            return surname, bare
    return (surname,)


class Spellings(Sequence[Spelling]):
    """Spellings by number, made from their stored rows when asked for."""

    def __init__(self, rows: list[list[Any]]) -> None:
        self.rows = rows
        self._made: dict[int, Spelling] = {}

    @overload
    def __getitem__(self, number: int) -> Spelling: ...

    @overload
    def __getitem__(self, number: slice) -> Sequence[Spelling]: ...

    def __getitem__(self, number: int | slice) -> Spelling | Sequence[Spelling]:
        if isinstance(number, slice):
            return [self[at] for at in range(*number.indices(len(self.rows)))]
        made = self._made.get(number)
        if made is None:
            text, entity, place, flags = self.rows[number]
            made = Spelling(
                text, entity, place, bool(flags & 1), bool(flags & 2), bool(flags & 4), bool(flags & 8)
            )
            self._made[number] = made
        return made

    def __len__(self) -> int:
        return len(self.rows)


class Index:
    """The index over all spellings of a set of entities."""

    def __init__(
        self,
        spellings: Sequence[Spelling],
        exact: Mapping[str, list[int]],
        keys: Mapping[str, list[int]],
        words: Mapping[str, list[int]],
        generated: Sequence[bytes],
        prefixes: bytes,
    ) -> None:
        self.spellings = spellings
        self.exact = exact
        self.keys = keys
        self.words = words
        self._generated = generated
        self._prefixes = prefixes  # packed, for matching a name does without
        self.made = lru_cache(maxsize=4096)(self._made)
        self._spelled = lru_cache(maxsize=1024)(lambda entity: Spelled(self.made(entity)))
        self.verdict = lru_cache(maxsize=50_000)(self._verdict)

    @classmethod
    def build(
        cls,
        records: Iterable[Mapping[str, Any]],
        lexicon: Lexicon,
        kept: dict[bytes, bytes] | None = None,
    ) -> Index:
        """The index of entity records, in their order.

        Arguments:
            records: the records.
            lexicon: the parts of names.
            kept: what the schemes made of records before, by what it was made from; added to.
        """
        spellings: list[Spelling] = []
        exact: dict[str, list[int]] = {}
        keys: dict[str, list[int]] = {}
        words: dict[str, list[int]] = {}
        records = list(records)
        known: list[dict[str, tuple[bool, bool]]] = []
        for position, record in enumerate(records):
            sounds: dict[str, tuple[bool, bool]] = {}
            known.append(sounds)
            recorded = list(record_spellings(record))
            seen = {word_key(text) for text, _ in recorded}
            made = [_recorded(text, short, position, place) for place, (text, short) in enumerate(recorded)]
            named = WORD.findall(record["heading"])
            if record["type"] == "person" and named and is_capitalised(named[-1]):
                made += _surnames(recorded, made, seen, position, lexicon)
            for spelling in made:
                number = len(spellings)
                spellings.append(spelling)
                key = word_key(spelling.text)
                if not key:
                    continue
                exact.setdefault(key, []).append(number)
                if record["type"] != "person" and is_abbreviation(spelling.text):
                    continue
                for skeleton in name_skeletons(spelling.text):
                    if skeleton:
                        flags = (spelling.weak, spelling.derived)
                        sounds[skeleton] = min(flags, sounds.get(skeleton, flags))
                        keys.setdefault(skeleton, []).append(number)
                if spelling.derived:
                    continue
                for word in word_skeletons(lexicon.parse(spelling.text)):
                    words.setdefault(word, []).append(number)
        generated = _generate(records, known, spellings, exact, lexicon, {} if kept is None else kept)
        return cls(spellings, exact, keys, words, generated, marshal.dumps(_prefixes(spellings)))

    def _made(self, entity: int) -> tuple[Made, ...]:
        """The spellings that schemes make of the names of an entity, by its position."""
        if entity >= len(self._generated):
            return ()
        return tuple(Made(*row) for row in marshal.loads(self._generated[entity]))

    def _verdict(self, entity: int, surface: str) -> Verdict:
        """Which conventions a spelling of an entity's name follows."""
        return self._spelled(entity).verdict(surface)

    def variant(self, number: int, entity: Entity) -> Variant:
        """The variant that a spelling is, or that a scheme makes."""
        spelling = self.spellings[number]
        variant = entity.variants[spelling.place]
        if not spelling.schemed:
            return variant
        made = next(one for one in self.made(spelling.entity) if one.text == spelling.text)
        return made.variant(short=spelling.weak)

    def scheme(self, number: int, surface: str, variant: Variant) -> str | None:
        """Which conventions a found spelling follows: as the table says, or as the schemes write it."""
        if variant.scheme and variant.role != "generated":
            return variant.scheme
        return self.verdict(self.spellings[number].entity, surface).label

    def to_dict(self) -> dict[str, Any]:
        """Plain data, from which :meth:`from_dict` makes the same index."""
        return {
            "spellings": [
                [s.text, s.entity, s.place, s.weak + 2 * s.derived + 4 * s.article + 8 * s.schemed]
                for s in self.spellings
            ],
            "exact": self.exact,
            "keys": self.keys,
            "words": self.words,
            "generated": list(self._generated),
            "prefixes": self._prefixes,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Index:
        """The index that :meth:`to_dict` wrote."""
        return cls(
            Spellings(data["spellings"]),
            data["exact"],
            data["keys"],
            data["words"],
            data["generated"],
            data["prefixes"],
        )

    @cached_property
    def prefixes(self) -> frozenset[str]:
        """Every beginning, at a word's end, of a recorded spelling: how far a look-up may go on."""
        found: frozenset[str] = marshal.loads(self._prefixes)
        return found

    @cached_property
    def unparted(self) -> dict[str, list[int]]:
        """The lengths, longest first, of the spellings in scripts that part no words, by first character."""
        out: dict[str, set[int]] = {}
        for spelling in self.spellings:
            if len(spelling.text) > 1 and _UNPARTED.fullmatch(spelling.text):
                out.setdefault(spelling.text[0], set()).add(len(spelling.text))
        return {first: sorted(lengths, reverse=True) for first, lengths in out.items()}

    @cached_property
    def longest(self) -> int:
        """The number of words of the longest spelling."""
        return max((len(WORD.findall(s.text)) for s in self.spellings), default=0)

    @cached_property
    def _key_halves(self) -> Halves:
        return Halves(self.exact, MIN_SLIP)

    @cached_property
    def _skeleton_halves(self) -> Halves:
        return Halves(self.keys, MIN_FUZZY)

    def slips(self, key: str) -> set[int]:
        """The spellings one letter off from a folded one: dropped, put in, changed, or exchanged."""
        return {number for other in self._key_halves.near(key) for number in self.exact[other]}

    def near(self, keys: Iterable[str]) -> set[int]:
        """The spellings with a skeleton one class off from one of ``keys``: one dropped, added,
        changed, or exchanged with the next.
        """
        return {
            number for key in keys for other in self._skeleton_halves.near(key) for number in self.keys[other]
        }


class Halves:
    """Words found by another that is one letter off: one slip spares the first or the second half.

    >>> sorted(Halves(["kuchikkhan", "kuchakpur"], 4).near("kuchikhan"))
    ['kuchikkhan']
    """

    def __init__(self, words: Collection[str], least: int) -> None:
        self._words = words
        self._least = least
        self._halves: dict[str, list[str]] = {}
        for word in words:
            if len(word) >= least:
                middle = len(word) // 2
                self._halves.setdefault("<" + word[:middle], []).append(word)
                self._halves.setdefault(">" + word[middle:], []).append(word)

    def near(self, word: str) -> set[str]:
        """The words one letter off, ``word`` itself among them: dropped, put in, changed, exchanged."""
        size = len(word)
        if size < self._least:
            return set()
        out: set[str] = set()
        for length in (size - 1, size, size + 1):
            middle = length // 2
            for half in ("<" + word[:middle], ">" + word[middle - length :]):
                for other in self._halves.get(half, ()):
                    if len(other) == length and OSA.distance(word, other, score_cutoff=1) <= 1:
                        out.add(other)
        middle = size // 2  # two letters exchanged across the middle spare neither half
        exchanged = word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]
        if exchanged in self._words:
            out.add(exchanged)
        return out


def _made_before(
    record: Mapping[str, Any], known: Mapping[str, tuple[bool, bool]], before: dict[bytes, bytes]
) -> tuple[list[Made], bytes]:
    """What schemes make of a record, taken from what was made before where there is such."""
    if not record.get("native"):
        return [], marshal.dumps([])
    source = [record["type"], record["native"], len(record.get("forms", ())), sorted(known.items())]
    key = hashlib.blake2b(marshal.dumps(source), digest_size=16).digest()
    packed = before.get(key)
    if packed is None:
        packed = before[key] = marshal.dumps([one.row() for one in make(record, known)])
    return [Made(*row) for row in marshal.loads(packed)], packed


def _prefixes(spellings: Iterable[Spelling]) -> frozenset[str]:
    out: set[str] = set()
    for spelling in spellings:
        made = ""
        for match in WORD.finditer(spelling.text):
            made += fold(match.group())
            out.add(made)
    return frozenset(out)


def _surnames(
    recorded: Sequence[tuple[str, bool]],
    made: Sequence[Spelling],
    seen: set[str],
    position: int,
    lexicon: Lexicon,
) -> Iterator[Spelling]:
    """The surnames of a person's recorded names, for those that stand alone in a text.

    They are weak, save where the tables have the surname alone in another spelling: who lists Mikoyan
    lists Микоян.
    """
    alone = {
        skeleton
        for spelling in made
        if not spelling.weak and len(WORD.findall(spelling.text)) == 1
        for skeleton in name_skeletons(spelling.text)
    }
    for place, (text, _) in enumerate(recorded):
        for surname in surnames_of(text, lexicon):
            key = word_key(surname)
            if key not in seen:
                seen.add(key)
                weak = not alone or alone.isdisjoint(name_skeletons(surname))
                yield Spelling(surname, position, place, weak=weak, derived=True)


def _generate(
    records: Sequence[Mapping[str, Any]],
    known: Sequence[Mapping[str, tuple[bool, bool]]],
    spellings: list[Spelling],
    exact: dict[str, list[int]],
    lexicon: Lexicon,
    before: dict[bytes, bytes],
) -> list[bytes]:
    """Add the spellings that schemes make, where no table gives them to somebody.

    What a table says of a spelling goes before what a scheme would make of another name.
    """
    listed: dict[str, set[int]] = {}
    for key, numbers in exact.items():
        # A weak spelling of the same entity does not stand in the way of a strong one.
        listed[key] = {-1 if not spellings[number].weak else spellings[number].entity for number in numbers}
    generated = []
    for position, record in enumerate(records):
        made, packed = _made_before(record, known[position], before)
        generated.append(packed)
        seen: set[str] = set()
        for one in made:
            key = word_key(one.text)
            others = listed.get(key, set())
            free = not others or (others == {position} and not one.weak)
            if key and key not in seen and free and not lexicon.has_kind(one.text, "ordinary"):
                exact.setdefault(key, []).append(len(spellings))
                spellings.append(Spelling(one.text, position, one.place, one.weak, one.derived, schemed=True))
            seen.add(key)
    return generated


def _recorded(text: str, short: bool, position: int, place: int) -> Spelling:
    # The article stays outside a mention; a small one must be there.
    if text[:4] in ("the ", "The ") and len(text) > 4:
        return Spelling(text[4:], position, place, weak=short, article=text[0] == "t")
    return Spelling(text, position, place, weak=short)


def record_spellings(record: Mapping[str, Any]) -> Iterable[tuple[str, bool]]:
    """The spellings of a record with their ``short`` marks, in the order of Entity.variants."""
    yield record["heading"], False
    person = record["type"] == "person"
    for key in ("forms", "native", "variants"):
        for item in record.get(key, ()):
            text = item["text"]
            # What other languages call a place may be any short word of this one: Mary, Hoy, Rim.
            foreign = not person and item.get("lang", "en") != "en" and text.isascii() and len(text) <= 4
            yield text, bool(item.get("short")) or foreign


def word_skeletons(parts: tuple[Part, ...]) -> list[str]:
    """The skeletons of the parts that say who is meant, for finding a name by one of them."""
    out: list[str] = []
    for part in parts:
        if part.kind == "name":
            out.extend(skeleton for skeleton in skeletons(part.text) if len(skeleton) > 1)
    return list(dict.fromkeys(out))
