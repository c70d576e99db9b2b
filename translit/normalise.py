"""Annotations to changes: each mention as the house style prints it, and nothing else touched.

Style ``heading``: the table's heading and forms are right as they stand. A mention that is one of
them is kept; a mention that answers one of them part for part becomes that one; a surname alone
becomes the heading's surname, initials before it are kept; anything else becomes the heading. What
was written in capitals stays in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import zip_longest

from translit.compare import part_odds
from translit.fold import fold
from translit.index import surname_of
from translit.model import Annotation, Change, Variant
from translit.names import Lexicon, Part
from translit.tokens import is_capitals, words

STYLES = ("heading",)


def changes_of(text: str, annotations: Iterable[Annotation], lexicon: Lexicon) -> list[Change]:
    """The changes that bring the annotated mentions to style ``heading``."""
    out = []
    for annotation in annotations:
        after = printed_form(annotation, lexicon)
        if after != annotation.text:
            out.append(Change(annotation.start, annotation.end, annotation.text, after, annotation))
    return out


def apply_changes(text: str, changes: Iterable[Change]) -> str:
    """``text`` with the changes made."""
    out = []
    at = 0
    for change in changes:
        out.append(text[at : change.start])
        out.append(change.after)
        at = change.end
    out.append(text[at:])
    return "".join(out)


def printed_form(annotation: Annotation, lexicon: Lexicon) -> str:
    """What a mention is printed as."""
    before = annotation.text
    forms = [variant for variant in annotation.entity.forms if not variant.text.startswith("the ")]
    forms += [
        Variant(variant.text[4:], variant.role, short=variant.short)
        for variant in annotation.entity.forms
        if variant.text.startswith("the ")
    ]
    squeezed = re.sub(r"\s+", " ", before)
    if any(squeezed == form.text for form in forms):
        return before
    capitals = is_capitals(before) and not any(is_capitals(form.text) and fold(form.text) == fold(before) for form in forms)
    after = _choose(squeezed, annotation, forms, lexicon)
    if capitals:
        after = after.upper()
    return before if after == squeezed else after


def _choose(before: str, annotation: Annotation, forms: list[Variant], lexicon: Lexicon) -> str:
    for form in forms:
        if fold(form.text) == fold(before):
            return form.text
    # What was matched tells the parts better than a damaged mention does.
    spellings = [before]
    if annotation.variant.role == "variant" and annotation.tier == "recorded":
        spellings.append(annotation.variant.text)
    for spelling in spellings:
        parts = lexicon.parse(spelling)
        answered = [
            (odds, -at, form.text)
            for at, form in enumerate(forms)
            for odds in (_answers(parts, lexicon.parse(form.text)),)
            if odds > 0.5
        ]
        if answered:
            return max(answered)[2]
    initials, rest = _split_initials(before)
    if annotation.entity.type == "person":
        surname = surname_of(annotation.entity.heading, lexicon)
        if surname and _answers(lexicon.parse(rest), lexicon.parse(surname)) > 0.5:
            return initials + surname
        if initials:
            return _choose_after(initials, rest, forms, lexicon) or annotation.entity.heading
    return annotation.entity.heading


def _choose_after(initials: str, rest: str, forms: list[Variant], lexicon: Lexicon) -> str | None:
    parts = lexicon.parse(rest)
    for form in forms:
        if _answers(parts, lexicon.parse(form.text)) > 0.5:
            return initials + form.text
    return None


def _split_initials(text: str) -> tuple[str, str]:
    """Leading initials, and the rest.

    >>> _split_initials("N.N. Krestinskii")
    ('N.N. ', 'Krestinskii')
    """
    found = list(words(text))
    at = 0
    while at < len(found) - 1 and len(fold(found[at].surface)) == 1:
        at += 1
    cut = found[at].start if at else 0
    return text[:cut], text[cut:]


def _answers(ours: tuple[Part, ...], theirs: tuple[Part, ...]) -> float:
    """How well two names answer each other part for part, in order; 0 when they do not."""
    left = [part for part in ours if part.kind != "particle"]
    right = [part for part in theirs if part.kind != "particle"]
    if len(left) != len(right):
        return _answers_joined(left, right)
    odds = 1.0
    for one, other in zip_longest(left, right):
        odds *= part_odds(one, other)[0] if one.kind == other.kind or "name" in (one.kind, other.kind) else 0.0
        if (one.kind == "initial") != (other.kind == "initial"):
            return 0.0
    return odds


def _answers_joined(left: list[Part], right: list[Part]) -> float:
    """Ehsan Ollah Khan answers Ihsan-Allah Khan though the words are cut elsewhere."""
    from translit.index import name_skeletons

    ours, theirs = " ".join(part.text for part in left), " ".join(part.text for part in right)
    if not ours or not theirs:
        return 0.0
    return 0.8 if set(name_skeletons(ours)) & set(name_skeletons(theirs)) else 0.0
