"""The tables held against the documents: does each spelling that a document prints find its entity?

An attestation file (``seeds/*.yaml``) is a bibliographic record of a document and the spellings of
each entity that it prints, with how often. The audit asks three things: that ``match`` finds the
entity by the spelling; that ``annotate`` does so in running text; and that what the tables call
attested is in the document that they say.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translit.errors import Fault, InputError, TableError, remedy_for
from translit.tables.paths import display

if TYPE_CHECKING:
    from translit.gazetteer import Gazetteer
    from translit.model import Entity

KEYS = ("document", "title", "author", "published", "sha256", "attestations")
ITEM_KEYS = ("entity", "spelling", "count")

# Neutral words around a spelling: alone, with the article, and after the names that license a short form.
_SENTENCES = ("They spoke of {spelling}, and went on.", "They spoke of the {spelling}, and went on.")
CARRIERS = (*_SENTENCES, *(f"This is about {{fuller}}.\n\n{sentence}" for sentence in _SENTENCES))


@dataclass(frozen=True, slots=True)
class Attestation:
    """A spelling of an entity, how often the document prints it, and its line in the file."""

    entity: str
    spelling: str
    count: int
    line: int


@dataclass(frozen=True, slots=True)
class Attested:
    """A document with what it prints."""

    path: str
    document: str
    attestations: tuple[Attestation, ...]


@dataclass(slots=True)
class Audit:
    """What an audit found.

    ``faults`` are wrong; ``unrecorded`` are spellings that no table lists and that are found all
    the same, by key or as a near miss.
    """

    spellings: int = 0
    faults: list[Fault] = field(default_factory=list)
    unrecorded: list[Fault] = field(default_factory=list)


def attestation_files(path: str | Path) -> list[Path]:
    """The attestation files that ``path`` stands for: itself, or all in a folder, by name.

    Raises:
        InputError: nothing is there, or the folder holds no such file.
    """
    path = Path(path)
    if path.is_dir():
        files = sorted(file for file in path.iterdir() if file.suffix in (".yaml", ".yml"))
        if not files:
            raise InputError(f"{path}: no attestation file in this folder; they end in .yaml")
        return files
    if not path.exists():
        raise InputError(f"{path}: no such file or folder")
    return [path]


def read_attested(paths: Iterable[str | Path]) -> list[Attested]:
    """The documents of attestation files.

    Raises:
        TableError: with every fault of every file.
        InputError: a file cannot be read.
    """
    faults: list[Fault] = []
    documents = [_File(path, faults).read() for path in paths]
    if faults:
        raise TableError(faults)
    return documents


class _File:
    """One attestation file on its way to a record."""

    def __init__(self, path: str | Path, faults: list[Fault]) -> None:
        self.path = Path(path)
        self.name = display(self.path)
        self.faults = faults

    def fault(self, line: int | None, fault: str, remedy: str, entry: str | None = None) -> None:
        self.faults.append(Fault(self.name, line, entry, fault, remedy))

    def read(self) -> Attested:
        fields = self._mapping(self._root(), KEYS)
        found: list[Attestation] = []
        seen: dict[tuple[str, str], int] = {}
        if "document" not in fields:
            self.fault(1, "no document", "write 'document: a-short-name' at the top")
        node = fields.get("attestations")
        if node is None or node.id != "sequence":
            self.fault(1, "no list of attestations", "write 'attestations:' and one '- {entity: …}' a line")
        else:
            for item in node.value:
                one = self._attestation(item)
                if one is None:
                    continue
                first = seen.setdefault((one.entity, one.spelling), one.line)
                if first != one.line:
                    twice = f"'{one.spelling}' is given twice"
                    self.fault(one.line, twice, f"add its count to line {first}", one.entity)
                found.append(one)
        document = fields.get("document")
        return Attested(self.name, str(document.value) if document else self.path.stem, tuple(found))

    def _root(self) -> Any:
        import yaml

        loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        try:
            return yaml.compose(self.path.read_bytes(), Loader=loader)
        except OSError as error:
            raise InputError(f"{self.name}: cannot be read: {error.strerror}") from error
        except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
            mark = getattr(error, "problem_mark", None)
            what = getattr(error, "problem", None) or "nested too deeply, or not UTF-8"
            self.fault(mark.line + 1 if mark else None, f"not YAML: {what}", "look at the indentation there")
            return None

    def _mapping(self, node: Any, known: tuple[str, ...]) -> dict[str, Any]:
        """The values of a mapping by key, as nodes."""
        if node is None or node.id != "mapping":
            if not self.faults:
                line = node.start_mark.line + 1 if node is not None else None
                self.fault(line, "not a mapping", f"give the keys {', '.join(known)}")
            return {}
        fields: dict[str, Any] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if key.value not in known:
                self.fault(line, f"unknown key '{key.value}'", remedy_for(str(key.value), known))
            elif key.value in fields:
                self.fault(line, f"key '{key.value}' is given twice", "keep one")
            else:
                fields[key.value] = value
        return fields

    def _attestation(self, node: Any) -> Attestation | None:
        line = node.start_mark.line + 1
        fields = self._mapping(node, ITEM_KEYS)
        values = {name: value.value for name, value in fields.items() if value.id == "scalar" and value.value}
        missing = [name for name in ITEM_KEYS if name not in values]
        if missing:
            self.fault(line, f"no {' and no '.join(missing)}", "give entity, spelling and count")
            return None
        if not values["count"].isascii() or not values["count"].isdigit():
            self.fault(line, f"count is '{values['count']}'", "write how often the document prints it")
            return None
        return Attestation(values["entity"], values["spelling"], int(values["count"]), line)


def audit(documents: Iterable[Attested], gazetteer: Gazetteer) -> Audit:
    """Hold a gazetteer against documents."""
    documents = tuple(documents)
    result = Audit()
    for document in documents:
        for one in document.attestations:
            result.spellings += 1
            _hold(document.path, one, gazetteer, result)
    result.faults.extend(_unattested(documents, gazetteer))
    return result


def _hold(path: str, one: Attestation, gazetteer: Gazetteer, result: Audit) -> None:
    """Hold a gazetteer against one attestation."""

    def fault(fault: str, remedy: str | None) -> Fault:
        return Fault(path, one.line, one.entity, fault, remedy)

    if one.entity not in gazetteer.entities:
        result.faults.append(fault("no table has this entity", "add it, or correct the id"))
        return
    missed = _missed_by_match(one, gazetteer)
    if missed:
        result.faults.append(fault(f"match('{one.spelling}') {missed}", "record the spelling"))
    else:
        how = _unrecorded(one, gazetteer)
        if how:
            result.unrecorded.append(fault(f"'{one.spelling}' is in no table; found {how}", None))
    missed = _missed_by_annotate(one, gazetteer.entities[one.entity], gazetteer)
    if missed:
        remedy = "record the spelling, or see what it clashes with"
        result.faults.append(fault(f"annotate leaves '{one.spelling}' {missed}", remedy))


def _missed_by_match(one: Attestation, gazetteer: Gazetteer) -> str | None:
    """How ``match`` misses the entity, if it does; an equal score with another's is no miss."""
    found = gazetteer.match(one.spelling, limit=10)
    if not found:
        return "finds nothing"
    best = found[0].score
    if any(match.entity.id == one.entity and match.score >= best for match in found):
        return None
    return f"finds {found[0].entity.id} ({found[0].score:.2f})"


def _unrecorded(one: Attestation, gazetteer: Gazetteer) -> str | None:
    """By which evidence a spelling that no table lists is found."""
    for match in gazetteer.match(one.spelling, limit=10):
        if match.entity.id == one.entity and match.tier != "recorded":
            return f"as '{match.variant}' ({match.tier}, {match.score:.2f})"
    return None


def _missed_by_annotate(one: Attestation, entity: Entity, gazetteer: Gazetteer) -> str | None:
    """How ``annotate`` misses the entity in every carrier, if it does."""
    missed = None
    full = [
        variant.text
        for variant in entity.variants
        if variant.role in ("form", "native") and not variant.short
    ]
    fuller = "; ".join(dict.fromkeys((entity.heading, *full)))
    for carrier in CARRIERS:
        text = carrier.format(fuller=fuller, spelling=one.spelling)
        end = len(text) - len(carrier.rpartition("}")[2])
        start = end - len(one.spelling)
        # The article of a spelling stays outside the mention.
        begins = {start, start + 4} if one.spelling[:4].lower() == "the " else {start}
        found = gazetteer.annotate(text, ambiguous=True)
        inside = [mention for mention in found if start < mention.end and mention.start < end]
        for mention in inside:
            names = {mention.entity.id, *mention.ambiguous_with}
            if one.entity in names and mention.start in begins and mention.end == end:
                return None
        told = ", ".join(f"'{mention.text}' as {mention.entity.id}" for mention in inside)
        missed = f"linked otherwise: {told}" if told else "alone"
    return missed


def _unattested(documents: tuple[Attested, ...], gazetteer: Gazetteer) -> Iterator[Fault]:
    """The recorded variants that are said to stand in a document and do not."""
    printed = {
        document.document: {(one.entity, _tidy(one.spelling)) for one in document.attestations}
        for document in documents
    }
    paths = {document.document: document.path for document in documents}
    anywhere = set().union(*printed.values()) if printed else set()
    for entity in gazetteer.entities.values():
        for variant in entity.variants:
            if variant.source in printed:
                held, where = printed[variant.source], paths[variant.source]
            elif variant.source is None and variant.status == "attested":
                held, where = anywhere, " + ".join(paths.values())
            else:
                continue
            if (entity.id, _tidy(variant.text)) not in held:
                yield Fault(
                    where,
                    None,
                    entity.id,
                    f"the tables call '{variant}' attested, and it is not here",
                    "correct the variant's status and source, or add the attestation",
                )


def _tidy(spelling: str) -> str:
    """A spelling as attestation files have it: composed, with single spaces."""
    return " ".join(unicodedata.normalize("NFC", spelling).split())
