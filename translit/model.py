"""The records that the library gives out: frozen, comparable, with ``to_dict()``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

ENTITY_TYPES = ("person", "place", "organisation", "work")
ELEMENT_TYPES = (
    "given-name",
    "family-name",
    "honorific",
    "role",
    "laqab",
    "particle",
    "ending",
    "ordinary",
    "homograph",
    "small-homograph",
    "calling",
    "longer-word",
)
STATUSES = ("attested", "generated", "ocr", "error")
DATE_KEYS = ("born", "died", "from", "to", "active")
IDENTIFIER_KEYS = ("wikidata", "viaf", "geonames", "gnd", "isni", "lccn")

# What is done with mentions that overlap: the longest is given, or all are.
OVERLAPS = ("longest", "all")

# How a match was found, the strongest evidence first; see DESIGN's tiers.
TIERS = ("recorded", "scheme", "key", "fuzzy")


@dataclass(frozen=True, slots=True)
class Variant:
    """A spelling of an entity's name.

    ``role`` says where it stands in the table: ``heading``, ``form``, ``native`` or ``variant``.
    ``short`` marks a spelling that is linked in running text only when the document also has a
    fuller one.
    """

    text: str
    role: str = "variant"
    lang: str | None = None
    scheme: str | None = None
    reading: str | None = None
    source: str | None = None
    status: str | None = None
    note: str | None = None
    short: bool = False

    def __str__(self) -> str:
        return self.text

    def to_dict(self) -> dict[str, Any]:
        """The variant as plain data; what is not known is left out."""
        data: dict[str, Any] = {"text": self.text, "role": self.role}
        for key in ("lang", "scheme", "reading", "source", "status", "note"):
            value = getattr(self, key)
            if value is not None:
                data[key] = value
        if self.short:
            data["short"] = True
        return data


@dataclass(frozen=True, slots=True, repr=False)
class Entity:
    """A person, place, organisation or work with its spellings.

    ``variants`` holds every recorded spelling: the heading first, then the forms, the native
    spellings and the other variants.
    """

    id: str
    type: str
    heading: str
    description: str | None = None
    dates: Mapping[str, str] = field(default_factory=dict, hash=False)
    variants: tuple[Variant, ...] = ()
    distinct_from: tuple[str, ...] = ()
    identifiers: Mapping[str, str] = field(default_factory=dict, hash=False)
    lang: str | None = None
    note: str | None = None
    not_beside: tuple[str, ...] = ()
    widely_borne: bool = False

    @property
    def forms(self) -> tuple[Variant, ...]:
        """The heading and the other forms that are right as they stand."""
        return tuple(v for v in self.variants if v.role in ("heading", "form"))

    @property
    def native(self) -> tuple[Variant, ...]:
        """The spellings in the name's own script."""
        return tuple(v for v in self.variants if v.role == "native")

    def __str__(self) -> str:
        return self.heading

    def __repr__(self) -> str:
        return f"<Entity {self.id}: {self.heading}>"

    def to_dict(self) -> dict[str, Any]:
        """The entity as plain data, in the fields of the tables."""
        data: dict[str, Any] = {"id": self.id, "type": self.type, "heading": self.heading}
        if self.description:
            data["description"] = self.description
        if self.dates:
            data["dates"] = dict(self.dates)
        data["variants"] = [variant.to_dict() for variant in self.variants]
        if self.distinct_from:
            data["distinct_from"] = list(self.distinct_from)
        if self.not_beside:
            data["not_beside"] = list(self.not_beside)
        if self.widely_borne:
            data["widely_borne"] = True
        if self.identifiers:
            data["identifiers"] = dict(self.identifiers)
        if self.lang:
            data["lang"] = self.lang
        if self.note:
            data["note"] = self.note
        return data


class Evidence(NamedTuple):
    """One reason for or against: what was looked at, how it agrees, and how much it counts.

    ``left`` and ``right`` are the parts compared (one may be empty), ``weight`` the factor by which
    the odds were kept or lowered, in [0, 1].
    """

    kind: str
    left: str
    right: str
    weight: float
    note: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The evidence as plain data."""
        return {
            "kind": self.kind,
            "left": self.left,
            "right": self.right,
            "weight": round(self.weight, 4),
            "note": self.note,
        }


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a result is as it is: data in ``evidence``, a few readable lines as a string."""

    summary: str
    score: float
    evidence: tuple[Evidence, ...] = ()

    def __str__(self) -> str:
        lines = [f"{self.score:.2f}  {self.summary}"]
        rows = [
            (item.left or "–", item.right or "–", item.kind, f"×{item.weight:.2f}", item.note)
            for item in self.evidence
        ]
        widths = [max((len(row[at]) for row in rows), default=0) for at in range(4)]
        for row in rows:
            cells = [cell.ljust(width) for cell, width in zip(row[:4], widths, strict=True)]
            lines.append(("      " + "  ".join([*cells, row[4]])).rstrip())
        return "\n".join(lines)

    def to_dict(self) -> dict[str, Any]:
        """The explanation as plain data."""
        return {
            "summary": self.summary,
            "score": round(self.score, 4),
            "evidence": [item.to_dict() for item in self.evidence],
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """How likely two names are the same name.

    ``score`` is an estimated probability in [0, 1].
    """

    left: str
    right: str
    score: float
    evidence: tuple[Evidence, ...] = ()

    def explain(self) -> Explanation:
        """The parts of the two names, aligned, with how each agrees."""
        return Explanation(f"{self.left} ~ {self.right}", self.score, self.evidence)

    def to_dict(self) -> dict[str, Any]:
        """The comparison as plain data."""
        return {
            "left": self.left,
            "right": self.right,
            "score": round(self.score, 4),
            "evidence": [item.to_dict() for item in self.evidence],
        }


@dataclass(frozen=True, slots=True)
class Match:
    """An entity that a name may stand for, with the variant that it matched and how.

    ``score`` is an estimated probability in [0, 1]; ``tier`` is one of :data:`TIERS`.
    """

    query: str
    entity: Entity
    score: float
    variant: Variant
    tier: str
    scheme: str | None = None
    evidence: tuple[Evidence, ...] = ()

    def explain(self) -> Explanation:
        """Why this entity: the tier, the variant and the parts compared."""
        return Explanation(
            f"{self.query} is {self.entity.id} ({self.tier}: {self.variant.text})",
            self.score,
            self.evidence,
        )

    def to_dict(self) -> dict[str, Any]:
        """The match as plain data."""
        return {
            "query": self.query,
            "entity": self.entity.id,
            "type": self.entity.type,
            "heading": self.entity.heading,
            "score": round(self.score, 4),
            "variant": self.variant.text,
            "tier": self.tier,
            "scheme": self.scheme,
        }


@dataclass(frozen=True, slots=True)
class Annotation:
    """A mention in a text, linked to its entity.

    ``text`` is the caller's text from ``start`` to ``end``, in code points, half-open. When
    ambiguous mentions are asked for, ``ambiguous_with`` holds the ids of the other entities that
    the mention may stand for as well.
    """

    start: int
    end: int
    text: str
    entity: Entity
    score: float
    variant: Variant
    tier: str
    scheme: str | None = None
    ambiguous_with: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    def explain(self) -> Explanation:
        """Why this mention is linked to this entity."""
        return Explanation(
            f"{self.text} is {self.entity.id} ({self.tier}: {self.variant.text})",
            self.score,
            self.evidence,
        )

    def to_dict(self) -> dict[str, Any]:
        """The annotation as plain data."""
        data: dict[str, Any] = {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "entity": self.entity.id,
            "type": self.entity.type,
            "heading": self.entity.heading,
            "score": round(self.score, 4),
            "variant": self.variant.text,
            "tier": self.tier,
            "scheme": self.scheme,
        }
        if self.ambiguous_with:
            data["ambiguous_with"] = list(self.ambiguous_with)
        return data


@dataclass(frozen=True, slots=True)
class Change:
    """One replacement that normalising makes: ``before`` at ``start`` to ``end`` becomes ``after``."""

    start: int
    end: int
    before: str
    after: str
    annotation: Annotation

    def to_dict(self) -> dict[str, Any]:
        """The change as plain data."""
        return {
            "start": self.start,
            "end": self.end,
            "before": self.before,
            "after": self.after,
            "entity": self.annotation.entity.id,
            "tier": self.annotation.tier,
            "score": round(self.annotation.score, 4),
        }
