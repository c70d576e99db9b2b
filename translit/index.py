"""Keys to spellings: which spellings a word or a name may stand for.

Built once from the entities, by the same functions that make the keys of a query, and immutable
from then on. It proposes candidates; it does not decide.
"""

from __future__ import annotations

import hashlib
import marshal
import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from typing import Any

from translit.aids import aids_of, misread_of, outright_of
from translit.fold import HYPHENS, fold
from translit.generate import Made, Spelled, Verdict, make
from translit.halves import Halves
from translit.keys import name_skeletons, skeletons, word_key
from translit.lines import Lines
from translit.model import Entity, Variant
from translit.names import Lexicon, kinds_of, words_of
from translit.near import near_tables
from translit.spellings import (
    APART,
    ARTICLE,
    DERIVED,
    FOREIGN,
    LISTED,
    OUTRIGHT,
    PERSON,
    SCHEMED,
    WEAK,
    Row,
    Spellings,
)
from translit.tokens import NAME_DOTS, is_capitalised

# A skeleton this short says too little for a single deletion to be looked up.
MIN_FUZZY = 4
# Nor one this short as mistyped.
MIN_SLIP = 5


# Chinese characters, kana and Thai.
_UNPARTED = re.compile(
    f"[\u0e01-\u0e4e\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff{NAME_DOTS}0-9]+"
)


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
    words, gaps = words_of(text)
    first = len(words) - 1
    if first < 1:
        return None
    last, previous = words[first], words[first - 1]
    if not is_capitalised(last):
        return None
    before, own = lexicon.facts(previous), lexicon.facts(last)
    if before.kinds:
        if "honorific" in before.kinds and len(before.fold) > 1:
            return None
        if "ordinary" in before.kinds and not is_capitalised(previous):
            return None  # an epithet: Reza Shah the Great
    if len(own.fold) < 3:
        return None
    if own.kinds:
        if not own.kinds.isdisjoint(("honorific", "laqab", "role")):
            return None
        if "given-name" in own.kinds and "family-name" not in own.kinds:
            return None
    while first > 1:
        between = gaps[first]
        if (between and between in HYPHENS) or lexicon.has_kind(words[first - 1], "particle"):
            first -= 1
        else:
            break
    if first == len(words) - 1:
        return None if not before.fold or gaps[first] in HYPHENS else last + gaps[-1]
    if first == 0 or not lexicon.facts(words[first - 1]).fold or gaps[first] in HYPHENS:
        return None
    return "".join(chain.from_iterable(zip(words[first:], gaps[first + 1 :], strict=True)))


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


Postings = Mapping[str, tuple[int, ...]]


def _fixed(postings: dict[str, list[int]]) -> Postings:
    """The same in tuples, which take less room and which the collector of garbage need not go through."""
    return {key: tuple(numbers) for key, numbers in postings.items()}


class Index:
    """The index over all spellings of a set of entities."""

    def __init__(
        self,
        spellings: Spellings,
        exact: Postings,
        keys: Postings,
        words: Postings,
        generated: Sequence[bytes],
        spelled: Sequence[bytes],
        prefixes: bytes,
        name_words: bytes,
        aids: bytes,
        near: bytes,
        misread: bytes,
    ) -> None:
        self.spellings = spellings
        self.exact = exact
        self.keys = keys  # sorted
        self.words = words
        self._generated = generated
        self._packed_spelled = spelled
        self._prefixes = prefixes  # packed, for matching a name does without
        self._name_words = name_words
        self._packed_aids = aids
        self._packed_near = near
        self.misread = Lines(misread)  # spellings by how a scanner may have misread them, if otherwise
        self.made = lru_cache(maxsize=4096)(self._made)
        self._spelled = lru_cache(maxsize=1024)(lambda entity: Spelled.unpack(spelled[entity]))
        self.verdict = lru_cache(maxsize=50_000)(self._verdict)
        self._generated_variant = lru_cache(maxsize=20_000)(self._find_generated)

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
        rows: list[Row] = []
        exact: dict[str, list[int]] = defaultdict(list)
        keys: dict[str, list[int]] = defaultdict(list)
        words: dict[str, list[int]] = defaultdict(list)
        records = list(records)
        apart = {name for record in records for name in record.get("distinct_from", ())}
        sorts = [_sort_of(record, apart) for record in records]
        known: list[Mapping[str, tuple[bool, bool]]] = []
        # Sets that keep the order, so that the same records make the same bytes.
        prefixes: dict[str, None] = {}
        name_words: dict[str, None] = {}
        for position, record in enumerate(records):
            sounds: dict[str, tuple[bool, bool]] | None = {} if record.get("native") else None
            known.append(_UNKNOWN if sounds is None else sounds)
            person = record["type"] == "person"
            foreign = _foreign(record)
            for row in _rows(record, position, lexicon):
                number = len(rows)
                text, _, place, flags = row
                flags |= sorts[position] | (FOREIGN if place in foreign else 0)
                rows.append((text, position, place, flags))
                key = _note_words(text, prefixes, name_words)
                if not key:
                    continue
                exact[key].append(number)
                if not person and is_abbreviation(text):
                    continue
                found = name_skeletons(text)
                for skeleton in found:
                    if skeleton:
                        keys[skeleton].append(number)
                if sounds is not None:
                    how = (flags & WEAK != 0, flags & DERIVED != 0)
                    for skeleton in found:
                        if skeleton and (skeleton not in sounds or how < sounds[skeleton]):
                            sounds[skeleton] = how
                if not flags & DERIVED:
                    # Parsed once: the lexicon need not remember it.
                    for word in word_skeletons(kinds_of(text, lexicon)):
                        words[word].append(number)
        recorded = len(rows)
        kept = {} if kept is None else kept
        generated, spelled = _generate(records, known, sorts, rows, exact, lexicon, kept)
        for text, _, _, _ in rows[recorded:]:
            _note_words(text, prefixes, name_words)
        aids = aids_of(rows, exact, lexicon)
        for number in outright_of(rows, exact, aids["longer"]):
            text, position, place, flags = rows[number]
            flags |= OUTRIGHT | (LISTED if ends_listed(text, rows, exact, lexicon) else 0)
            rows[number] = text, position, place, flags
        return cls(
            Spellings(rows),
            _fixed(exact),
            _fixed(dict(sorted(keys.items()))),
            _fixed(words),
            generated,
            spelled,
            marshal.dumps([key for key in prefixes if key not in exact]),
            marshal.dumps(list(name_words)),
            marshal.dumps(aids),
            marshal.dumps(near_tables(rows, exact, lexicon)),
            misread_of(exact).packed,
        )

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
        text, position, place, flags = self.spellings.rows[number]
        if not flags & SCHEMED:
            return entity.variants[place]
        return self._generated_variant(text, position, flags & WEAK > 0)

    def _find_generated(self, text: str, position: int, short: bool) -> Variant:
        """The variant that a scheme makes of a name of an entity, by its position."""
        return next(one for one in self.made(position) if one.text == text).variant(short=short)

    def scheme(self, entity: int, surface: str, variant: Variant) -> str | None:
        """Which conventions a found spelling follows: as the table says, or as the schemes write it."""
        if variant.scheme and variant.role != "generated":
            return variant.scheme
        if entity >= len(self._generated) or self._generated[entity] == _NOTHING:
            return None  # no scheme makes anything of its names
        return self.verdict(entity, surface).label

    def to_dict(self) -> dict[str, Any]:
        """Plain data, from which :meth:`from_dict` makes the same index."""
        return {
            "spellings": self.spellings.rows,
            "exact": self.exact,
            "keys": self.keys,
            "words": self.words,
            "generated": list(self._generated),
            "spelled": list(self._packed_spelled),
            "prefixes": self._prefixes,
            "name_words": self._name_words,
            "aids": self._packed_aids,
            "near": self._packed_near,
            "misread": self.misread.packed,
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
            data["spelled"],
            data["prefixes"],
            data["name_words"],
            data["aids"],
            data["near"],
            data["misread"],
        )

    @cached_property
    def prefixes(self) -> frozenset[str]:
        """Every beginning, at a word's end, of a recorded spelling, that is none itself: how far a look-up
        may go on.
        """
        return frozenset(marshal.loads(self._prefixes))

    @cached_property
    def name_words(self) -> frozenset[str]:
        """The folded words of the spellings of several words."""
        return frozenset(marshal.loads(self._name_words))

    @cached_property
    def _aids(self) -> dict[str, Any]:
        found: dict[str, Any] = marshal.loads(self._packed_aids)
        return found

    @cached_property
    def small(self) -> dict[str, list[str]]:
        """The folded first words of the spellings that begin with a small letter, each with the first letters
        of what follows it; with none where it is all.
        """
        found: dict[str, list[str]] = self._aids["small"]
        return found

    @cached_property
    def openers(self) -> frozenset[str]:
        """The folded first words of names that go on with a small letter, or begin with an ordinary word."""
        return frozenset(self._aids["openers"])

    @cached_property
    def longer_words(self) -> dict[str, list[str]]:
        """The longer words that hold a name of the tables, by the names."""
        found: dict[str, list[str]] = self._aids["longer"]
        return found

    @cached_property
    def near_tables(self) -> dict[str, Any]:
        """What :class:`translit.near.Near` looks up."""
        found: dict[str, Any] = marshal.loads(self._packed_near)
        return found

    @cached_property
    def unparted(self) -> dict[str, list[int]]:
        """The lengths, longest first, of the spellings in scripts that part no words, by first character,
        folded.
        """
        out: dict[str, set[int]] = {}
        for spelling in self.spellings:
            if len(spelling.text) > 1 and _UNPARTED.fullmatch(spelling.text):
                out.setdefault(fold(spelling.text[0]) or spelling.text[0], set()).add(len(spelling.text))
        return {first: sorted(lengths, reverse=True) for first, lengths in out.items()}

    @cached_property
    def longest(self) -> int:
        """The number of words of the longest spelling."""
        return max((len(words_of(s.text)[0]) for s in self.spellings), default=0)

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


def ends_listed(name: str, rows: Sequence[Row], exact: Mapping[str, Sequence[int]], lexicon: Lexicon) -> bool:
    """Whether the last word of a full name is plainly its surname, and the tables list it, as anybody's.

    Arguments:
        name: the name.
        rows: all spellings; ``exact`` are their numbers by key.
        lexicon: the parts of names.
    """
    last = name[name.rfind(" ") + 1 :]
    numbers = () if "," in name else exact.get(fold(last), ())
    return bool(numbers) and (rows[numbers[0]][3] & DERIVED > 0 or not lexicon.elements(last))


_NOTHING = marshal.dumps([])
_NO_WORDS = Spelled(()).pack()
_NAMES = ("forms", "native", "variants")  # the fields with the names of a record, in the order of Entity
_UNKNOWN: Mapping[str, tuple[bool, bool]] = {}


def _made_before(
    record: Mapping[str, Any], known: Mapping[str, tuple[bool, bool]], before: dict[bytes, bytes]
) -> tuple[list[Made], bytes, bytes]:
    """What schemes make of a record, as it is, packed, and by its words and packed; taken from what was
    made before where there is such.
    """
    if not record.get("native"):
        return [], _NOTHING, _NO_WORDS
    source = [record["type"], record["native"], len(record.get("forms", ())), sorted(known.items())]
    # In the first form of marshal equal data are equal bytes; later ones tell shared objects apart.
    key = hashlib.blake2b(marshal.dumps(source, 0), digest_size=16).digest()
    packed, words = before.get(key), before.get(key + b"words")
    if packed is None or words is None:
        made = make(record, known)
        packed = before[key] = marshal.dumps([one.row() for one in made])
        words = before[key + b"words"] = Spelled(made).pack()
    return [Made(*row) for row in marshal.loads(packed)], packed, words


def _note_words(text: str, prefixes: dict[str, None], name_words: dict[str, None]) -> str:
    """Add the beginnings of a spelling at the ends of its folded words, and these where they are several.

    Returns its key, which is all of them joined.
    """
    key = ""
    words = words_of(text)[0]
    several = len(words) > 1
    for word in words:
        folded = fold(word)
        if several:
            name_words[folded] = None
        key += folded
        prefixes[key] = None
    return key


def _sort_of(record: Mapping[str, Any], apart: Container[str]) -> int:
    """What the flags of all spellings of a record say; ``apart`` are the ids that others are told from."""
    told = record["id"] in apart or bool(record.get("distinct_from"))
    return (PERSON if record["type"] == "person" else 0) | (APART if told else 0)


def _foreign(record: Mapping[str, Any]) -> frozenset[int]:
    """The places of the variants of a record that are what another language than English calls it; of
    people there are none.
    """
    if record["type"] == "person":
        return frozenset()
    items = [item for key in _NAMES for item in record.get(key, ())]
    return frozenset(place for place, item in enumerate(items, 1) if item.get("lang") not in (None, "en"))


def _rows(record: Mapping[str, Any], position: int, lexicon: Lexicon) -> list[Row]:
    """The spellings of a record, and those of its surname that it does not list."""
    recorded = list(record_spellings(record))
    rows = [_recorded(text, short, position, place) for place, (text, short) in enumerate(recorded)]
    if record["type"] == "person":
        named = words_of(record["heading"])[0]
        if named and is_capitalised(named[-1]):
            rows += _surnames([text for text, _ in recorded], rows, position, lexicon)
    return rows


def _recorded(text: str, short: bool, position: int, place: int) -> Row:
    # The article stays outside a mention; a small one must be there.
    if text[:4] in ("the ", "The ") and len(text) > 4:
        return text[4:], position, place, (WEAK if short else 0) | (ARTICLE if text[0] == "t" else 0)
    return text, position, place, WEAK if short else 0


def _surnames(recorded: list[str], rows: list[Row], position: int, lexicon: Lexicon) -> list[Row]:
    """The surnames of a person's recorded names, for those that stand alone in a text.

    They are weak, save where the tables have the surname alone in another spelling: who lists Mikoyan
    lists Микоян.
    """
    found = [
        (surname, place) for place, name in enumerate(recorded) for surname in surnames_of(name, lexicon)
    ]
    if not found:
        return []
    alone = {
        skeleton
        for text, _, _, flags in rows
        if not flags & WEAK and len(words_of(text)[0]) == 1
        for skeleton in name_skeletons(text)
    }
    seen = set(map(word_key, recorded))
    out: list[Row] = []
    for surname, place in found:
        key = word_key(surname)
        if key not in seen:
            seen.add(key)
            weak = not alone or alone.isdisjoint(name_skeletons(surname))
            out.append((surname, position, place, DERIVED | (WEAK if weak else 0)))
    return out


def _generate(
    records: Sequence[Mapping[str, Any]],
    known: Sequence[Mapping[str, tuple[bool, bool]]],
    sorts: Sequence[int],
    rows: list[Row],
    exact: dict[str, list[int]],
    lexicon: Lexicon,
    before: dict[bytes, bytes],
) -> tuple[list[bytes], list[bytes]]:
    """Add the spellings that schemes make, where no table gives them to somebody.

    What a table says of a spelling goes before what a scheme would make of another name. All that they make
    is given by record, packed, and again by its words.
    """
    if not any(record.get("native") for record in records):
        return [_NOTHING] * len(records), [_NO_WORDS] * len(records)
    listed: dict[str, set[int]] = {}
    for key, numbers in exact.items():
        # A weak spelling of the same entity does not stand in the way of a strong one.
        listed[key] = {rows[number][1] if rows[number][3] & WEAK else -1 for number in numbers}
    generated: list[bytes] = []
    spelled: list[bytes] = []
    for position, record in enumerate(records):
        made, packed, words = _made_before(record, known[position], before)
        sort, foreign = SCHEMED | sorts[position], _foreign(records[position])
        generated.append(packed)
        spelled.append(words)
        seen: set[str] = set()
        for one in made:
            key = word_key(one.text)
            others = listed.get(key, set())
            free = not others or (others == {position} and not one.weak)
            bare = ("ordinary", "honorific", "laqab", "role") if one.derived else ("ordinary",)
            if key and key not in seen and free and not lexicon.has_kind(one.text, *bare):
                exact[key].append(len(rows))
                flags = (WEAK if one.weak else 0) | (DERIVED if one.derived else 0)
                flags |= FOREIGN if one.place in foreign else 0
                rows.append((one.text, position, one.place, flags | sort))
            seen.add(key)
    return generated, spelled


def record_spellings(record: Mapping[str, Any]) -> Iterable[tuple[str, bool]]:
    """The spellings of a record with their ``short`` marks, in the order of Entity.variants."""
    yield record["heading"], False
    person = record["type"] == "person"
    for key in _NAMES:
        for item in record.get(key, ()):
            text = item["text"]
            # What other languages call a place may be any short word of this one: Mary, Hoy, Rim.
            foreign = not person and item.get("lang", "en") != "en" and text.isascii() and len(text) <= 4
            yield text, bool(item.get("short")) or foreign


def word_skeletons(parts: Iterable[tuple[str, str]]) -> list[str]:
    """The skeletons of the parts that say who is meant, for finding a name by one of them.

    Arguments:
        parts: the text of each part and its kind.
    """
    found = [skeletons(text) for text, kind in parts if kind == "name"]
    return [skeleton for skeleton in dict.fromkeys(chain.from_iterable(found)) if len(skeleton) > 1]
