"""Names with the surname first: ``Khan, Mirza Kuchik``; Генис В. Л.; GIKALO Nikolai; DULLIN (Sabine)."""

from __future__ import annotations

from translit.placing import Found, Placing
from translit.tokens import Gap


class Inverted(Placing):
    """The words of a piece of text at which a name may begin with its surname."""

    def _inverted(self, at: int, found: Found) -> None:
        """``Khan, Mirza Kuchik``: one or two words, a comma, one to three more.

        Without a comma initials may follow (Генис В. Л.), or given names what is all in capitals, or
        brackets with a given name.
        """
        if at > 0 and self._joins(at - 1):
            before = self.words[at - 1]
            if (
                before.capital
                and before.cased
                and not before.ordinary
                and (before.initial or len(before.fold) > 3)
            ):
                return
        if not self.words[at].cased and not self.lookup.index.exact.get(self.words[at].fold):
            return
        for comma in range(at, min(at + 2, len(self.words) - 1)):
            if self.gaps[comma] is Gap.COMMA or self._is_head(at, comma) or self._is_before_brackets(comma):
                self._inverted_after(at, comma, found)
                return
            if self.gaps[comma] is not Gap.OPEN:
                return

    def _is_head(self, at: int, last: int) -> bool:
        """Whether some words are a surname that the rest of the name follows without a comma."""
        following = self.words[last + 1]
        if self.gaps[last] is not Gap.OPEN or not following.capital or not following.cased:
            return False
        if following.initial:
            return self._after(last + 1) == "." and not self.words[last].initial
        head = self.words[at : last + 1]
        if not following.given or following.capitals:
            return False
        if all(word.capitals and len(word.fold) > 2 for word in head):
            return True
        (first, *more) = head
        known = first.given or first.title or first.ordinary
        return not (more or known or self._opens_sentence(last + 1))

    def _is_before_brackets(self, last: int) -> bool:
        """Whether brackets with a given name or its initial follow a word: DULLIN (Sabine), DULLIN (S.)."""
        following = self.words[last + 1]
        if not following.capital or not (following.given or following.initial):
            return False
        return self.text[self.ends[last] : self.begins[last + 1]].strip() == "("

    def _inverted_after(self, at: int, comma: int, found: Found) -> None:
        """Names whose surname stands before word ``comma`` + 1, and the rest from there on."""
        head = self._text_of(at, comma)
        for last in range(comma + 1, min(comma + 4, len(self.words))):
            if not self.words[last].capital or (last > comma + 1 and not self._joins(last - 1)):
                return
            if self.words[comma + 1].initial and not self.words[last].initial:
                return
            following = self.gaps[last]
            if following is Gap.OPEN and last + 1 < len(self.words) and self.words[last + 1].capital:
                continue
            if self.words[last].initial and following is not Gap.POINT and self._after(last) != ".":
                continue
            trail = 0
            if self.gaps[comma] is Gap.SIGN:
                closing = self.text[self.ends[last] : self.ends[last] + 2].partition(")")
                if closing[0] not in ("", ".") or not closing[1]:
                    continue
                trail = -len(closing[0]) - 1  # the bracket too
            whole = self.gaps[comma] is not Gap.COMMA
            for candidate in self.lookup.inverted(head, self._text_of(comma + 1, last), whole):
                if self._is_label(at, last) or self._is_quoted_title(at, last):
                    continue
                if not self._right_allows(at, last, candidate, "person"):
                    continue  # Kun Béla utca
                weak = self.lookup.index.spellings[candidate.number].weak
                self._add(at, last, 0, trail, candidate, found, full=weak)
