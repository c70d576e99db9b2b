"""One word of vocalised Arabic script, letter by letter: what each letter with its signs sounds like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from translit.schemes.data import read_data
from translit.schemes.signs import LONG, TANWIN, VOWELS, Letter, Reading, article, bones, script


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of ``vocalised.yaml`` that single letters ask for."""

    names: frozenset[str]
    child: frozenset[str]
    son_after_construct: frozenset[str]
    doubled_a: frozenset[str]
    no_article: tuple[str, ...]
    sounded_h: frozenset[str]
    silent_h: frozenset[str]
    silent_h_after_i: frozenset[str]
    in_w: frozenset[str]
    hamza_inside: tuple[str, ...]


@cache
def words() -> Words:
    """The lists, read when first wanted."""
    data = read_data("vocalised")
    arabic, persian = data["arabic"], data["persian"]
    return Words(
        names=frozenset(arabic["names"]),
        child=frozenset(arabic["child"]),
        son_after_construct=frozenset(arabic["son_after_construct"]),
        doubled_a=frozenset(arabic["doubled_a"]),
        no_article=tuple(persian["no_article"]),
        sounded_h=frozenset(persian["sounded_h"]),
        silent_h=frozenset(persian["silent_h"]),
        silent_h_after_i=frozenset(persian["silent_h_after_i"]),
        in_w=frozenset(persian["in_w"]),
        hamza_inside=tuple(persian["hamza_inside"]),
    )


class Speller:
    """One word on its way to a reading.

    Arguments:
        word: its letters.
        lang: ``ar``, ``fa``, or a Turkic language.
        lead: the sounds of what is written before it in one, the article among them.
        following: the letters of the next word.
    """

    def __init__(self, word: list[Letter], lang: str, lead: str, following: list[Letter]) -> None:
        self._word = word
        self._arabic = lang == "ar"
        self._persian = lang == "fa"
        self._lead = lead
        self._next_word = following
        self._out: list[str] = [lead] if lead else []
        self._exact = True
        self._has_signs = any(not letter.bare for letter in word)
        self._at = 0

    def reading(self) -> Reading:
        """The reading of the whole word."""
        for at, letter in enumerate(self._word):
            self._at = at
            self._letter(letter)
        return Reading("".join(self._out), self._exact)

    # Where we are

    @property
    def _first(self) -> bool:
        return self._at == 0

    @property
    def _last(self) -> bool:
        return self._at == len(self._word) - 1

    @property
    def _before(self) -> Letter | None:
        return self._word[self._at - 1] if self._at else None

    @property
    def _following(self) -> Letter | None:
        return None if self._last else self._word[self._at + 1]

    @property
    def _sound(self) -> str:
        """The last sound so far."""
        return self._out[-1][-1:] if self._out else ""

    def _say(self, sounds: str) -> None:
        self._out.append(sounds)

    def _lengthen(self) -> None:
        self._out[-1] = self._out[-1][:-1] + LONG[self._sound]

    def _long(self, short: str) -> None:
        """A long vowel, of the short one before it if that is there."""
        if self._sound == short:
            self._lengthen()
        else:
            self._say(LONG[short])

    # Letter by letter

    def _letter(self, letter: Letter) -> None:
        base = letter.base
        if base in "اٱ":
            self._initial_alif(letter) if self._first else self._alif(letter)
        elif base == "آ":
            self._madda()
        elif base == "ى" or (base in "یي" and self._last and self._short_alif(letter)):
            self._maqsura(letter)
        elif base == "ة":
            self._closing_t(letter)
        elif base == "و":
            self._glide(letter, "u", "w")
        elif base in "يی":
            if not self._ezafe_y(letter):
                self._glide(letter, "i", "y")
        elif base == "ه" and self._last and self._persian and not self._first and self._silent_h(letter):
            self._closing_h(letter)
        elif base == "ئ" and self._last and letter.bare and self._persian and self._sound not in VOWELS:
            self._say("īʾΕ")  # قالئ: a hamza marks the ezafe
        elif base in "أإؤئء" and self._first:
            self._initial_hamza(letter)
        elif base in script().consonants:
            self._consonant(letter, script().consonants[base])
        else:
            self._say(base)
            self._exact = False

    # Alif and hamza

    def _initial_alif(self, letter: Letter) -> None:
        following = self._following
        if letter.vowel:
            self._say(letter.vowel[:1])
        elif following is not None and following.base in "يیو" and following.bare:
            pass  # ایران: the vowel is in the next letter
        elif self._arabic and following is not None and following.doubled and following.base == "ل":
            self._say("a")  # الَّذِينَ
        elif self._arabic and following is not None and (following.still or following.doubled):
            self._say("i")  # hamzat al-waṣl: ابْن, اتِّحاد
        else:
            self._say("i" if self._arabic else "a")
            self._exact = bones(self._word).startswith(words().no_article)

    def _alif(self, letter: Letter) -> None:
        before = self._word[self._at - 1]
        if self._sound == "a" and before.vowel == "a":
            self._lengthen()
        elif self._mute_alif(before):
            pass
        elif letter.vowel in TANWIN:
            self._say(letter.vowel)
        else:
            self._say("ā")

    def _mute_alif(self, before: Letter) -> bool:
        """Whether an alif only carries a tanwīn, follows a dagger alif, or closes a plural: رَمَوْا."""
        if before.vowel in TANWIN or (self._sound == "ā" and before.vowel == "ā"):
            return True
        return self._arabic and self._last and (self._sound == "ū" or (self._sound == "w" and before.still))

    def _initial_hamza(self, letter: Letter) -> None:
        following = self._following
        vowel = letter.vowel or {"إ": "i", "أ": "a"}.get(letter.base, "")
        in_next = not letter.vowel and letter.base == "أ" and following is not None and following.base == "و"
        self._say("" if in_next else vowel)
        self._exact &= bool(letter.vowel) or letter.base == "إ" or self._has_signs

    def _madda(self) -> None:
        following = self._following
        if self._sound == "a" and following is not None and following.base == "ء":
            self._lengthen()  # خُلَفَآء
        elif self._first:
            self._say("ā")
        elif self._arabic or self._sound in VOWELS:
            self._say("ʾā")
        else:  # Persian compounds: گِردآوَرَنده
            self._say("ʾā" if bones(self._word).startswith(words().hamza_inside) else "ā")

    def _short_alif(self, letter: Letter) -> bool:
        """Whether a final y with dots in print is an alif maqṣūra: مُوسَی."""
        if letter.vowel == "ā":
            return True
        return (
            letter.bare
            and self._sound == "a"
            and letter.base == "ی"
            and (self._arabic or len(self._word) > 2 or self._lead != "")
        )

    def _maqsura(self, letter: Letter) -> None:
        if self._out and self._out[-1] in TANWIN:
            return  # it carries the tanwīn: مَعْنًى
        if letter.vowel in TANWIN:
            if self._sound == "a":
                self._out.pop()
            self._say(letter.vowel)
        elif self._sound == "a":
            self._after_a(letter)
        elif letter.doubled:
            self._consonant(letter, "y")
        elif self._sound == "i" or (self._persian and letter.vowel != "ā"):
            self._long("i")
            if letter.vowel == "i" and self._last:
                self._say("Ε")
        elif self._sound != "ā":  # else a dagger alif stands before it
            self._say("à")

    def _after_a(self, letter: Letter) -> None:
        if letter.still or (self._persian and len(self._word) == 2):
            self._say("y")
        else:
            self._out[-1] = self._out[-1][:-1] + "à"

    # The end of a word

    def _closing_t(self, letter: Letter) -> None:
        """Tāʾ marbūṭa, in pause or in construct."""
        if self._sound not in ("a", "ā"):
            self._say("a")
        tanwin = letter.vowel in TANWIN
        if self._arabic:
            construct = tanwin or self._heads_construct(letter)
        else:
            construct = bool(letter.vowel) or (article(self._next_word, 0) and not self._lead)
        self._say("ť" if construct else "ẗ")
        if tanwin:
            self._say(letter.vowel)
        elif letter.vowel == "i" and self._persian:
            self._say("Ε")

    def _heads_construct(self, letter: Letter) -> bool:
        """Whether an Arabic noun in tāʾ marbūṭa is in construct with the next word."""
        lists, after = words(), bones(self._next_word)
        definite = article(self._next_word, 0)
        if not self._last or self._lead.endswith("Λ") or not self._next_word:
            return False
        if after in lists.child and after not in lists.son_after_construct:
            return False
        if definite and bones(self._word) in lists.names:
            return False
        return bool(letter.vowel) or definite or after in lists.son_after_construct

    def _silent_h(self, letter: Letter) -> bool:
        """Whether a final h is the silent one of خانه and not the sounded one of شاه, دِه, فِقه."""
        if letter.hamza:
            return True
        before = self._word[-2]
        bare = bones(self._word)
        if letter.still or self._sound not in ("a", "i"):
            plain = before.base in script().consonants and not before.vowel and not before.still
            plain = plain and len(self._word) > 2 and self._sound not in VOWELS
            return plain and not letter.still and bare not in words().sounded_h
        if len(self._word) == 2:
            return bare in words().silent_h or (bare in words().silent_h_after_i and self._sound == "i")
        return bare not in words().sounded_h and not (before.doubled and bare.startswith("مت"))  # مُتَوَجِّه

    def _closing_h(self, letter: Letter) -> None:
        if self._sound not in "ai":
            self._say("a")  # خانه, with no sign on the letter before
        self._say("ẖ" + ("Ε" if letter.hamza else "·Ε" if letter.vowel == "i" else ""))

    def _ezafe_y(self, letter: Letter) -> bool:
        """The y that carries ezafe after a long vowel: خدایِ; and the ī of قالیِ with its ezafe."""
        if not self._persian or not self._last or letter.vowel != "i" or letter.doubled or not self._out:
            return False
        if self._sound == "a":
            self._say("y")
        elif self._sound not in ("ā", "ū"):
            self._long("i")
        self._say("Ε")
        return True

    # و and ی

    def _glide(self, letter: Letter, short: str, consonant: str) -> None:
        """A consonant with a vowel of its own, else a long vowel or a diphthong."""
        following = self._following
        if letter.doubled:
            if self._sound not in VOWELS and not self._first:
                self._say(short)  # نبيّ: the vowel before -yy and -ww is their own
            self._consonant(letter, consonant)
        elif letter.bare and self._after_dagger():
            if not self._in_closing_h():
                self._say(consonant)
        elif letter.bare and self._closes(consonant):
            self._say(consonant)  # سَناو, میوه, دَلْو
        elif consonant == "w" and self._silent_w(letter):
            self._say("ẘ" + letter.vowel)
        elif consonant == "w" and self._short_w(letter):
            self._out[-2:] = ["ḫ", "ẘ", "u"]  # خُود: the wāw stands for a short u
        elif letter.vowel or (letter.still and self._sound != short):
            if self._adjective(letter):
                self._say("i")
            self._consonant(letter, consonant)
        elif self._sound == short and not self._before_vowel(short):
            self._lengthen()
        elif self._sound in (short, "a"):
            self._say(consonant)  # سِیاه, جُواب; a diphthong
        elif self._opens_syllable():
            self._opening_glide(short, consonant, following)
        else:
            self._say(LONG[short])

    def _opening_glide(self, short: str, consonant: str, following: Letter | None) -> None:
        before = self._before
        if self._at == 1 and before is not None and before.bare and self._sound not in VOWELS:
            self._say("a" if short == "u" else short)  # روان, سیاه
            self._exact = False
        self._say(consonant)
        if self._first and following is not None and following.base not in "اآوىيی":
            self._exact = False

    def _after_dagger(self) -> bool:
        """Whether a dagger alif stands before a glide inside a word."""
        return self._before is not None and self._before.vowel == "ā" and not self._last

    def _in_closing_h(self) -> bool:
        """Whether only tāʾ marbūṭa or h follows, as in صَلٰوة: the dagger alif says what the wāw stands for."""
        following = self._following
        return following is not None and (
            following.base == "ة" or (following.base == "ه" and self._at + 2 == len(self._word))
        )

    def _closes(self, consonant: str) -> bool:
        """Whether a bare glide is a consonant: after a long vowel, or a closed syllable at the end."""
        if self._sound in ("ā", "ī", "ū"):
            return True
        if not self._last:
            return False
        before = self._before
        return (before is not None and before.still) or (consonant == "w" and self._closes_word())

    def _closes_word(self) -> bool:
        """Whether a bare final و is a consonant after a short syllable: سَرو, دَلو."""
        if self._at != 2 or not self._word[0].vowel or not self._word[1].bare or self._sound in VOWELS:
            return False
        return self._arabic or bones(self._word) in words().in_w

    def _silent_w(self, letter: Letter) -> bool:
        """The w of خواب, خویش: after kh and before a long vowel."""
        following = self._following
        return (
            self._persian
            and self._sound == "ḫ"
            and (letter.bare or letter.vowel in ("u", "i", "a"))
            and following is not None
            and (following.base in "ایي" or letter.vowel == "u")
            and not (letter.vowel == "a" and following.base not in "اآ")
        )

    def _short_w(self, letter: Letter) -> bool:
        """The w of خُود, خُوش, خُور, which stands for a short u."""
        following = self._following
        return (
            self._persian
            and letter.bare
            and self._at == 1
            and "".join(self._out)[-2:] == "ḫu"
            and following is not None
            and following.base in "دشر"
        )

    def _adjective(self, letter: Letter) -> bool:
        """Whether a y begins the ending of باقیَه, whose i is not written."""
        before, following = self._before, self._following
        return (
            letter.base in "یي"
            and letter.vowel == "a"
            and self._at > 1
            and before is not None
            and before.bare
            and self._sound not in VOWELS
            and following is not None
            and following.base in "هة"
            and self._at + 2 == len(self._word)
        )

    def _before_vowel(self, short: str) -> bool:
        """Whether a long vowel follows, so that an unmarked glide after its own vowel is a consonant."""
        following = self._following
        if following is None or following.vowel or following.base not in "اآىة":
            return False
        if following.base == "ة":
            return True
        return not (short == "u" and self._arabic and self._at + 2 == len(self._word))  # the plural -ū

    def _opens_syllable(self) -> bool:
        """Whether an unmarked و or ی is a consonant all the same: before alif, or at the beginning."""
        if self._first:
            return True
        base, before, following = self._word[self._at].base, self._word[self._at - 1].base, self._following
        if (before in "اٱ" and self._at == 1) or following is None:
            return False
        if base == "و" and following.base in "یي" and following.bare:
            return self._at + 2 < len(self._word) and before in script().consonants  # قَزوین
        plural = base == "و" and self._at + 2 == len(self._word) and self._arabic
        return following.base in "اآة" and not following.vowel and not plural

    # Consonants

    def _consonant(self, letter: Letter, sound: str) -> None:
        before_vowel = self._sound in VOWELS
        self._say(sound * (2 if letter.doubled else 1))
        if letter.vowel == "i" and self._last and self._persian:
            self._say("Ε")
        elif letter.vowel:
            self._say(letter.vowel)
        elif self._last or self._before_long():
            pass
        elif letter.doubled:
            self._say("a")  # مُحَمّد: what a doubled letter bears most often
            self._exact &= bones(self._word) in words().doubled_a
        elif not letter.still:
            # No sign at all inside a word: a vowel may be missing.
            closed = before_vowel or (self._at > 1 and self._closes_cluster())
            self._exact &= self._has_signs and closed

    def _closes_cluster(self) -> bool:
        """Whether a second bare consonant may follow a vowel, as in Persian دَستگیر."""
        if self._arabic:
            return False
        so_far = "".join(self._out)
        return len(so_far) > 2 and so_far[-3] in VOWELS

    def _before_long(self) -> bool:
        following: Sequence[Letter] = self._word[self._at + 1 :]
        head = following[0]
        if head.base in "يی" and head.doubled:
            return True
        if head.base == "ه" and len(following) == 1 and self._persian:
            return True
        return head.base == "ة" or (head.bare and head.base in "اآویيىئ")


__all__ = ["Speller", "words"]
