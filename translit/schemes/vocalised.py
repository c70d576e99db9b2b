"""Vocalised Arabic script to a reading: Arabic and Persian with their vowel signs written.

A reading is written here in single letters, so that a scheme's rules can name each sound:

====================  =======================================================================
consonants            ʾ b p t ṯ ǧ č ḥ ḫ d ḏ r z ž s š ṣ ḍ ṭ ẓ ʿ ġ f v q k g l m n w h y
vowels                a i u ā ī ū, and à for alif maqṣūra
ạ ị ụ                 Arabic: the final short vowel of a noun, which pausal forms drop
ñ                     Arabic: the n of tanwīn, after its vowel
Λ                     the article, before the letter that it may be assimilated to
ẗ, ť                  tāʾ marbūṭa in pause and in construct
ẖ                     the silent h of Persian, as in خانه
ẘ                     the silent w of Persian, as in خواب
Ε                     ezafe
·                     a joint: between a one-letter word (wa, bi, li, ka, fa, sa) and what it leans
                      on; Persian: between parts written apart (خانه‌ها) and before the article of a
                      compound (شمس‌الدین)
====================  =======================================================================

Ezafe is Ε right behind what it follows: ẖΕ where a hamza marks it (خانۀ), ẖ·Ε where only a kasra does
(خانهِ), hyΕ where ی does (خانه‌یِ), īʾΕ for the hamza of قالئ.

Letters without a vowel sign are read as the script allows: و and ی after their own vowel, or after
none, are long; a letter between a vowel and a consonant has none, if the word bears signs at all.
The words that needed a guess are given back, so that nobody takes them for exact.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from translit.tokens import WORD

_CONSONANTS = {
    "ب": "b",
    "پ": "p",
    "ت": "t",
    "ث": "ṯ",
    "ج": "ǧ",
    "چ": "č",
    "ح": "ḥ",
    "خ": "ḫ",
    "د": "d",
    "ذ": "ḏ",
    "ر": "r",
    "ز": "z",
    "ژ": "ž",
    "س": "s",
    "ش": "š",
    "ص": "ṣ",
    "ض": "ḍ",
    "ط": "ṭ",
    "ظ": "ẓ",
    "ع": "ʿ",
    "غ": "ġ",
    "ف": "f",
    "ق": "q",
    "ک": "k",
    "ك": "k",
    "گ": "g",
    "ل": "l",
    "م": "m",
    "ن": "n",
    "و": "w",
    "ه": "h",
    "ي": "y",
    "ی": "y",
    "ء": "ʾ",
    "أ": "ʾ",
    "إ": "ʾ",
    "ؤ": "ʾ",
    "ئ": "ʾ",
    "ڤ": "v",
    "ڥ": "v",
    "ڨ": "g",
    "ڭ": "g",
    "ݣ": "g",
    "ڢ": "f",  # Maghribi fāʾ and qāf
    "ڧ": "q",
}
# Shapes of a letter that other keyboards give.
_SHAPES = str.maketrans({"ہ": "ه", "ھ": "ه", "ە": "ه", "ۃ": "ة", "ے": "ی", "ڪ": "ک", "ۂ": "ۀ"})
_SHORT = {"\u064e": "a", "\u064f": "u", "\u0650": "i"}
_TANWIN = {"\u064b": "an", "\u064c": "un", "\u064d": "in"}
_OTHER_SIGNS = str.maketrans({"\u06e1": "\u0652", "\u0657": "\u064f"})
_SHADDA, _SUKUN, _DAGGER, _HAMZA_ABOVE = "\u0651", "\u0652", "\u0670", "\u0654"
_SUN = frozenset("tṯdḏrzsšṣḍṭẓln")
_LONG = {"a": "ā", "i": "ī", "u": "ū"}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PROCLITICS = {("و", "a"): "wa", ("ف", "a"): "fa", ("ب", "i"): "bi", ("ل", "i"): "li"}
_PROCLITICS |= {("ک", "a"): "ka", ("ك", "a"): "ka", ("س", "a"): "sa", ("ل", "a"): "la"}
_VOWELS = frozenset("aiuāīūà")

# Words that are not spelled as they sound, by their bare letters (every alif as ا, every yāʾ as ي).
_ARABIC = {
    "هذا": "hāḏā",
    "هذه": "hāḏihi",
    "هذان": "hāḏāni",
    "هذين": "hāḏayni",
    "هكذا": "hākaḏā",
    "هولاء": "hāʾulāʾi",
    "هاولاء": "hāʾulāʾi",
    "ذلك": "ḏālika",
    "ذلكم": "ḏālikum",
    "كذلك": "ka·ḏālika",
    "لذلك": "li·ḏālika",
    "اولايك": "ulāʾika",
    "اوليك": "ulāʾika",
    "لكن": "lākin",
    "الذي": "allaḏī",
    "التي": "allatī",
    "الذين": "allaḏīna",
    "اله": "ilāh",
    "الاله": "Λilāh",
    "الرحمن": "Λraḥmān",
    "رحمن": "raḥmān",
    "بسم": "bism",
    "بن": "bn",
    "ابن": "ibn",
    "مايه": "miʾaẗ",
    "طه": "ṭāhā",
    "يس": "yāsīn",
    "ابرهيم": "ibrāhīm",
    "اسمعيل": "ismāʿīl",
    "اسحق": "isḥāq",
    "هرون": "hārūn",
    "سليمن": "sulaymān",
    "معويه": "muʿāwiyaẗ",
    "داود": "dāwūd",
}
# What begins with ال and is taken whole all the same.
_WHOLE = frozenset(("الله", "اللهم", "الذي", "التي", "الذين"))
# Particles that are read so even without a sign.
_ARABIC_BARE = {
    "في": "fī",
    "علي": "ʿalà",
    "الي": "ilà",
    "عن": "ʿan",
    "هو": "huwa",
    "هي": "hiya",
    "ابو": "abū",
    "ابي": "abī",
    "بنت": "bint",
    "محمد": "muḥammad",
}
_PERSIAN = {
    "و": "wa",
    "که": "kiẖ",
    "چه": "čiẖ",
    "به": "biẖ",
    "سه": "siẖ",
    "نه": "naẖ",
    "از": "az",
    "است": "ast",
    "در": "dar",
    "بر": "bar",
    "هر": "har",
    "يک": "yik",
}
# What may follow a one-letter word without looking like a noun's own letters.
_AFTER_WA = _words(
    "ما من لا لم لن لو هو هي هم هما في عن علي عليه عليها عليهم قد لقد مع معه معها معهم كل كلهم "
    "بين بينه غير غيره غيرها غيرهم بعد بعده قبل قبله منه منها منهم فيه فيها فيهم له لها لهم لنا "
    "به بها بهم كان قال هل ليس تحت فوق عند عنده ضد ثم كم كيف اين مما بن بنو بني ذو ذا ذات يد"
)
_PRONOUNS = _words("ه ها هم هما هن ك كم كما نا")
_AFTER_BI = _words("ما لا من ذلك هذا هذه كل غير دون يد مثل حسب حق ذا ذات") | _PRONOUNS
_ENDINGS = tuple(re.findall(r"\w+", "يات يان يه هما ها هم هن كم كن نا ان ات ين ون تم ه ك ي ا"))
# Nouns that never head a construct although the article follows: مكة المكرمة, فاطمة الزهراء.
_NAMES = _words("مكه فاطمه عايشه خديجه حمزه طلحه عكرمه معاويه اسامه قتاده حذيفه عباده غزه جده")
# Persian words that begin with ال and not with the article.
_NO_ARTICLE = ("البرز", "الموت", "الوند", "الماس", "اليگودرز", "الهام", "الياس", "الگو", "التماس", "التفات")
# Persian: short forms whose final h sounds.
_SOUNDED_H = _words(
    "ده مه ره شه گه ته چه که سپه کله گنه پادشه شهنشه درگه نگه سيه کوته فربه خرگه بارگه فقه وجه شبه کنه"
)
_IN_W = _words("سرو مرو عفو لغو عضو نحو محو هجو سهو غزو دلو بدو حشو جزو")
_SUFFIXES = {"ام": "am", "ات": "at", "اش": "aš", "اند": "and", "است": "ast"}


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with its signs."""

    base: str
    vowel: str = ""  # a, i, u, an, un, in, or ā for a dagger alif
    doubled: bool = False
    still: bool = False  # sukūn
    hamza: bool = False  # a hamza written above as a mark: ۀ
    parted: bool = False  # a zero-width non-joiner stands before it

    @property
    def bare(self) -> bool:
        """Whether no sign says how the letter is read."""
        return not (self.vowel or self.doubled or self.still)


def letters(word: str) -> list[Letter]:
    """The letters of a word with their signs gathered.

    >>> [(x.base, x.vowel, x.doubled) for x in letters("مُحَمَّد")]
    [('م', 'u', False), ('ح', 'a', False), ('م', 'a', True), ('د', '', False)]
    """
    out: list[Letter] = []
    parted = False
    # Hamza and madda belong to their letters (NFC); the vowel signs stay apart.
    for char in unicodedata.normalize("NFC", word).translate(_SHAPES).translate(_OTHER_SIGNS):
        if not unicodedata.combining(char):
            if char == "\u200c":
                parted = bool(out)
            elif char not in "\u0640\u200d":
                out.append(Letter("ه" if char == "ۀ" else char, hamza=char == "ۀ", parted=parted))
                parted = False
        elif out:
            last = out[-1]
            if char in _SHORT:
                out[-1] = replace(last, vowel=_SHORT[char])
            elif char in _TANWIN:
                out[-1] = replace(last, vowel=_TANWIN[char])
            elif char == _DAGGER:
                out[-1] = replace(last, vowel="ā")
            elif char == _SHADDA:
                out[-1] = replace(last, doubled=True)
            elif char == _SUKUN:
                out[-1] = replace(last, still=True)
            elif char == _HAMZA_ABOVE:
                out[-1] = replace(last, hamza=True)
    return out


def _bones(word: Sequence[Letter]) -> str:
    """The bare letters of a word, every alif, yāʾ and tāʾ marbūṭa in one shape."""
    return "".join(letter.base for letter in word).translate(_BONES)


_BONES = str.maketrans("أإآٱىیئؤةک", "اااايييوهك")


@dataclass(frozen=True, slots=True)
class Reading:
    """The reading of one word; ``exact`` is False where a vowel had to be guessed or left out."""

    text: str
    exact: bool


def read(text: str, lang: str) -> list[Reading]:
    """The readings of the words of a vocalised text, in order.

    Arguments:
        text: Arabic (``ar``) or Persian (``fa``) with its vowel signs.
        lang: the language, which decides about final h, ezafe and silent w.

    >>> [word.text for word in read("الشَّمْس القَمَر", "ar")]
    ['Λšams', 'Λqamar']
    >>> [word.text for word in read("میرزا کُوچِک خانِ جَنگَلی", "fa")]
    ['mīrzā', 'kūčik', 'ḫānΕ', 'ǧangalī']
    """
    words = [letters(match.group()) for match in WORD.finditer(text)]
    out = []
    for at, word in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else []
        if lang == "ar":
            before = words[at - 1] if at else []
            out.append(_arabic(word, before, following))
        else:
            out.append(_persian(word, following, lang))
    return out


def _foreign(word: Sequence[Letter]) -> Reading | None:
    """A number or a word in other letters, which is given as it is."""
    if all(letter.base.isdecimal() for letter in word):
        return Reading("".join(str(unicodedata.digit(letter.base)) for letter in word), True)
    return None


def _article(word: Sequence[Letter], at: int) -> bool:
    """Whether the article stands at place ``at`` of a word."""
    return (
        len(word) > at + 3
        and word[at].base in "اٱ"
        and word[at].vowel in ("", "a")
        and not word[at + 1].parted
        and word[at + 1].base == "ل"
        and (not word[at + 1].vowel or (word[at + 1].vowel == "i" and word[at + 2].base == "ا"))
        and not word[at + 1].doubled
    )


# Arabic


def _arabic(word: list[Letter], before: list[Letter], following: list[Letter]) -> Reading:
    foreign = _foreign(word)
    if foreign:
        return foreign
    lead, rest = _lead(word)
    known = _known_arabic(lead, rest)
    if known:
        return known
    parsed = _Word(rest, "ar", lead, following).reading()
    return Reading(_endings(parsed.text, rest, before, following), parsed.exact)


def _lead(word: list[Letter]) -> tuple[str, list[Letter]]:
    """The one-letter words before the word itself, the article after them included, and the word."""
    lead = ""
    while len(word) > 1 and _bones(word) not in _WHOLE:
        if _article(word, 0) and not lead.endswith("Λ"):
            return lead + "Λ", _after_article(word, 2)
        if word[0].base == "ل" and word[0].vowel in ("", "i") and word[1].base == "ل" and len(word) > 2:
            if _bones(word) in ("لله", "للهم"):
                return lead + "li·", [Letter("ا"), Letter("ل"), *word[1:]]
            if word[1].doubled and word[1].vowel != "ā":
                return lead + "li·Λ", _after_article(word, 1)  # before a word in l: للّغة
            if word[1].still or (len(word) > 3 and not word[1].vowel and not word[1].doubled):
                return lead + "li·Λ", _after_article(word, 2)  # the article's alif is not written
        found = _proclitic(word)
        if not found or lead.count("·") > 1:
            break
        lead += found + "·"
        word = word[1:]
    return lead, word


def _after_article(word: list[Letter], at: int) -> list[Letter]:
    """Take the doubling off a sun letter: it says the assimilation, which the scheme knows."""
    letter = word[at]
    if letter.base == "ا" and not letter.vowel and word[at - 1].vowel == "i":
        letter = replace(letter, vowel="i")  # الِاتِّحاد: the lām bears the vowel of the alif
    if letter.doubled and _CONSONANTS.get(letter.base) in _SUN:
        letter = replace(letter, doubled=False)
    return [letter, *word[at + 1 :]]


def _proclitic(word: list[Letter]) -> str:
    """The one-letter word that a word begins with, or nothing where the letter is the word's own."""
    first, rest = word[0], word[1:]
    lead = _PROCLITICS.get((first.base, first.vowel), "")
    if not lead or first.doubled or rest[0].doubled or rest[0].still:
        if first.bare and first.base in "وبفکك" and _article(word, 1):
            sure = rest[1].still or rest[2].doubled or (first.base == "و" and len(word) > 5)
            return {"و": "wa", "ف": "fa", "ب": "bi"}.get(first.base, "ka") if sure else ""
        return ""
    bones = _bones(rest)
    head = rest[0]
    if lead in ("bi", "li", "la") and bones in _PRONOUNS:
        return lead
    if lead == "la":
        return ""
    if lead == "sa":
        verb = head.base in "يی" and len(rest) > 2
        verb = verb or (head.base in "تن" and len(rest) > 3 and _radicals(rest) > 2 and rest[1].base != "ا")
        return lead if head.vowel in ("a", "u") and verb else ""
    if _article(rest, 0) or bones in ("الله", "اللهم"):
        return lead
    if head.base in "أإآ":
        return lead
    if head.base in "اٱ":
        if len(rest) < 2:
            return ""
        waslah = rest[1].still or (rest[1].doubled and rest[1].base in "تل")
        return lead if waslah or bones in ("ابن", "الذي", "التي", "الذين") else ""
    if bones in _ARABIC and bones not in ("بن", "لكن", "يس", "طه"):
        return lead
    if lead == "ka" or not (head.vowel or (len(rest) > 1 and rest[1].bare and rest[1].base in "اويیى")):
        return ""
    if lead == "wa" and bones in _AFTER_WA | {"لكن", "بن"}:
        return lead
    if lead == "fa" and bones in _AFTER_WA | {"لما", "لكن"}:
        return lead
    if lead in ("bi", "li") and bones in _AFTER_BI:
        return lead
    if head.base in "يی" and head.vowel in ("a", "u") and len(rest) > 2 and lead != "bi":
        return lead
    hollow = len(rest) == 3 and rest[1].base == "ا" and rest[1].bare and rest[2].vowel == "a"
    if lead == "fa":
        past = len(rest) > 2 and [x.vowel for x in rest[:3:2]] == ["a", "a"] and rest[1].vowel in ("a", "i")
        return lead if hollow or (past and _radicals(rest) > 2) else ""
    if lead == "wa" and (hollow or head.base == "و"):
        return lead
    if lead == "wa" and len(rest) == 2 and rest[1].doubled and rest[1].base not in "ويی":
        return lead  # وَحُبّ
    broken = len(rest) > 3 and rest[1].base == "ا" and rest[2].base == "ئ"  # وَسَائِل
    foreign = lead == "bi" and bones.startswith(("ريطان", "نغاز", "تسبرغ"))
    return lead if _radicals(rest) > 2 and not broken and not foreign else ""


def _radicals(word: list[Letter]) -> int:
    """How many letters of a word may be radicals, its endings taken off."""
    bones = _bones(word)
    for ending in _ENDINGS:
        if bones.endswith(ending) and len(bones) - len(ending) > 1:
            word = word[: -len(ending)]
            break
    if len(word) > 2 and word[-1].base == "ت" and (len(word) < len(bones) or word[-1].still):
        word = word[:-1]  # وَرَثَتُهُ, وَقَفَتْ
    return sum(
        letter.base in _CONSONANTS and not (letter.base in "ويی" and not letter.vowel and not letter.doubled)
        for letter in word
    )


def _known_arabic(lead: str, word: list[Letter]) -> Reading | None:
    """A word that is not spelled as it sounds, with its final vowel as it is written."""
    bones = _bones(word)
    if bones in ("الله", "اللهم"):
        sounds = "Λlāh" if bones == "الله" else "Λlāhumma"
        return Reading(lead + sounds + (_CASE.get(word[-1].vowel, "") if bones == "الله" else ""), True)
    if lead.endswith("Λ"):
        if bones in ("رحمن", "اله"):
            return Reading(lead + _ARABIC[bones] + _CASE.get(word[-1].vowel, ""), True)
        return None
    if bones == "عمرو" and word[1].base == "م" and word[1].vowel != "u" and word[0].vowel in ("a", ""):
        return Reading(lead + "ʿamr", bool(word[0].vowel or word[1].still)) if word[-1].vowel != "a" else None
    if all(letter.bare for letter in word) and bones in _ARABIC_BARE:
        return Reading(lead + _ARABIC_BARE[bones], True)
    sounds = _ARABIC.get(bones, "")
    if not sounds or not _agrees(word, bones, sounds):
        return None
    if bones == "لكن" and word[-1].doubled:
        sounds += "na"
    if bones == "بن" and word[0].vowel == "i":
        sounds = "bin"
    if sounds == "miʾaẗ" and word[-1].vowel:
        sounds = "miʾať"
    if bones in ("ابن", "اله", "ابرهيم", "اسمعيل", "اسحق", "هرون", "داود") or sounds.endswith("sm"):
        sounds += _CASE.get(word[-1].vowel, "")
    return Reading(lead + sounds, True)


_CASE = {"a": "ạ", "i": "ị", "u": "ụ", "an": "añ", "in": "iñ", "un": "uñ"}


def _agrees(word: list[Letter], bones: str, sounds: str) -> bool:
    """Whether the signs of a word allow a reading from the list."""
    if bones == "بن":
        return word[0].vowel in ("", "i") and not word[1].doubled
    if bones == "لكن":
        return word[0].vowel in ("", "a", "ā") and word[1].vowel in ("", "i")
    if bones == "مايه":
        return word[-1].base == "ة"
    if bones == "معويه":
        return word[-1].base == "ة" and word[1].vowel in ("", "ā")
    if bones in ("طه", "يس"):
        return all(letter.vowel in ("", "ā") for letter in word)
    if bones == "اله":
        return word[0].base in "إا" and word[0].vowel in ("", "i") and len(word) == 3
    if bones == "هذه":
        return word[-1].vowel in ("", "i")
    if bones == "رحمن":
        return word[1].still or word[2].vowel == "ā"
    if bones == "داود":
        return all(letter.bare or letter.vowel in ("u", "ā") for letter in word[2:-1]) and word[1].bare
    signs = [letter.vowel for letter in word if letter.vowel in ("a", "i", "u")]
    return all(sign in sounds.translate(_SHORTEN) for sign in signs[:-1])


_SHORTEN = str.maketrans("āīū", "aiu")
_KEPT = frozenset(("ḥayṯu", "munḏu", "naḥnu", "hāʾulāʾi", "anti", "baʿdu", "qablu"))
_C = "[^aiuāīūàΛ·]"
# Verbs of the imperfect, which keep their final u; and the nouns that look like them.
_IMPERFECT = re.compile(
    rf"(?:[ytn][au]|[au])(?:{_C}{_C}?[aiuāīū]|{_C}[aā]{_C}{_C}?[ai]|t?a{_C}.*){_C}{{1,2}}u"
)
_NOUN_IN_U = re.compile(
    rf"ya(?:wm|zīd)u|y[uū]suf.u|yaʿqūbu|ta{_C}{_C}ī{_C}u|tārīḫu|a{_C}{_C}[aā]{_C}u|n[uāīū].*|na{_C}{_C}u"
)


def _endings(sounds: str, word: list[Letter], before: list[Letter], following: list[Letter]) -> str:
    """Mark the final short vowel of what must be a noun, and the n of tanwīn."""
    last = word[-1]
    if last.base in "اىی" and len(word) > 1 and word[-2].vowel in ("an", "un", "in") and last.bare:
        last = word[-2]
    if last.vowel in ("an", "un", "in") and sounds.endswith(last.vowel):
        return sounds[:-1] + "ñ"
    if not sounds or sounds[-1] not in "aiu" or last.vowel != sounds[-1]:
        return sounds
    core = sounds.rpartition("·")[2]
    article = "Λ" in core
    bn = _bones(following) in ("بن", "ابن", "بنت", "ابنه") or _bones(before) in ("بن", "ابن", "ابو", "ابي")
    vowel = sounds[-1]
    pronoun = (last.base == "ه" or (last.base in "كک" and sounds[-1] == "a")) and sounds[-3:-2] in tuple(
        "aiuāīūy"
    )
    if core in _KEPT or core in ("hu", "hi", "ka", "ki") or (pronoun and not article):
        pausal = before and not following and core.endswith("uhu") and len(core) > 5  # حَيَاتُهُ وَعَصْرُهُ
        return sounds[:-1] + "ụ" if pausal else sounds
    if vowel == "i":
        noun = True
    elif vowel == "u":
        verb = _IMPERFECT.fullmatch(core) and not _NOUN_IN_U.fullmatch(core)
        past = re.fullmatch(rf"{_C}a{_C}[aiu]{_C}tu", core)
        noun = article or bn or not (verb or past or core.endswith(("humu", "kumu")))
    else:
        noun = article or bn or (core.endswith("īna") and len(core) > 5)
        noun = noun or bool(re.fullmatch(r"m.*ūna", core))
    return sounds[:-1] + _CASE[vowel] if noun else sounds


# Persian


def _persian(word: list[Letter], following: list[Letter], lang: str) -> Reading:
    foreign = _foreign(word)
    if foreign:
        return foreign
    out: list[str] = []
    exact = True
    pieces = _pieces(word, lang)
    for at, piece in enumerate(pieces):
        after = pieces[at + 1] if at + 1 < len(pieces) else following
        definite = _article(after, 0) and not _bones(after).startswith(_NO_ARTICLE)
        reading = _persian_piece(piece, after, lang, at > 0)
        sounds = reading.text
        exact &= reading.exact
        if definite and sounds.endswith("u") and len(sounds) > 2:
            sounds = sounds[:-1]  # شَمْسُ الدّین: the u is the case of the Arabic phrase
        bones = _bones(piece)
        if at and bones == "ي" and out[-1].endswith(("aẖ", "iẖ", "ah", "ih")):
            out[-1] = out[-1][:-1] + "hyΕ"
        elif at and bones == "ي" and out[-1].endswith(("ā", "ū")):
            out[-1] += "Ε"
        else:
            out.append(sounds)
    return Reading("·".join(out), exact)


def _pieces(word: list[Letter], lang: str) -> list[list[Letter]]:
    """The parts of a word: what zero-width non-joiners part, and an Arabic article inside."""
    out: list[list[Letter]] = []
    for at, letter in enumerate(word):
        if not out or (lang == "fa" and (letter.parted or (at > 1 and _inner_article(word, at)))):
            out.append([])
        out[-1].append(letter)
    return out


def _inner_article(word: list[Letter], at: int) -> bool:
    """Whether the article of an Arabic compound written in one stands here: عَبْدُالله, ابوالقاسم."""
    if not _article(word, at) or word[at].vowel:
        return False
    before, bones = _bones(word[:at]), _bones(word)
    return (
        word[at - 1].vowel == "u"
        or word[at - 1].base == "ء"
        or before in ("ابو", "ذو", "عبد")
        or bones[at:] in ("الله", "الدين")
    )


def _persian_piece(word: list[Letter], following: list[Letter], lang: str, later: bool) -> Reading:
    bones = _bones(word).replace("ك", "ک")
    bare = all(letter.bare and not letter.hamza for letter in word)
    if later and bones == "هاي" and bare:
        return Reading("hāΕ", True)  # the plural with its ezafe: نامه‌های
    if bones == "بسم":
        return Reading("bism", True)
    if later and bare and bones in _SUFFIXES:
        return Reading(_SUFFIXES[bones], True)
    if bones in ("الله", "اللهم"):
        return Reading("Λlāh" + ("Ε" if word[-1].vowel == "i" else ""), True)
    if bare and not later and lang == "fa" and bones in _PERSIAN:
        return Reading(_PERSIAN[bones], True)
    lead = ""
    if _article(word, 0) and not bones.startswith(_NO_ARTICLE):
        lead, word = "Λ", _after_article(word, 2)
    elif len(word) > 4 and _article(word, 1) and (word[0].base, word[0].vowel) in _PROCLITICS:
        if word[2].still or word[3].doubled or word[0].vowel == "i":
            lead = _PROCLITICS[word[0].base, word[0].vowel] + "·Λ"
            word = _after_article(word, 3)
    return _Word(word, lang, lead, following).reading()


class _Word:
    """One word on its way to a reading."""

    def __init__(self, word: list[Letter], lang: str, lead: str, following: list[Letter]) -> None:
        self.word = word
        self.lang = lang
        self.lead = lead
        self.following = following
        self.out: list[str] = [lead] if lead else []
        self.exact = True
        self.signed = any(not letter.bare for letter in word)

    def reading(self) -> Reading:
        for at in range(len(self.word)):
            self._letter(at)
        return Reading("".join(self.out), self.exact)

    @property
    def _last(self) -> str:
        return self.out[-1][-1:] if self.out else ""

    def _lengthen(self) -> None:
        self.out[-1] = self.out[-1][:-1] + _LONG[self._last]

    def _letter(self, at: int) -> None:
        letter = self.word[at]
        first = at == 0
        last = at == len(self.word) - 1
        base = letter.base
        if base in "اٱ":
            self._alif(letter, at, first)
        elif base == "آ":
            self._madda(at, first)
        elif base == "ى" or (base in "یي" and last and self._short_alif(letter)):
            self._maqsura(letter, last)
        elif base == "ة":
            self._closing_t(letter, last)
        elif base == "و":
            self._glide(letter, at, "u", "w", first)
        elif base in "يی":
            if self._ezafe_y(letter, last):
                return
            self._glide(letter, at, "i", "y", first)
        elif base == "ه" and last and self.lang == "fa" and not first and self._silent_h(letter):
            if self._last not in "ai":
                self.out.append("a")  # خانه, with no sign on the letter before
            self.out.append("ẖ" + ("Ε" if letter.hamza else "·Ε" if letter.vowel == "i" else ""))
        elif base == "ئ" and last and letter.bare and self.lang == "fa" and self._last not in _VOWELS:
            self.out.append("īʾΕ")  # قالئ: a hamza marks the ezafe
        elif base in "أإؤئء" and first:
            self.out.append(letter.vowel or ("i" if base == "إ" else "a" if base == "أ" else ""))
            if not letter.vowel and base == "أ" and not last and self.word[at + 1].base == "و":
                self.out.pop()
            self.exact &= bool(letter.vowel) or base == "إ" or self.signed
        elif base in _CONSONANTS:
            self._consonant(letter, at, _CONSONANTS[base], last)
        else:
            self.out.append(base)
            self.exact = False

    def _short_alif(self, letter: Letter) -> bool:
        """Whether a final y with dots in print is an alif maqṣūra: مُوسَی."""
        if letter.vowel == "ā":
            return True
        return (
            letter.bare
            and self._last == "a"
            and letter.base == "ی"
            and (self.lang == "ar" or len(self.word) > 2 or self.lead != "")
        )

    def _silent_h(self, letter: Letter) -> bool:
        """Whether a final h is the silent one of خانه and not the sounded one of شاه, دِه, فِقه."""
        if letter.hamza:
            return True
        before = self.word[-2]
        bones = _bones(self.word).replace("ك", "ک")
        if letter.still or self._last not in ("a", "i"):
            plain = before.base in _CONSONANTS and not before.vowel and not before.still
            plain = plain and len(self.word) > 2 and self._last not in _VOWELS
            return plain and not letter.still and bones not in _SOUNDED_H
        if len(self.word) == 2:
            return bones in ("به", "سه", "نه") or (bones in ("که", "چه") and self._last == "i")
        return bones not in _SOUNDED_H and not (before.doubled and bones.startswith("مت"))  # مُتَوَجِّه

    def _alif(self, letter: Letter, at: int, first: bool) -> None:
        following = self.word[at + 1] if at + 1 < len(self.word) else None
        if first:
            if letter.vowel:
                self.out.append(letter.vowel[:1])
            elif following is not None and following.base in "يیو" and following.bare:
                pass  # ایران: the vowel is in the next letter
            elif self.lang == "ar" and following is not None and following.doubled and following.base == "ل":
                self.out.append("a")  # الَّذِينَ
            elif self.lang == "ar" and following is not None and (following.still or following.doubled):
                self.out.append("i")  # hamzat al-waṣl: ابْن, اتِّحاد
            else:
                self.out.append("i" if self.lang == "ar" else "a")
                self.exact = _bones(self.word).startswith(_NO_ARTICLE)
        elif self._last == "a" and self.word[at - 1].vowel == "a":
            self._lengthen()
        elif self.word[at - 1].vowel in ("an", "un", "in"):
            pass  # the alif that carries a tanwīn
        elif self._last == "ū" and at == len(self.word) - 1 and self.lang == "ar":
            pass  # the silent alif after the plural -ū
        elif self._last == "w" and self.word[at - 1].still and following is None and self.lang == "ar":
            pass  # رَمَوْا
        elif self._last == "ā" and self.word[at - 1].vowel == "ā":
            pass  # a dagger alif before the alif itself
        elif letter.vowel in ("an", "un", "in"):
            self.out.append(letter.vowel)
        else:
            self.out.append("ā")

    def _madda(self, at: int, first: bool) -> None:
        hamza_follows = at + 1 < len(self.word) and self.word[at + 1].base == "ء"
        if self._last == "a" and hamza_follows:
            self._lengthen()  # خُلَفَآء
        elif first:
            self.out.append("ā")
        elif self.lang == "ar" or self._last in _VOWELS:
            self.out.append("ʾā")
        else:  # Persian compounds: گِردآوَرَنده
            arabic = _bones(self.word).startswith(("قرا", "مرا", "ظما"))
            self.out.append("ʾā" if arabic else "ā")

    def _maqsura(self, letter: Letter, last: bool) -> None:
        if self.out and self.out[-1] in ("an", "un", "in"):
            return  # it carries the tanwīn: مَعْنًى
        if letter.vowel in ("an", "un", "in"):
            if self._last == "a":
                self.out.pop()
            self.out.append(letter.vowel)
        elif self._last == "a" and (letter.still or (self.lang == "fa" and len(self.word) == 2)):
            self.out.append("y")
        elif self._last == "a":
            self.out[-1] = self.out[-1][:-1] + "à"
        elif letter.doubled:
            self._consonant(letter, len(self.word) - 1, "y", last)
        elif self._last == "i" or (self.lang == "fa" and letter.vowel != "ā"):
            self._long("i", "ī")
            if letter.vowel == "i" and last:
                self.out.append("Ε")
        elif self._last == "ā":
            pass  # the dagger alif stands before it
        else:
            self.out.append("à")

    def _long(self, short: str, long: str) -> None:
        if self._last == short:
            self._lengthen()
        else:
            self.out.append(long)

    def _closing_t(self, letter: Letter, last: bool) -> None:
        if self._last not in ("a", "ā"):
            self.out.append("a")
        if self.lang != "ar":
            construct = _article(self.following, 0) and not self.lead
            self.out.append("ť" if construct or letter.vowel else "ẗ")
            if letter.vowel in ("an", "un", "in"):
                self.out.append(letter.vowel)
            elif letter.vowel == "i" and self.lang == "fa":
                self.out.append("Ε")
            return
        tanwin = letter.vowel in ("an", "un", "in")
        free = (
            not last
            or self.lead.endswith("Λ")
            or not self.following
            or _bones(self.following) in ("بن", "بنت", "ابنه")
            or (_bones(self.word) in _NAMES and _article(self.following, 0))
        )
        definite = _article(self.following, 0) or _bones(self.following) == "ابن"
        construct = not free and (bool(letter.vowel) or definite)
        self.out.append("ť" if construct or tanwin else "ẗ")
        if tanwin:
            self.out.append(letter.vowel)

    def _ezafe_y(self, letter: Letter, last: bool) -> bool:
        """The y that carries ezafe after a long vowel: خدایِ; and the ī of قالیِ with its ezafe."""
        if self.lang != "fa" or not last or letter.vowel != "i" or letter.doubled or not self.out:
            return False
        if self._last in ("ā", "ū"):
            self.out.append("Ε")
        elif self._last == "a":
            self.out.append("yΕ")
        else:
            self._long("i", "ī")
            self.out.append("Ε")
        return True

    def _glide(self, letter: Letter, at: int, short: str, consonant: str, first: bool) -> None:
        """و and ی: a consonant with a vowel of its own, else a long vowel or a diphthong."""
        following = self.word[at + 1] if at + 1 < len(self.word) else None
        before = self.word[at - 1] if at else None
        if letter.doubled:
            if self._last not in _VOWELS and not first:
                self.out.append(short)  # نبيّ: the vowel before -yy and -ww is their own
            self._consonant(letter, at, consonant, following is None)
        elif letter.bare and before is not None and before.vowel == "ā" and following is not None:
            if following.base == "ة" or (following.base == "ه" and at + 2 == len(self.word)):
                pass  # صَلٰوة: the dagger alif says what the wāw stands for
            else:
                self.out.append(consonant)
        elif letter.bare and (
            self._last in ("ā", "ī", "ū")
            or (before is not None and before.still and following is None)
            or (consonant == "w" and following is None and self._closes_word(at))
        ):
            self.out.append(consonant)  # سَناو, میوه, دَلْو
        elif self._silent_w(letter, consonant, following):
            self.out.append("ẘ" + letter.vowel)
        elif (
            self.lang == "fa"
            and consonant == "w"
            and letter.bare
            and self.out
            and self.out[-1] in ("ḫu", "u")
            and "".join(self.out)[-2:] == "ḫu"
            and following is not None
            and following.base in "دشر"
            and at == 1
        ):
            self.out[-2:] = ["ḫ", "ẘ", "u"]  # خُود: the wāw stands for a short u
        elif letter.vowel or (letter.still and self._last not in (short,)):
            if self._adjective(letter, at, before, following):
                self.out.append("i")
            self._consonant(letter, at, consonant, following is None)
        elif self._last == short and self._before_vowel(following, at, short):
            self.out.append(consonant)  # سِیاه, جُواب
        elif self._last == short:
            self._lengthen()
        elif self._last == "a":
            self.out.append(consonant)
        elif self._opens_syllable(at, first, following):
            if at == 1 and before is not None and before.bare and self._last not in _VOWELS:
                self.out.append("a" if consonant == "w" else "i")  # روان, سیاه
                self.exact = False
            self.out.append(consonant)
            if first and following is not None and following.base not in "اآوىيی":
                self.exact = False
        else:
            self.out.append(_LONG[short])

    def _adjective(self, letter: Letter, at: int, before: Letter | None, following: Letter | None) -> bool:
        """Whether a y begins the ending of باقیَه, whose i is not written."""
        return (
            letter.base in "یي"
            and letter.vowel == "a"
            and at > 1
            and before is not None
            and before.bare
            and self._last not in _VOWELS
            and following is not None
            and following.base in "هة"
            and at + 2 == len(self.word)
        )

    def _closes_word(self, at: int) -> bool:
        """Whether a bare final و is a consonant after a short syllable: سَرو, دَلو."""
        if at != 2 or not self.word[0].vowel or not self.word[1].bare or self._last in _VOWELS:
            return False
        return self.lang == "ar" or _bones(self.word) in _IN_W

    def _silent_w(self, letter: Letter, consonant: str, following: Letter | None) -> bool:
        """The w of خواب, خویش: after kh and before a long vowel."""
        return (
            consonant == "w"
            and self.lang == "fa"
            and self._last == "ḫ"
            and (letter.bare or letter.vowel in ("u", "i", "a"))
            and following is not None
            and (following.base in "ایي" or letter.vowel == "u")
            and not (letter.vowel == "a" and following.base not in "اآ")
        )

    def _before_vowel(self, following: Letter | None, at: int, short: str) -> bool:
        """Whether a long vowel follows, so that an unmarked glide after its own vowel is a consonant."""
        if following is None or following.vowel or following.base not in "اآىة":
            return False
        if following.base == "ة":
            return True
        return not (short == "u" and self.lang == "ar" and at + 2 == len(self.word))  # the plural -ū

    def _opens_syllable(self, at: int, first: bool, following: Letter | None) -> bool:
        """Whether an unmarked و or ی is a consonant all the same: before alif, or at the beginning."""
        if first:
            return True
        if at and self.word[at - 1].base in "اٱ" and at == 1:
            return False
        if following is None:
            return False
        if self.word[at].base == "و" and following.base in "یي" and following.bare:
            return at + 2 < len(self.word) and self.word[at - 1].base in _CONSONANTS  # قَزوین
        plural = self.word[at].base == "و" and at + 2 == len(self.word) and self.lang == "ar"
        return following.base in "اآة" and not following.vowel and not plural

    def _consonant(self, letter: Letter, at: int, sound: str, last: bool) -> None:
        before_vowel = self._last in _VOWELS
        self.out.append(sound * (2 if letter.doubled else 1))
        if letter.vowel == "i" and last and self.lang == "fa":
            self.out.append("Ε")
        elif letter.vowel:
            self.out.append(letter.vowel)
        elif letter.doubled and not last and not self._before_long(at):
            self.out.append("a")  # مُحَمّد: what a doubled letter bears most often
            self.exact &= _bones(self.word) in ("محمد", "اول")
        elif not (last or letter.still or letter.doubled or self._before_long(at)):
            # No sign at all inside a word: a vowel may be missing.
            closed = before_vowel or (at > 1 and self._closes_cluster(at))
            self.exact &= self.signed and closed

    def _closes_cluster(self, at: int) -> bool:
        """Whether a second bare consonant may follow a vowel, as in Persian دَستگیر."""
        if self.lang == "ar":
            return False
        so_far = "".join(self.out)
        return len(so_far) > 2 and so_far[-3] in _VOWELS

    def _before_long(self, at: int) -> bool:
        following = self.word[at + 1]
        if following.base in "يی" and following.doubled:
            return True
        if following.base == "ه" and at + 2 == len(self.word) and self.lang == "fa":
            return True
        return following.base == "ة" or (following.bare and following.base in "اآویيىئ")
