"""What holds of every text and of every table: spans, folding, and each variant finding its entity."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import translit
from translit import Annotation, Gazetteer
from translit.fold import fold, fold_char, fold_map, is_ornament
from translit.keys import name_skeletons, word_key
from translit.match import exact_candidates
from translit.model import Entity
from translit.tokens import is_capitalised, words

# Characters that have led others astray: İ and ı, marks, joiners, tatweel, soft hyphens, line ends,
# astral letters, ligatures, apostrophes, lone surrogates.
ODD = (
    "İıŞßﬁŉǆẞ\u0301\u0323\u0304\u064e\u0651\u0670\u200c\u200d\u200b\u200e\u200f\u00ad\u0640\ufeff\u2060"
    "\r\n\t\u00a0\u2028\u0085\x0b\x0c\x1c\U0001f600\U0001d49c\U0001e900’'ʿʾ‘“”«»-–—.,;:!?()[]*_/&¹²12\ud800\x00"
)
NAMES = [
    "Mirza Kuchik Khan",
    "Koutchek Khan",
    "Kutschek Chan",
    "Ehsan Ollah Khan",
    "Hajdar Chan",
    "Raskolnikoff",
    "Rasht",
    "Ordjonikidzé",
    "Tchitcherine",
    "کوچک\u200cخان",
    "Кучек-хан",
    "Enver Paşa",
    "İstanbul",
    "Chicherin",
    "Lenin",
    "Khan, Mirza Kuchik",
    "Ėskhan Ully-Xana",
    "Victor Serge",
    "Serge",
    "the West",
    "Communist Party of Iran",
    "سلطان",
    "F. F. Raskolnikov",
    "Sayyid Ziya al-Din",
    "MIRZA KUCHIK KHAN",
    "Kuchek Kahn",
    "D'Arcy",
    "Baku",
    "Gilan",
    "RCP",
]
PIECES = st.one_of(
    st.sampled_from(NAMES),
    st.sampled_from(
        ["’s", "'s", "s’", " ", " and ", "\r\n", "-\n", "the ", "Lenin ", " Prize", "al-", ", ", ". ", "12"]
    ),
    st.text(alphabet=ODD, max_size=4),
    st.text(max_size=6),
)


@st.composite
def noisy_texts(draw: st.DrawFn) -> str:
    """Names among noise, noise within the names too."""
    out = []
    for piece in draw(st.lists(PIECES, max_size=10)):
        if len(piece) > 3 and draw(st.integers(0, 3)) == 0:
            at = draw(st.integers(1, len(piece) - 1))
            piece = piece[:at] + draw(st.text(alphabet=ODD, min_size=1, max_size=2)) + piece[at:]
        out.append(piece)
    return "".join(out)


# ── folding ────────────────────────────────────────────────────────────────────────────────────


@given(text=st.one_of(st.text(), noisy_texts()))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_folding_every_character_twice_is_folding_it_once() -> None:
    strays = [
        hex(code)
        for code in range(0x30000)
        if not 0x4E00 <= code < 0xD7A4 and fold(folded := fold_char(chr(code))) != folded
    ]
    assert strays == []


@given(one=st.text(), other=st.text())
def test_folding_a_whole_is_folding_its_parts(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)


@given(text=noisy_texts())
def test_the_fold_map_leads_back(text: str) -> None:
    folded = fold_map(text)
    assert folded.text == fold(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert list(folded.offsets) == sorted(folded.offsets)
    for at in range(len(folded.text)):
        start, end = folded.span(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert folded.text[at] in fold(text[start:end])


@given(text=noisy_texts())
def test_words_lie_in_the_text_in_order(text: str) -> None:
    end = 0
    for token in words(text):
        assert end <= token.start < token.end
        assert text[token.start : token.end] == token.surface
        end = token.end
    assert end <= len(text)


@given(text=st.text())
def test_every_letter_is_in_a_word(text: str) -> None:
    inside = {at for token in words(text) for at in range(token.start, token.end)}
    for at, char in enumerate(text):
        if char.isalpha() and not is_ornament(char):
            assert at in inside, (at, char)


@given(text=st.one_of(st.text(max_size=30), noisy_texts()))
def test_keys_are_those_of_the_folded_spelling(text: str) -> None:
    assert word_key(text) == word_key(text.replace(" ", "  "))
    assert len(name_skeletons(text)) == len(set(name_skeletons(text)))


# ── comparison ─────────────────────────────────────────────────────────────────────────────────


@given(
    left=st.one_of(st.sampled_from(NAMES), st.text(max_size=20)),
    right=st.one_of(st.sampled_from(NAMES), noisy_texts()),
)
def test_comparison_is_a_probability_and_symmetric(left: str, right: str) -> None:
    score = translit.compare(left, right).score
    assert 0.0 <= score <= 1.0
    assert translit.compare(right, left).score == pytest.approx(score, abs=1e-9)


@given(name=st.one_of(st.sampled_from(NAMES), st.text(max_size=20)))
def test_a_name_is_itself(name: str) -> None:
    assert translit.compare(name, name).score == (1.0 if fold(name) else 0.0)


# ── running text ───────────────────────────────────────────────────────────────────────────────


def spans_hold(text: str, found: list[Annotation]) -> None:
    end = 0
    for annotation in found:
        assert end <= annotation.start < annotation.end <= len(text)
        assert text[annotation.start : annotation.end] == annotation.text
        assert 0.0 <= annotation.score <= 1.0
        end = annotation.end


@given(text=noisy_texts())
@settings(max_examples=400)
@example(text="İİİ Kuchik Khan")
@example(text="Ku\u0304chik Kha\u0304n\u0323\u200c\u00ad’s")
@example(text="\ufeffRasht\r\n\ud800 Baku")
@example(text="“Rasht” “Baku”")
def test_spans_index_the_text(gazetteer: Gazetteer, text: str) -> None:
    spans_hold(text, gazetteer.annotate(text))
    spans_hold(text, gazetteer.annotate(text, ambiguous=True, min_score=0.0))


@given(before=noisy_texts(), text=noisy_texts())
def test_no_annotation_depends_on_texts_seen_earlier(gazetteer: Gazetteer, before: str, text: str) -> None:
    first = gazetteer.annotate(text)
    gazetteer.annotate(before)
    assert gazetteer.annotate(text) == first


def test_a_new_gazetteer_annotates_as_a_used_one(gazetteer: Gazetteer) -> None:
    fresh = translit.load()
    text = "Raskolnlkov, Kutschek Chan, Ėskhan Ully-Xana, Ordjonikidzé; Fedor Raskonikov, Mandelshtan. "
    gazetteer.annotate("\n".join(NAMES) * 20)
    assert fresh.annotate(text) == gazetteer.annotate(text)
    assert [fresh.match(name) for name in NAMES] == [gazetteer.match(name) for name in NAMES]


@given(text=noisy_texts())
@settings(max_examples=300)
@example(text="EKhan, Mirza KuchikE")
def test_normalising_twice_is_normalising_once(gazetteer: Gazetteer, text: str) -> None:
    once = gazetteer.normalise(text)
    assert gazetteer.normalise(once) == once


@given(text=noisy_texts())
@settings(max_examples=300)
def test_what_is_outside_the_changes_is_untouched(gazetteer: Gazetteer, text: str) -> None:
    changes = gazetteer.changes(text)
    made = gazetteer.normalise(text)
    at = moved = 0
    for change in changes:
        assert text[change.start : change.end] == change.before != change.after
        assert made[at + moved : change.start + moved] == text[at : change.start]
        moved += len(change.after) - len(change.before)
        assert (
            made[change.start + moved + len(change.before) - len(change.after) : change.end + moved]
            == change.after
        )
        at = change.end
    assert made[at + moved :] == text[at:]


# ── the shipped tables ─────────────────────────────────────────────────────────────────────────


def spellings(gazetteer: Gazetteer) -> Iterator[tuple[Entity, str, bool]]:
    for entity in gazetteer.entities.values():
        for variant in entity.variants:
            yield entity, variant.text, variant.short


def test_every_recorded_variant_is_a_candidate_for_its_entity(gazetteer: Gazetteer) -> None:
    """All of them, by the look-up alone: it is this that a match cannot lose."""
    index = gazetteer._index
    missed = []
    for entity, text, _ in spellings(gazetteer):
        owners = {
            gazetteer.entities.at(index.spellings[candidate.number].entity).id
            for candidate in exact_candidates(
                word_key(text.removeprefix("the ").removeprefix("The ")), index, text
            )
        }
        if entity.id not in owners:
            missed.append((entity.id, text))
    assert missed == []


def test_recorded_variants_find_their_entity(gazetteer: Gazetteer) -> None:
    """Some of the short ones, and every thirtieth of the rest: all of them would take minutes."""
    chosen = [
        (entity, text)
        for number, (entity, text, short) in enumerate(spellings(gazetteer))
        if text[:4].lower() != "the " and (number % 30 == 0 or (short and number % 4 == 0))
    ]
    assert len(chosen) > 300
    assert not_found(gazetteer, chosen) == []


def test_variants_that_open_with_an_article_find_their_entity(gazetteer: Gazetteer) -> None:
    chosen = [(entity, text) for entity, text, _ in spellings(gazetteer) if text[:4].lower() == "the "]
    assert len(chosen) > 10
    assert not_found(gazetteer, chosen) == []


def not_found(gazetteer: Gazetteer, chosen: list[tuple[Entity, str]]) -> list[tuple[str, str]]:
    """The spellings whose entity is not among the best matches: those that record the spelling.

    Of two that share a spelling, the one whose short form it is may come second.
    """
    missed = []
    for entity, text in chosen:
        found = gazetteer.match(text, limit=50)
        best = [match for match in found if match.tier == "recorded" or match.score >= found[0].score]
        if entity.id not in {match.entity.id for match in best}:
            missed.append((entity.id, text))
    return missed


def test_every_variant_of_a_person_is_found_in_a_sentence(gazetteer: Gazetteer) -> None:
    owners: dict[str, set[str]] = {}
    for spelling in gazetteer._index.spellings:
        owners.setdefault(word_key(spelling.text), set()).add(gazetteer.entities.at(spelling.entity).id)
    missed = []
    for entity, text, short in spellings(gazetteer):
        if entity.type != "person" or short or not is_capitalised(text) or len(owners[word_key(text)]) > 1:
            continue
        if gazetteer._lexicon.has_kind(text, "homograph"):
            continue  # it needs a fuller form in a text of that language, and one word tells no language
        sentence = f"Yesterday, {text} was mentioned."
        found = [(a.text, a.entity.id) for a in gazetteer.annotate(sentence)]
        if "(" in text and entity.id in {owner for _, owner in found}:
            continue  # a bracket ends a mention, so such a spelling is found in parts
        if found != [(text, entity.id)]:
            missed.append((entity.id, text, found))
    assert missed == []


def test_every_heading_is_left_as_it_is(gazetteer: Gazetteer) -> None:
    changed = []
    for entity in gazetteer.entities.values():
        for form in entity.forms:
            text = f"Yesterday, {form.text} was mentioned."
            if gazetteer.normalise(text) != text:
                changed.append((entity.id, form.text, gazetteer.normalise(text)))
    assert changed == []
