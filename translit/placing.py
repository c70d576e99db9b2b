"""Where a mention begins and ends, and whether what stands around it lets it stand."""

from __future__ import annotations

import re

from translit.fold import APOSTROPHES
from translit.match import Candidate
from translit.resolve import Crowd, Hit
from translit.spellings import Spelling
from translit.sweep import Sweep
from translit.tokens import Gap

# The hits at a place (start, end, number of words), by entity.
Found = dict[tuple[int, int, int], dict[int, tuple[Hit]]]

TOLD = 3  # languages that a text may be in, for a place to be called as one of them calls it

_INITIALS = re.compile(r"(?:\s?[^\W\d_]\.)*")


def _order(hit: Hit) -> tuple[float, bool, bool]:
    """The order of the spellings of one entity at one place: of like ones the one that stands there."""
    first = hit.evidence[0]
    return hit.score, not hit.weak, first.left == first.right


class Placing(Sweep):
    """The words of a piece of text, with the hits that their context allows."""

    crowds: dict[tuple[int, int], list[Crowd]]  # by place, of the names that begin at the word looked at

    def _read_anew(self) -> None:
        super()._read_anew()
        self._labels = (0, 0)  # where the last name begins and ends that a noun before or behind it bears

    def _place(
        self,
        at: int,
        last: int,
        lead: int,
        trail: int,
        candidate: Candidate,
        found: Found,
        crowd: Crowd | None = None,
    ) -> None:
        """Keep a candidate, or all the ``crowd`` of its namesakes, if what stands around it allows it."""
        spelling = self.lookup.index.spellings[candidate.number]
        # Most people are never linked: no more is read of them than the index says.
        kind = "person" if spelling.person else self.lookup.entities(spelling.entity).type
        word = self.words[last]
        low, high = self._labels
        if low <= self.begins[at] and self.ends[last] <= high:
            return  # a part of what is the name of a thing: hotel “Great Britain”
        if not lead and not trail and not self._right_allows(at, last, candidate, kind):
            return
        if trail and self._suffix_forbids(last, trail):
            return
        if trail == 1 and kind == "person" and self._bears_genitive(last):
            return  # Che Guevaras gata
        if kind in ("person", "place") and (
            self._is_quoted_title(at, last) or self._is_label(at, last, kind == "person")
        ):
            self._labels = (self.begins[at], self.ends[last])
            return
        if kind == "place" and at == last and self._is_in_guillemets(at, last):
            return
        if not word.cased and kind in ("person", "place") and self._is_work(at, last):
            return
        if kind == "place" and self._is_in_title(at, last):
            return
        if self._is_part(at, last, lead, spelling):
            return
        given = kind in ("place", "organisation") and (
            word.given or (candidate.is_inflected and any(base.given for base in self._uninflected(last)))
        )
        if (kind == "person" or given) and self._has_calling(at, last):
            return
        if (given and self._has_kin(at, last)) or (kind == "place" and self._has_kin_behind(last)):
            return
        if kind == "person" and self._is_venue(at, last):
            return
        if kind in ("person", "place") and at == last and self._is_one_of_many(at, last, kind == "person"):
            return
        if kind == "place" and at == last and self._is_called_otherwise(at, spelling):
            return
        if lead and kind == "place" and at and word.cased:
            if self._after_street(at, self.lookup.entities(spelling.entity), False):
                return  # rue d'Angleterre
        if kind == "person" and at == last and word.cased and self._heads_another(at):
            return
        begin = at if lead else self._left_begin(at, last, candidate, kind, crowd is not None)
        if begin is None:
            return
        if begin < at and (
            self._is_label(begin, last, kind == "person")
            or self._is_quoted_title(begin, last)
            or (kind == "person" and self._is_venue(begin, last))
            or (kind == "person" and self._has_calling(begin, last))
        ):
            return
        if spelling.derived and at == last and word.ordinary and not trail:
            # A surname that is a common word: only where no word follows it (see Rice, 232).
            if self.gaps[last] is Gap.OPEN or self._opens_sentence(begin):
                return
        if crowd is not None:
            start, end = self._edges(self.begins[at] + lead, self.ends[last] - trail, spelling.text)
            found.setdefault((start, end, 1), {})
            self.crowds.setdefault((start, end), []).append(crowd)
            return
        self._add(begin, last, lead, trail, candidate, found, full=begin < at)

    def _is_called_otherwise(self, at: int, spelling: Spelling) -> bool:
        """Whether the language of the text has a name of its own for a place, and this is another's, where
        the capital says nothing: Slovene Raste is no Rašta.
        """
        told = self._told(at) if self.words[at].cased and self._opens_sentence(at) else ()
        if not told or len(told) > TOLD:
            return False
        return all(self.lookup.calls_otherwise(spelling.entity, spelling.place, name) for name in told)

    def _add(
        self,
        at: int,
        last: int,
        lead: int,
        trail: int,
        candidate: Candidate,
        found: Found,
        full: bool = False,
    ) -> None:
        spelling = self.lookup.index.spellings[candidate.number]
        start = self.begins[at] + lead
        end = self.ends[last] - trail
        start, end = self._edges(start, end, spelling.text)
        alone = self.lookup.full_hit(candidate) if full else self.lookup.hit(candidate)
        if at == last and not full and self._means_another(at, spelling):
            alone = self.lookup.weak_hit(candidate, self._says_little(at, spelling))
        elif at == last and spelling.weak and not full and self._is_own_name(at, spelling):
            alone = self.lookup.full_hit(candidate)
        elif (at == last or not spelling.person) and spelling.weak and not full:
            alone = self.lookup.apt_hit(candidate, self._says(at, spelling) if at == last else 1)
        hit = alone[0]
        hits = found.setdefault((start, end, last - at + 1), {})
        old = hits.get(spelling.entity)
        if old is None or _order(hit) > _order(old[0]):
            hits[spelling.entity] = alone

    def _edges(self, start: int, end: int, spelling: str) -> tuple[int, int]:
        """Take in an ʿayn or soft sign at the spelling's edge, or a quotation mark opened before."""
        text = self.text
        if start > 0 and text[start - 1] in APOSTROPHES and spelling[0] in APOSTROPHES:
            start -= 1
        if end < len(text) and text[end] in APOSTROPHES and spelling[-1] in APOSTROPHES:
            end += 1
        inside = text[start:end]
        if spelling[-1] == "." and text[end : end + 1] == "." and ("." in inside) == ("." in spelling[:-1]):
            end += 1
        if spelling[-1] == ")" and text[end : end + 1] == ")":
            end += 1
        initial = len(inside) > 2 and not inside[-2].isalnum() and inside[-1].isupper()
        if initial and text[end : end + 1] == ".":
            more = _INITIALS.match(text, end + 1)  # Raskolnikov F. F.
            end = more.end() if more else end + 1
        for opening, closing in (("“", "”"), ("«", "»"), ('"', '"')):
            odd = inside.count(closing) - (inside.count(opening) if opening != closing else 0)
            if odd % 2 and start > 0 and text[start - 1] == opening:
                start -= 1
            elif opening != closing and inside.count(opening) > inside.count(closing):
                end += text[end : end + 1] == closing
        return start, end
