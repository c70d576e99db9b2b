"""The gazetteer: entities, their index, and what can be asked of them.

The one place that wires the rooms together. Nothing here happens at import; tables are read by
:func:`load`.
"""

from __future__ import annotations

import gc
import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, Unpack, overload

from translit.cache import cached
from translit.compare import compare as compare_names
from translit.entities import entity_of, pack, unpack
from translit.errors import UnknownName, near
from translit.fold import fold, script
from translit.generate import Verdict, plain
from translit.index import Index
from translit.match import MIN_SCORE
from translit.match import match as match_name
from translit.model import (
    ELEMENT_TYPES,
    ENTITY_TYPES,
    OVERLAPS,
    Annotation,
    Change,
    Comparison,
    Entity,
    Match,
    Variant,
)
from translit.names import Lexicon
from translit.schemes import rank
from translit.schemes import schemes as all_schemes
from translit.tables.paths import layers_for, shipped_folder
from translit.tokens import WORD

if TYPE_CHECKING:
    from translit.annotate import Annotator
    from translit.conventions import LanguageReport, NameConventions


class AnnotateOptions(TypedDict, total=False):
    """The options of :meth:`Gazetteer.annotate`, which says what they mean."""

    min_score: float
    types: Iterable[str] | None
    ambiguous: bool
    document: bool
    context: int | None
    lang: str | Iterable[str] | None
    overlap: str


class Entities(Mapping[str, Entity]):
    """The entities of a gazetteer by id, in the order of the tables; made when asked for.

    ``ids`` are theirs by position; ``rows`` are the records, each packed by :func:`pack`.
    """

    def __init__(self, ids: list[str], rows: list[bytes]) -> None:
        self._rows = rows
        self.ids = ids
        self._positions = {name: at for at, name in enumerate(ids)}
        self._made: dict[int, Entity] = {}

    def __getitem__(self, name: str) -> Entity:
        position = self._positions.get(name)
        if position is None:
            likely = near(str(name), list(self._positions))
            hint = f"; did you mean '{likely}'?" if likely else ""
            raise UnknownName(f"no entity '{name}'{hint}")
        return self.at(position)

    def __contains__(self, name: object) -> bool:
        return name in self._positions

    def __iter__(self) -> Iterator[str]:
        return iter(self._positions)

    def __len__(self) -> int:
        return len(self._positions)

    def position(self, name: str) -> int:
        """The position of an entity, by its id."""
        self[name]  # raises with the near ones
        return self._positions[name]

    def record(self, position: int) -> dict[str, Any]:
        """The record at a position, as the tables have it."""
        return unpack(self._rows[position])

    def at(self, position: int) -> Entity:
        """The entity at a position of the index."""
        made = self._made.get(position)
        if made is None:
            made = self._made[position] = entity_of(unpack(self._rows[position]))
        return made


class Gazetteer:
    """Entities with their names: match a name, annotate a text, rewrite it to one style.

    Made by :func:`load`; immutable. Safe to share between threads.
    """

    def __init__(self, entities: Entities, elements: Entities, lexicon: Lexicon, index: Index) -> None:
        self.entities: Entities = entities
        self.elements: Entities = elements
        self._lexicon = lexicon
        self._index = index

    @cached_property
    def _annotator(self) -> Annotator:
        from translit.annotate import Annotator  # imported late: matching a name does without

        return Annotator(self._index, self._lexicon, self.entities.at)

    def __repr__(self) -> str:
        return f"<Gazetteer of {len(self.entities)} entities>"

    def match(
        self,
        name: str,
        limit: int = 5,
        *,
        min_score: float = MIN_SCORE,
        types: Iterable[str] | None = None,
    ) -> list[Match]:
        """The entities that ``name`` may stand for, the best first.

        Arguments:
            name: one name, in any script and spelling.
            limit: how many results at most, one or more.
            min_score: the least score, in [0, 1].
            types: only entities of these types.

        Returns:
            Matches by falling score; empty when nothing is similar. Several with like scores mean
            that the name is ambiguous.

        Raises:
            UnknownName: an entity type that does not exist.
            ValueError: ``limit`` below 1, or ``min_score`` outside [0, 1].

        >>> import translit
        >>> translit.load().match("Koutchek Khan")[0].entity.id
        'kuchik-khan'
        """
        if limit < 1:
            raise ValueError(f"limit is {limit}; ask for one result at least")
        _check_score(min_score)
        return match_name(
            name,
            self._index,
            self.entities.at,
            self.entities.ids,
            self._lexicon,
            limit=limit,
            min_score=min_score,
            types=_check_types(types),
        )

    @overload
    def annotate(  # type: ignore[overload-overlap]  # a string is its own chunks, and is asked for first
        self, text: str, **options: Unpack[AnnotateOptions]
    ) -> list[Annotation]: ...

    @overload
    def annotate(self, text: Iterable[str], **options: Unpack[AnnotateOptions]) -> Iterator[Annotation]: ...

    def annotate(
        self,
        text: str | Iterable[str],
        *,
        min_score: float = 0.75,
        types: Iterable[str] | None = None,
        ambiguous: bool = False,
        document: bool = True,
        context: int | None = None,
        lang: str | Iterable[str] | None = None,
        overlap: str = "longest",
    ) -> list[Annotation] | Iterator[Annotation]:
        """Every mention of an entity in ``text``.

        Arguments:
            text: running text, in any script; its code points are what spans count. Or the chunks of
                one, cut anywhere: an open text file gives its lines.
            min_score: the least score of a link, in [0, 1].
            types: only entities of these types.
            ambiguous: also give mentions that may be several entities', with ``ambiguous_with``.
            document: let a full mention license short ones (a surname alone) in the same text, and leave
                one word of a widely borne name alone if nothing in the text speaks for it.
            context: how far at least, in code points, a full mention does so; None is all through the
                text. With a bound (or without ``document``) little of a long text is held.
            lang: the language of the text, or several, by code (``ru``); else each paragraph's small
                words tell it. It says which endings a name may bear and which words are ordinary.
            overlap: ``longest`` gives of mentions that overlap the best kind and then the longest,
                ``all`` also those inside or across others.

        Returns:
            Annotations by start, none overlapping; ``text[a.start:a.end] == a.text`` for each. For
            chunks an iterator of the same, which may begin before the last chunk has come.

        Raises:
            UnknownName: an entity type, a language or an overlap policy that does not exist.
            ValueError: ``min_score`` outside [0, 1], or a negative ``context``.

        >>> import translit
        >>> gazetteer = translit.load()
        >>> [(a.start, a.end, a.entity.id) for a in gazetteer.annotate("Racht, Kutschek Chan’s town")]
        [(0, 5, 'rasht'), (7, 20, 'kuchik-khan')]
        >>> [a.text for a in gazetteer.annotate(["Racht, Kutsch", "ek Chan’s town"])]
        ['Racht', 'Kutschek Chan']
        """
        from translit.annotate import Options

        _check_score(min_score)
        if context is not None and context < 0:
            raise ValueError(f"context is {context}; give a number of code points, or None for all")
        if overlap not in OVERLAPS:
            raise UnknownName(f"no overlap policy '{overlap}'; known: {', '.join(OVERLAPS)}")
        options = Options(
            min_score, _check_types(types), ambiguous, document, context, _check_langs(lang), overlap
        )
        if isinstance(text, str):
            return self._annotator.annotate(text, options)
        return self._annotator.annotate_chunks(text, options)

    def changes(self, text: str, style: str = "heading", **options: Any) -> list[Change]:
        """The replacements that would bring ``text`` to a style.

        Arguments:
            text: running text.
            style: ``heading``: each mention as the tables print it. A form that is right as it
                stands is kept, a spelling of a form becomes that form, a surname alone stays alone.
            options: as for :meth:`annotate`.

        Returns:
            Changes by start, none overlapping; none where the text is right already.

        Raises:
            UnknownName: a style that does not exist.
        """
        from translit.normalise import STYLES, settled_changes

        if style not in STYLES:
            raise UnknownName(f"no style '{style}'; known: {', '.join(STYLES)}")
        return settled_changes(text, lambda given: self.annotate(given, **options), self._lexicon)

    def normalise(self, text: str, style: str = "heading", **options: Any) -> str:
        """``text`` with :meth:`changes` applied and all else untouched.

        >>> import translit
        >>> translit.load().normalise("Mirza Koutchek Khan left Racht.")
        'Mirza Kuchik Khan left Rasht.'
        """
        from translit.normalise import apply_changes

        return apply_changes(text, self.changes(text, style, **options))

    def variants(self, entity_id: str, limit: int = 200) -> tuple[Variant, ...]:
        """The spellings of an entity: those of the tables, and those that romanisation schemes make.

        Arguments:
            entity_id: the id of an entity.
            limit: how many generated spellings at most, the commonest conventions first.

        Returns:
            The recorded variants in their order, then the generated ones: their ``role`` and ``status`` is
            ``generated``, ``lang`` the language that was romanised, ``scheme`` the ids of the schemes that
            write it so. A spelling with diacritics is followed by the same without.

        Raises:
            UnknownName: no such entity.
            ValueError: ``limit`` below 0.

        >>> import translit
        >>> found = translit.load().variants("kuchik-khan")
        >>> [v.scheme for v in found if v.text == "Kutschek Chan"]
        ['german, german-old, russian+german']
        """
        if limit < 0:
            raise ValueError(f"limit is {limit}; it cannot be below 0")
        recorded = self.entities[entity_id].variants
        seen = {variant.text for variant in recorded}
        made = self._index.made(self.entities.position(entity_id))
        out: list[Variant] = []
        for one in sorted(made, key=lambda one: rank(one.lang, one.schemes[0])):
            for text in (one.text, plain(one.text)):
                if text not in seen:
                    seen.add(text)
                    out.append(replace(one.variant(), text=text))
        return recorded + tuple(out[:limit])

    def schemes_of(self, name: str) -> NameConventions:
        """Which romanisation conventions a spelling of a name follows, and the letters that prove it.

        Arguments:
            name: a name as printed, of an entity or of parts that the tables know.

        Returns:
            ``label`` has the ids of the schemes, ``words`` the same for each word, ``proofs`` the letters
            at which schemes differ.

        >>> import translit
        >>> translit.load().schemes_of("Kūchik Khān").label
        'ala-lc, ijmes'
        """
        from translit.conventions import of_name

        found = [one for one in self.match(name, 1, min_score=0.75) if one.tier != "fuzzy"]
        entity = found[0].entity.id if found else None
        records = []
        whole = Verdict(())
        if entity is not None:
            position = self.entities.position(entity)
            whole = self._index.verdict(position, name)
            records.append(self.entities.record(position))
        for match in WORD.finditer(name):
            found_parts = sorted(self._lexicon.elements(match.group()))
            records += [self.elements.record(self.elements.position(part)) for part in found_parts]
        return of_name(name, entity, whole, records)

    def conventions(self, text: str, **options: Any) -> list[LanguageReport]:
        """Which romanisation convention dominates in a text, by language, and where it is broken.

        Arguments:
            text: running text.
            options: as for :meth:`annotate`.

        Returns:
            One report a language, that of the most mentions first.

        >>> import translit
        >>> text = "Kūchik Khān met Iḥsān Allāh Khān in Rasht. Kutschek Chan fled."
        >>> report = translit.load().conventions(text)[0]
        >>> report.lang, report.dominant, [annotation.text for annotation, _ in report.broken]
        ('fa', 'ala-lc', ['Kutschek Chan'])
        """
        from translit.conventions import of_document

        found = self.annotate(text, **options)
        rows = [(one, self._index.verdict(self.entities.position(one.entity.id), one.text)) for one in found]
        order = {(one.lang, one.id): rank(one.lang, one.id) for one in all_schemes()}
        return of_document(rows, order)

    def compare(self, left: str, right: str) -> Comparison:
        """How likely two names are the same; see :func:`translit.compare`."""
        return compare_names(left, right, self._lexicon)


def _check_types(types: Iterable[str] | None) -> frozenset[str] | None:
    if types is None:
        return None
    wanted = frozenset([types] if isinstance(types, str) else types)
    for name in sorted(wanted):
        if name not in ENTITY_TYPES:
            raise UnknownName(f"no entity type '{name}'; known: {', '.join(ENTITY_TYPES)}")
    return wanted


def _check_langs(lang: str | Iterable[str] | None) -> tuple[str, ...] | None:
    if lang is None:
        return None
    from translit.inflection.endings import languages

    wanted = (lang,) if isinstance(lang, str) else tuple(lang)
    for code in wanted:
        if code.partition("-")[0] not in languages():
            raise UnknownName(f"no language '{code}'; known: {', '.join(sorted(languages()))}")
    return wanted


def _check_score(score: float) -> None:
    if not 0.0 <= score <= 1.0:
        raise ValueError(f"min_score is {score}; a score lies between 0 and 1")


def load(*paths: str | Path, bundled: bool = True) -> Gazetteer:
    """The gazetteer of the shipped tables, with one's own laid on top.

    Arguments:
        paths: table files (.yaml, .yml, .csv, .tsv, .jsonl) or folders of them, the lowest first.
            The same id extends or overrides what is below; ``variants/README.md`` has the rules.
        bundled: whether the tables that ship with the library are the lowest layer. The shipped
            elements (given names, titles, particles) are used either way.

    Raises:
        TableError: the tables have faults; it holds all of them.
        InputError: a path cannot be read.

    >>> import translit
    >>> translit.load().entities["kuchik-khan"].type
    'person'
    """
    shipped = shipped_folder()
    lowest = shipped if bundled else shipped / "elements"
    layers = layers_for([lowest, *paths])
    snapshot = cached("gazetteer", _digest(layers), lambda: _snapshot(layers)[0])
    lexicon = Lexicon(**snapshot["lexicon"])
    return Gazetteer(
        Entities(*snapshot["entities"]),
        Entities(*snapshot["elements"]),
        lexicon,
        Index.from_dict(snapshot["index"]),
    )


def _digest(layers: list[list[tuple[Path, bytes]]]) -> bytes:
    """A digest of the tables' names and contents."""
    digest = hashlib.sha256()
    for layer in layers:
        digest.update(b"layer")
        for path, content in layer:
            digest.update(os.fsencode(path.name) + f"\0{len(content)}\0".encode())
            digest.update(content)
    return digest.digest()


def _plain(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The records without the places that they were read from."""
    return [
        {key: value for key, value in record.items() if key not in ("path", "line")} for record in records
    ]


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the garbage collector, which would look through a growing index again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@_uncollected()
def _snapshot(layers: list[list[tuple[Path, bytes]]]) -> tuple[dict[str, Any], dict[bytes, bytes]]:
    """All that a gazetteer needs, as plain data; and what the schemes made of its names.

    The latter is kept for the lowest layer, so that a table of one's own on top does not make it again.
    """
    from translit.tables.layers import load_records  # imported late: a kept snapshot needs no YAML

    made: dict[bytes, bytes] = {}
    lowest = _digest(layers[:1])
    if len(layers) > 1:
        made = cached("generated", lowest, lambda: _snapshot(layers[:1])[1])
    records = cached("records", lowest, lambda: _plain(load_records(layers[:1])))
    if len(layers) > 1:
        records = _plain(load_records(layers[1:], records))
    entities = [record for record in records if record["type"] in ENTITY_TYPES]
    elements = [record for record in records if record["type"] in ELEMENT_TYPES]
    lexicon = Lexicon.from_records(elements)
    index = Index.build(entities, lexicon, made)
    if len(layers) == 1:
        cached("generated", lowest, lambda: made)
    snapshot = {
        "entities": pack(entities),
        "elements": pack(elements),
        "lexicon": lexicon.to_dict(),
        "index": index.to_dict(),
    }
    return snapshot, made


@cache
def shipped_lexicon() -> Lexicon:
    """The lexicon of the shipped elements, for comparing names without a gazetteer."""
    layers = layers_for([shipped_folder() / "elements"])
    digest = hashlib.sha256(b"".join(content for _, content in layers[0]))
    data = cached(
        "lexicon",
        digest.digest(),
        lambda: _snapshot(layers)[0]["lexicon"],
    )
    return Lexicon(**data)


def compare(left: str, right: str) -> Comparison:
    """How likely two names are the same name, in any two scripts; needs no tables of one's own.

    Arguments:
        left, right: two names, each as written.

    Returns:
        A comparison: ``score``, an estimated probability in [0, 1], and ``explain()``.

    >>> import translit
    >>> translit.compare("Ihsan-Allah Khan", "Ehsanollah Khan").score > .9
    True
    >>> translit.compare("Hasan Fatemi", "Hossein Fatemi").score < .2
    True
    """
    return compare_names(left, right, shipped_lexicon())


@cache
def shipped_readings(lang: str) -> dict[str, str]:
    """The readings of the shipped tables by folded word: of Persian and Arabic native spellings."""
    found: dict[str, str] = cached(
        f"readings-{lang}", _digest(layers_for([shipped_folder()])), lambda: _readings(lang)
    )
    return found


def _readings(lang: str) -> dict[str, str]:
    from translit.schemes.readings import words_of  # imported late: for unvocalised text only

    gazetteer = load()
    out: dict[str, str] = {}
    for entry in (*gazetteer.elements.values(), *gazetteer.entities.values()):
        for variant in entry.native:
            if variant.reading and variant.lang in (lang, "fa", "ar"):
                for word, sounds in words_of(variant.reading, variant.text):
                    out.setdefault(fold(word), sounds.removesuffix("Ε"))
    return out


def romanise(text: str, scheme: str, lang: str | None = None) -> str:
    """``text`` in Latin letters by a published scheme.

    Arguments:
        text: text in the language's own script. Persian and Arabic are exact when vocalised.
        scheme: the id of a scheme; :func:`translit.schemes` lists them.
        lang: the language of the text (``ru``, ``fa`` …); by default the likeliest for its script.

    Returns:
        The romanised text, in NFC. A word of unvocalised Persian or Arabic that the shipped tables
        know is read as they read it, and gets a capital, being a name; one that they do not know is
        read without its short vowels and marked ``(?)``.

    Raises:
        UnknownName: no such scheme for the language; the message names the near ones.

    >>> import translit
    >>> translit.romanise("Чичерин", scheme="german", lang="ru")
    'Tschitscherin'
    """
    from translit.schemes import apply_scheme

    language = lang or likely_language(text)

    def known(word: str) -> str | None:
        return shipped_readings(language).get(fold(word))

    return apply_scheme(text, scheme, language, known)[0]


def likely_language(text: str) -> str:
    """The language that a text in a script is most likely in."""
    name = script(text)
    if name == "arabic":
        return "fa" if any(char in text for char in "پچژگکی") else "ar"
    return {"cyrillic": "ru", "georgian": "ka", "armenian": "hy"}.get(name, "und")


__all__ = ["Entities", "Gazetteer", "compare", "likely_language", "load", "romanise"]
