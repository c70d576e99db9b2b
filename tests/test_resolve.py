"""Overlaps and ambiguities."""

from __future__ import annotations

from functools import cache

from translit.resolve import Crowd, Hit, Span, Witness, decide, license_spans, like, longest


@cache  # a hit equals itself only
def hit(entity: int, score: float = 0.99, *, tier: str = "recorded", weak: bool = False) -> Hit:
    return Hit(entity, entity, score, tier, weak, False, ())


def span(start: int, end: int, *hits: Hit, paragraph: int = 0) -> Span:
    return Span(start, end, paragraph, hits or (hit(0),))


def bounds(spans: list[Span]) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in spans]


def test_the_longest_wins() -> None:
    assert bounds(longest([span(0, 5), span(0, 12), span(6, 12)])) == [(0, 12)]


def test_better_evidence_wins_over_length() -> None:
    assert bounds(longest([span(0, 12, hit(1, 0.9, tier="fuzzy")), span(3, 8)])) == [(3, 8)]


def test_a_near_miss_that_its_part_bears_out_is_taken_whole() -> None:
    assert bounds(longest([span(0, 12, hit(0, 0.9, tier="fuzzy")), span(0, 6)])) == [(0, 12)]


def test_the_likelier_wins_at_equal_length() -> None:
    kept = longest([span(0, 5, hit(1, 0.8, tier="key")), span(3, 8, hit(2, 0.9, tier="key"))])
    assert bounds(kept) == [(3, 8)]


def test_the_earlier_wins_when_all_is_equal() -> None:
    assert bounds(longest([span(3, 8), span(0, 5)])) == [(0, 5)]


def test_touching_spans_both_stay_in_order() -> None:
    assert bounds(longest([span(5, 9), span(0, 5), span(9, 12)])) == [(0, 5), (5, 9), (9, 12)]


def test_order_of_input_does_not_matter() -> None:
    spans = [span(0, 4), span(2, 9), span(8, 12), span(11, 14), span(13, 20)]
    assert longest(spans) == longest(spans[::-1])


def test_nothing() -> None:
    assert longest([]) == []
    assert license_spans([], None) == []


def test_like_keeps_near_scores() -> None:
    assert [one.entity for one in like((hit(1, 0.9), hit(2, 0.87), hit(3, 0.7)))] == [1, 2]


def test_weak_hits_need_a_witness() -> None:
    weak = span(0, 5, hit(1, weak=True))
    assert license_spans([weak], None) == []
    assert license_spans([weak], Witness([span(9, 12, hit(2))])) == []
    assert license_spans([weak], Witness([span(9, 12, hit(1))])) == [weak]


def test_a_weak_or_ambiguous_mention_is_no_witness() -> None:
    assert 1 not in Witness([span(0, 5, hit(1, weak=True))])
    assert 1 not in Witness([span(0, 5, hit(1), hit(2))])


def test_only_the_licensed_hits_stay() -> None:
    (kept,) = license_spans([span(0, 5, hit(1), hit(2, weak=True))], None)
    assert [one.entity for one in kept.hits] == [1]


def test_nearness() -> None:
    witness = Witness([span(0, 5, hit(1), paragraph=3), span(9, 12, hit(2), paragraph=4)])
    assert witness.nearness(1, 3) == 2
    assert witness.nearness(1, 4) == 1
    assert witness.nearness(7, 4) == 0


def test_a_full_name_in_the_document_outweighs_a_likelier_namesake() -> None:
    mention = span(20, 25, hit(1, 0.99), hit(2, 0.85))
    full = Span(0, 9, 0, (hit(2),), 2)
    assert decide(mention, Witness([full])) == (hit(2, 0.85), ())
    assert decide(mention, Witness([full, Span(10, 19, 0, (hit(1),), 2)]))[1] != ()
    longer = Span(20, 30, 0, (hit(1, 0.99), hit(2, 0.85)), 2)
    assert decide(longer, Witness([full])) == (hit(1, 0.99), ())


def test_decide_asks_the_document() -> None:
    both = span(20, 25, hit(1), hit(2), paragraph=3)
    assert decide(both, None) == (hit(1), (hit(2),))
    assert decide(both, Witness([span(0, 5, hit(2), paragraph=9)])) == (hit(2), ())
    near = Witness([span(0, 5, hit(2), paragraph=9), span(6, 9, hit(1), paragraph=3)])
    assert decide(both, near) == (hit(1), ())
    same = Witness([span(0, 5, hit(2), paragraph=3), span(6, 9, hit(1), paragraph=3)])
    assert decide(both, same) == (hit(1), (hit(2),))


def test_a_clear_winner_needs_no_witness() -> None:
    clear = span(0, 5, hit(1, 0.99), hit(2, 0.8))
    assert decide(clear, Witness([span(6, 9, hit(2))])) == (hit(1, 0.99), ())


def surname(entity: int, apt: int) -> Hit:
    return Hit(entity, entity, 0.9, "recorded", True, True, (), apt)


def at_one_time(one: int, other: int) -> bool:
    return one != other


def test_two_rare_surnames_bear_each_other_out() -> None:
    spans = [span(0, 5, surname(1, 1)), span(9, 14, surname(2, 1))]
    assert license_spans(spans, Witness([], apt=spans), at_one_time) == spans
    assert license_spans(spans, Witness([], apt=spans), lambda one, other: False) == []
    apart = [spans[0], span(9, 14, surname(2, 1), paragraph=1)]
    assert license_spans(apart, Witness([], apt=apart), at_one_time) == []


def test_a_surname_of_many_needs_two_people_beside_it() -> None:
    common = span(20, 25, surname(3, 2))
    one, two = span(0, 5, hit(1)), span(9, 14, hit(2))
    assert license_spans([common], Witness([one]), at_one_time) == []
    assert license_spans([common], Witness([one, two]), at_one_time) == [common]


def test_what_the_document_speaks_of_makes_a_surname_unlikely() -> None:
    alone, full = span(0, 5), Span(30, 40, 0, (hit(0),), words=2)
    anywhere = [(0, None)]
    assert license_spans([alone], Witness([alone], elsewhere=anywhere), at_one_time) == []
    assert license_spans([alone], Witness([alone, full], elsewhere=anywhere), at_one_time) == [alone]
    company = Witness([alone, span(9, 14, hit(1))], elsewhere=anywhere)
    assert license_spans([alone], company, at_one_time) == [alone]


def test_what_one_paragraph_speaks_of_is_nothing_to_another() -> None:
    here, there = span(0, 5), span(40, 45, paragraph=1)
    both = [here, there]
    assert license_spans(both, Witness(both, elsewhere=[(0, 1)]), at_one_time) == [here]
    assert license_spans(both, Witness(both, elsewhere=[(0, 0)]), at_one_time) == [there]


def test_of_a_crowd_only_who_is_named_counts() -> None:
    made: list[int] = []

    def bearer(number: int) -> tuple[Hit]:
        made.append(number)
        return (hit(number, weak=True),)

    crowd = Crowd({entity: entity for entity in range(1, 60)}, bearer)
    alone = Span(20, 25, 0, (), 1, (crowd,))
    assert license_spans([alone], None) == []
    assert license_spans([alone], Witness([span(0, 9, hit(99))])) == []
    assert made == []
    (kept,) = license_spans([alone], Witness([span(0, 9, hit(7))]))
    assert [one.entity for one in kept.hits] == [7]
    assert made == [7]


def test_a_crowd_and_a_hit_are_ranked_together() -> None:
    crowd = Crowd({7: 7, 8: 8}, lambda number: (hit(number, 0.9, weak=True),))
    both = Span(20, 25, 0, (hit(8, 0.99),), 1, (crowd,))
    (kept,) = license_spans([both], Witness([span(0, 9, hit(7)), span(10, 19, hit(8))]))
    assert [(one.entity, one.score) for one in kept.hits] == [(8, 0.99), (7, 0.9)]
