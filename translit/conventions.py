"""Which romanisation conventions a spelling or a whole document follows, and the letters that prove it.

A name is looked up among the entities and the parts of names; what each scheme makes of its native
letters is held against what is printed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from translit.fold import fold, script
from translit.generate import Convention, Native, Verdict, agreeing, natives, plain
from translit.model import Annotation
from translit.schemes import Pipe, pipes, write_word
from translit.tokens import WORD

# How many mentions that break the convention of a document are given.
BROKEN = 1000
# What a spelling counts for a scheme that writes it so only without its marks.
BARE = 0.75


@dataclass(frozen=True, slots=True)
class Proof:
    """One letter or sound of a word: how it is written, by which schemes, and how others write it."""

    word: str
    sound: str
    written: str
    schemes: tuple[str, ...]
    others: tuple[tuple[str, tuple[str, ...]], ...]

    def to_dict(self) -> dict[str, Any]:
        """The proof as plain data."""
        return {
            "word": self.word,
            "sound": self.sound,
            "written": self.written,
            "schemes": list(self.schemes),
            "others": {written: list(names) for written, names in self.others},
        }


@dataclass(frozen=True, slots=True)
class NameConventions:
    """Which conventions a name follows.

    ``conventions`` are pairs of a language and a scheme's id that write the whole name so; ``words``
    has the same for each word. ``entity`` is the id of the entity that it was taken for, if any.
    """

    text: str
    entity: str | None
    verdict: Verdict
    words: tuple[tuple[str, tuple[Convention, ...]], ...]
    proofs: tuple[Proof, ...]

    @property
    def conventions(self) -> tuple[Convention, ...]:
        """Those that write the whole name so."""
        return self.verdict.conventions

    @property
    def label(self) -> str | None:
        """The ids of the schemes; ``mixed (…)`` when each word has its own; None when none fits."""
        return self.verdict.label

    def to_dict(self) -> dict[str, Any]:
        """The conventions as plain data."""
        return {
            "text": self.text,
            "entity": self.entity,
            "scheme": self.label,
            "conventions": [list(pair) for pair in self.conventions],
            "words": [[word, [list(pair) for pair in found]] for word, found in self.words],
            "proofs": [proof.to_dict() for proof in self.proofs],
        }


@dataclass(frozen=True, slots=True)
class _Source:
    """A word in its own script, and what each scheme makes of it."""

    lang: str
    letters: str
    sounds: str  # empty where the letters are what is romanised
    script: str

    def outputs(self) -> list[tuple[str, Pipe]]:
        found = [pipe for pipe in pipes(self.lang, self.script) if len(pipe.engines) == 1]
        return [
            (write_word(self.sounds, pipe) if pipe.reading else pipe.text(self.letters), pipe)
            for pipe in found
        ]


def _sources(record_natives: Iterable[Native]) -> list[_Source]:
    out: dict[_Source, None] = {}
    for native in record_natives:
        for at, (begin, end) in enumerate(native.spans):
            sounds = native.sounds[at] if native.sounds else ""
            for said in {sounds, sounds.removesuffix("Ε")}:
                out[_Source(native.lang, native.text[begin:end], said, script(native.text))] = None
        if native.sounds and len(native.spans) > 1:
            joined = " ".join(native.sounds)
            out[_Source(native.lang, native.text, joined, script(native.text))] = None
    return list(out)


def of_name(
    text: str, entity: str | None, whole: Verdict, records: Sequence[dict[str, Any]]
) -> NameConventions:
    """The conventions of a name.

    Arguments:
        text: the name as printed.
        entity: the id of the entity that it stands for, if one is known.
        whole: what the generated spellings of that entity say of the whole name.
        records: the records of the entity and of the parts of names that its words may be.
    """
    sources = _sources(native for record in records for native in natives(record))
    words: list[tuple[str, tuple[Convention, ...]]] = []
    proofs: list[Proof] = []
    native = {fold(source.letters) for source in sources if source.script != "latin"}
    for match in WORD.finditer(text):
        word = match.group()
        if fold(word) in native:
            words.append((word, ()))  # as its own script has it
            continue
        spelled = [(written, source, pipe) for source in sources for written, pipe in source.outputs()]
        found, _ = agreeing(word, [(written, source.lang, (pipe.name,)) for written, source, pipe in spelled])
        words.append((word, found))
        if found:
            source = next(
                source
                for written, source, pipe in spelled
                if (source.lang, pipe.name) == found[0]
                and agreeing(word, [(written, source.lang, ("x",))])[0]
            )
            proofs += _proofs(word, source, {name for lang, name in found if lang == source.lang})
    if not whole.conventions and words:
        common = [pair for pair in words[0][1] if all(pair in found for _, found in words)]
        whole = Verdict(tuple(common), 0, tuple(words))
    return NameConventions(text, entity, whole, tuple(words), tuple(proofs))


def _proofs(word: str, source: _Source, names: set[str]) -> list[Proof]:
    """The places of a word at which schemes differ."""
    given = source.sounds or source.letters
    all_pipes = [
        pipe
        for pipe in pipes(source.lang, source.script)
        if len(pipe.engines) == 1 and pipe.target == script(word)
    ]
    cuts = {pipe.name: pipe.engines[0].pieces(given) for pipe in all_pipes}
    ours = next((pieces for name, pieces in cuts.items() if name in names), [])
    out = []
    unmarked = word == plain(word)
    for start, end, written in ours:
        by_output: dict[str, list[str]] = {}
        for name, pieces in cuts.items():
            if any(begin < start < stop or begin < end < stop for begin, stop, _ in pieces):
                continue
            spelled = "".join(output for begin, stop, output in pieces if start <= begin and stop <= end)
            spelled = plain(spelled) if unmarked else spelled
            by_output.setdefault(spelled, []).append(name)
        mine = plain(written) if unmarked else written
        agreeing_names = tuple(by_output.pop(mine, ()))
        if by_output:
            out.append(
                Proof(
                    word,
                    given[start:end],
                    mine,
                    agreeing_names,
                    tuple((spelled, tuple(others)) for spelled, others in by_output.items()),
                )
            )
    return out


@dataclass(frozen=True, slots=True)
class LanguageReport:
    """The conventions of a document for names of one language.

    ``mentions`` is how many mentions follow some convention; ``counts`` how many of them each one
    covers, the dominant first; ``broken`` the mentions that the dominant one does not cover. The dominant
    one covers the most different spellings, one that lost its marks counting less than one that has them.
    """

    lang: str
    mentions: int
    counts: tuple[tuple[str, int], ...]
    broken: tuple[tuple[Annotation, str], ...]

    @property
    def dominant(self) -> str:
        """The convention that the document follows most."""
        return self.counts[0][0]

    def summary(self) -> str:
        """The verdict in a line."""
        others = Counter(label for _, label in self.broken)
        rest = ", ".join(f"{count} {label}" for label, count in others.most_common())
        told = f"{self.lang}: {self.counts[0][1]} of {self.mentions} mentions {self.dominant}"
        if not self.broken:
            ties = [name for name, count in self.counts[1:] if count == self.counts[0][1]]
            told += f" (as well {', '.join(ties)})" if ties else ""
        return f"{told}; broken by {rest}" if rest else told

    def to_dict(self) -> dict[str, Any]:
        """The report as plain data."""
        return {
            "lang": self.lang,
            "mentions": self.mentions,
            "dominant": self.dominant,
            "counts": dict(self.counts),
            "broken": [
                {
                    "start": one.start,
                    "end": one.end,
                    "text": one.text,
                    "entity": one.entity.id,
                    "scheme": label,
                }
                for one, label in self.broken
            ],
        }


def of_document(
    found: Iterable[tuple[Annotation, Verdict]], order: dict[Convention, int]
) -> list[LanguageReport]:
    """The verdict on a document, by language.

    Arguments:
        found: its annotations, each with the conventions of its spelling.
        order: the rank of each convention, for telling those apart that cover as much.
    """
    mentions: dict[str, list[tuple[Annotation, Verdict]]] = {}
    for annotation, verdict in found:
        lang = _language(annotation, verdict)
        if lang is not None:
            mentions.setdefault(lang, []).append((annotation, verdict))
    out = []
    for lang, rows in mentions.items():
        counts: Counter[str] = Counter()
        weights: dict[str, float] = {}
        seen: set[tuple[str, str]] = set()
        for annotation, verdict in rows:
            exact = {name for language, name in verdict.conventions[: verdict.exact] if language == lang}
            names = {name for language, name in verdict.conventions if language == lang and "+" not in name}
            counts.update(names)
            if (annotation.entity.id, annotation.text) not in seen:
                seen.add((annotation.entity.id, annotation.text))
                for name in names:
                    weights[name] = weights.get(name, 0.0) + (1.0 if name in exact else BARE)
        if not counts:
            continue
        ranked = sorted(
            counts.items(),
            key=lambda item: (-weights[item[0]], -item[1], order.get((lang, item[0]), 999), item[0]),
        )
        dominant = (lang, ranked[0][0])
        broken = [
            (annotation, _first(verdict, lang))
            for annotation, verdict in rows
            if dominant not in verdict.conventions
        ]
        out.append(LanguageReport(lang, len(rows), tuple(ranked), tuple(broken[:BROKEN])))
    out.sort(key=lambda report: (-report.mentions, report.lang))
    return out


def _language(annotation: Annotation, verdict: Verdict) -> str | None:
    """The language of the entity's own name, if the spelling follows a scheme for it."""
    pairs = verdict.conventions or tuple(
        pair for _, found in verdict.words for pair in found if verdict.mixed
    )
    langs = {lang for lang, _ in pairs}
    for variant in annotation.entity.native:
        if variant.lang in langs:
            return variant.lang
    return None


def _first(verdict: Verdict, lang: str) -> str:
    """The commonest convention of a spelling."""
    return next(
        (name for language, name in verdict.conventions if language == lang), verdict.label or "mixed"
    )
