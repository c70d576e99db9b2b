"""Annotations to changes: each mention as the house style prints it, and nothing else touched.

Style ``heading``: the table's heading and forms are right as they stand. A mention that is one of
them is kept; a mention that answers one of them part for part becomes that one; a surname alone
becomes the heading's surname, initials before it are kept; anything else, and what the table lists
as a variant without a form that answers it, becomes the heading.

What is not spelling stays: capitals and small letters, the curl of an apostrophe, a line end,
quotation marks or brackets inside the name, the points and spaces of initials. A row of spellings
of one name (Koochek, Kuchak, and Kuchik) speaks of the spellings, and stays as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from translit.compare import part_odds
from translit.fold import APOSTROPHES, HYPHENS, fold
from translit.index import surname_of
from translit.keys import name_skeletons
from translit.model import Annotation, Change, Variant
from translit.names import Lexicon, Part
from translit.tokens import WORD, is_capitals, words

STYLES = ("heading",)

# Between two members of a row: a comma or the like, perhaps an "and" of three letters at most.
_ROW = re.compile(r"\s*[,;،/]\s*(?:\w{1,4}\s+)?")
_ROW_LENGTH = 3
# A heading may tell namesakes apart in brackets, Jangal (newspaper); a text does not.
_QUALIFIER = re.compile(r"\s+\([^()]{3,}\)$")
# Inside a name these belong to the text, not to the spelling.
_KEPT_GAP = re.compile(r"[\n\r\"“”„«»\[\]*_]|^\.\s*$")


def changes_of(text: str, annotations: Sequence[Annotation], lexicon: Lexicon) -> list[Change]:
    """The changes that bring the annotated mentions to style ``heading``."""
    rows = _rows(text, annotations)
    out = []
    for at, annotation in enumerate(annotations):
        if at in rows:
            continue
        after = printed_form(annotation, lexicon)
        if after != annotation.text:
            out.append(Change(annotation.start, annotation.end, annotation.text, after, annotation))
    return out


# A change may bring a new name about (a damaged word beside a mended one); so many rounds at most.
ROUNDS = 4
SURNAME = 0.1  # the odds that a listed word must have to be the surname and not a pseudonym


def settled_changes(
    text: str, annotate: Callable[[str], Sequence[Annotation]], lexicon: Lexicon
) -> list[Change]:
    """The changes after which nothing is left to change.

    Normalising a normalised text must not change it, but a change can complete a name that was
    not one before. So the changed text is looked at again, and what changes then is joined to the
    changes of the text as given.
    """
    changes = changes_of(text, annotate(text), lexicon)
    for _ in range(ROUNDS):
        if not changes:
            return changes
        now = apply_changes(text, changes)
        later = changes_of(now, annotate(now), lexicon)
        if not later:
            return changes
        changes = _joined(text, changes, now, later)
    return changes


def _joined(text: str, changes: list[Change], now: str, later: list[Change]) -> list[Change]:
    """Changes of ``text`` and later changes of the changed text, as changes of ``text``."""
    spans = []  # each change's place in the changed text
    shift = 0
    for change in changes:
        start = change.start + shift
        spans.append((start, start + len(change.after)))
        shift += len(change.after) - (change.end - change.start)

    def original(place: int, *, end: bool) -> int:
        """The place in ``text`` of a place in ``now`` that lies outside every change, or at its edge."""
        moved = 0
        for change, (start, stop) in zip(changes, spans, strict=True):
            if place < start or (place == start and not end):
                break
            if place <= stop:
                return change.end if end or place == stop else change.start
            moved = change.end - stop
        return place + moved

    taken: set[int] = set()
    out = []
    for change in later:
        touched = [at for at, (start, stop) in enumerate(spans) if start < change.end and change.start < stop]
        taken.update(touched)
        low = min([change.start, *(spans[at][0] for at in touched)])
        high = max([change.end, *(spans[at][1] for at in touched)])
        start = (
            changes[touched[0]].start if touched and spans[touched[0]][0] == low else original(low, end=False)
        )
        stop = (
            changes[touched[-1]].end
            if touched and spans[touched[-1]][1] == high
            else original(high, end=True)
        )
        before = text[start:stop]
        after = now[low : change.start] + change.after + now[change.end : high]
        if before != after:
            annotation = replace(change.annotation, start=start, end=stop, text=before)
            out.append(Change(start, stop, before, after, annotation))
    out.extend(change for at, change in enumerate(changes) if at not in taken)
    return sorted(out, key=lambda change: change.start)


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


def _rows(text: str, annotations: Sequence[Annotation]) -> set[int]:
    """The positions of mentions in a row of three or more of one entity."""
    out: set[int] = set()
    row: list[int] = []
    for at, annotation in enumerate(annotations):
        if row:
            before = annotations[row[-1]]
            joined = _ROW.fullmatch(text[before.end : annotation.start]) is not None
            if before.entity.id != annotation.entity.id or not joined:
                row = []
        row.append(at)
        if len(row) >= _ROW_LENGTH:
            out.update(row)
    return out


def printed_form(annotation: Annotation, lexicon: Lexicon) -> str:
    """What a mention is printed as."""
    before = annotation.text
    forms = [_without_article(variant) for variant in annotation.entity.forms]
    head, comma, tail = before.partition(",")
    if comma and "," not in annotation.variant.text and tail.strip():
        return _inverted(head, tail.strip(), annotation, forms, lexicon) or before
    after = _choose(before, annotation, forms, lexicon)
    if is_capitals(before) and not is_capitals(after) and not is_capitals(annotation.variant.text):
        after = after.upper()
    return _dressed(before, after)


def _inverted(head: str, tail: str, annotation: Annotation, forms: list[str], lexicon: Lexicon) -> str | None:
    """``Khan, Mirza Kutschek`` as ``Khan, Mirza Kuchik``: the order of an index is kept."""
    if all(len(fold(word)) == 1 for word in WORD.findall(tail)):
        surname = surname_of(forms[0], lexicon) or _best(lexicon.parse(head), forms, lexicon)
        if surname is None:
            return None
        return annotation.text.replace(head, _dressed(head, surname), 1)
    straight = f"{tail} {head}"
    after = _dressed(straight, _choose(straight, annotation, forms, lexicon))
    found = list(WORD.finditer(after))
    count = len(WORD.findall(head))
    if len(found) <= count:
        return None
    cut = found[-count].start()
    printed = f"{after[cut:]}, {after[:cut].rstrip()}"
    return printed.upper() if is_capitals(annotation.text) else printed


def _without_article(variant: Variant) -> str:
    """A form as a text prints it: without its article and the brackets that tell namesakes apart."""
    text = variant.text[4:] if variant.text[:4] in ("the ", "The ") else variant.text
    return _QUALIFIER.sub("", text)


def _dressed(before: str, after: str) -> str:
    """``after`` with what is not spelling taken over from ``before``.

    >>> _dressed("Polikarp “Budū” Mdivani", "Polikarp Budu Mdivani")
    'Polikarp “Budu” Mdivani'
    >>> _dressed("FAKHRA’I", "Fakhra'i"), _dressed("Racht", "Rasht")
    ('FAKHRA’I', 'Rasht')
    """
    ours, theirs = list(WORD.finditer(before)), list(WORD.finditer(after))
    if len(ours) != len(theirs) or not ours:
        return before if _letters(before) == _letters(after) else after
    out = [_gap(before[: ours[0].start()], after[: theirs[0].start()])]
    regrouped = _joints(before, ours) != _joints(after, theirs)
    for at, (one, other) in enumerate(zip(ours, theirs, strict=True)):
        out.append(_word(one.group(), other.group(), keep_case=not regrouped))
        if at + 1 < len(ours):
            pair = (one.group(), ours[at + 1].group())
            spelled_out = max(map(len, pair)) > 1 and (
                len(one.group()) == 1 < len(other.group()) or "." in before[one.end() : ours[at + 1].start()]
            )
            out.append(
                after[other.end() : theirs[at + 1].start()]
                if spelled_out
                else _gap(
                    before[one.end() : ours[at + 1].start()], after[other.end() : theirs[at + 1].start()]
                )
            )
    tail = after[theirs[-1].end() :]
    out.append(_gap(before[ours[-1].end() :], tail) if len(ours[-1].group()) == 1 else tail)
    return "".join(out)


def _joints(text: str, found: list[re.Match[str]]) -> list[bool]:
    """Where hyphens join the words of a name."""
    return [
        any(char in HYPHENS for char in text[one.end() : other.start()]) for one, other in pairwise(found)
    ]


def _word(before: str, after: str, *, keep_case: bool) -> str:
    """The printed word, with the apostrophe and (if asked) the capitals that the text uses."""
    curl = next((char for char in before if char in APOSTROPHES), None)
    if curl:
        after = "".join(curl if char in APOSTROPHES else char for char in after)
    return before if keep_case and before.casefold() == after.casefold() else after


def _gap(before: str, after: str) -> str:
    """What stands between two printed words: what the text has, where it is no matter of spelling."""
    if before.isspace() and after.isspace():
        return before
    straight = "".join("'" if char in APOSTROPHES else char for char in before)
    return before if _KEPT_GAP.search(before) or straight == after.replace("’", "'") else after


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _choose(before: str, annotation: Annotation, forms: list[str], lexicon: Lexicon) -> str:
    key = fold(before)
    squeezed = re.sub(r"\s+", " ", before)
    if squeezed in forms:
        return squeezed
    for form in forms:
        if fold(form) == key:
            return form
    # What was matched tells the parts better than a damaged mention does; of a short form, or a name with
    # initials, it is the full one.
    spellings = [before]
    whole = len(WORD.findall(before)) > 1 or len(WORD.findall(annotation.variant.text)) == 1
    whole = whole and not _split_initials(before)[0]
    if annotation.variant.role == "variant" and annotation.tier == "recorded" and whole:
        spellings.append(annotation.variant.text)
    for spelling in spellings:
        best = _best(lexicon.parse(spelling), forms, lexicon)
        if best is not None:
            return best
    heading = forms[0]
    listed = annotation.variant.role == "variant" and fold(annotation.variant.text) == key
    if annotation.entity.type == "person":
        initials, rest = _split_initials(before)
        surname = surname_of(heading, lexicon)
        # One word that the tables list is the surname however spelled, or another name: Jugyenics, Uljanow.
        least = SURNAME if listed and len(WORD.findall(rest)) == 1 else 0.5
        answers = surname and _answers(lexicon.parse(rest), lexicon.parse(surname)) > least
        if answers:
            return f"{initials}{surname}"
        if initials and not listed:
            best = _best(lexicon.parse(rest), forms, lexicon)
            return initials + best if best is not None else heading
    return heading


def _best(parts: tuple[Part, ...], forms: list[str], lexicon: Lexicon) -> str | None:
    """The form that answers the parts best, the earlier on a tie."""
    answered = [
        (odds, -at, form)
        for at, form in enumerate(forms)
        for odds in (_answers(parts, lexicon.parse(form)),)
        if odds > 0.5
    ]
    return max(answered)[2] if answered else None


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
    for one, other in zip(left, right, strict=True):
        if (one.kind == "initial") != (other.kind == "initial"):
            return 0.0
        odds *= part_odds(one, other)[0]
    return odds


def _answers_joined(left: list[Part], right: list[Part]) -> float:
    """Ehsan Ollah Khan answers Ihsan-Allah Khan though the words are cut elsewhere."""
    ours, theirs = " ".join(part.text for part in left), " ".join(part.text for part in right)
    if not ours or not theirs:
        return 0.0
    return 0.8 if set(name_skeletons(ours)) & set(name_skeletons(theirs)) else 0.0
