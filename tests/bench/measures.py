"""What the benchmarks of comparison share: scores, measures over them, and a table."""

from __future__ import annotations

import time
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

Score = Callable[[str, str], float]
Pair = tuple[str, str]


def auc(same: Sequence[float], other: Sequence[float]) -> float:
    """How often a pair of one name scores above a pair of two; a tie counts half."""
    ranked = sorted(other)
    won = sum(bisect_left(ranked, score) + bisect_right(ranked, score) for score in same)
    return won / (2 * len(same) * len(other))


def f1_at(same: Sequence[float], other: Sequence[float], threshold: float) -> float:
    """The harmonic mean of precision and recall when all from ``threshold`` on is accepted."""
    right = sum(score >= threshold for score in same)
    wrong = sum(score >= threshold for score in other)
    return 2 * right / (right + wrong + len(same)) if right else 0.0


def best_f1(same: Sequence[float], other: Sequence[float]) -> tuple[float, float]:
    """The best of these over all thresholds, and the threshold."""
    return max((f1_at(same, other, threshold), threshold) for threshold in {*same, *other})


def precision_at(same: Sequence[float], other: Sequence[float], recall: float) -> float:
    """The precision at the threshold that accepts this share of the pairs."""
    threshold = sorted(same, reverse=True)[max(0, round(recall * len(same)) - 1)]
    right = sum(score >= threshold for score in same)
    return right / (right + sum(score >= threshold for score in other))


def recall_at(same: Sequence[float], other: Sequence[float], accepted: float) -> float:
    """The share of pairs found at the threshold that accepts this share of the others."""
    threshold = sorted(other, reverse=True)[int(accepted * len(other))]
    return sum(score > threshold for score in same) / len(same)


def calibration(
    same: Sequence[float], other: Sequence[float], steps: int = 5
) -> list[tuple[str, int, float, float]]:
    """For each band of scores: how many pairs, their mean score, and the share that is the same."""
    out = []
    for step in range(steps):
        low, high = step / steps, (step + 1) / steps
        hits = [(s, 1) for s in same if low <= s < high or s == high == 1.0]
        hits += [(s, 0) for s in other if low <= s < high or s == high == 1.0]
        if hits:
            mean = sum(score for score, _ in hits) / len(hits)
            out.append(
                (f"{low:.1f}-{high:.1f}", len(hits), mean, sum(is_same for _, is_same in hits) / len(hits))
            )
    return out


def timed(score: Score, pairs: Sequence[Pair]) -> tuple[list[float], float]:
    """The scores, and the microseconds that one took."""
    begun = time.process_time()
    scores = [score(left, right) for left, right in pairs]
    return scores, (time.process_time() - begun) / len(pairs) * 1e6


def table(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Rows under heads, the first column to the left and the others to the right."""
    cells = [[f"{cell:.3f}" if isinstance(cell, float) else str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(heads, *cells, strict=True)]
    lines = []
    for row in (list(heads), *cells):
        first, *rest = row
        lines.append("  ".join([first.ljust(widths[0]), *map(str.rjust, rest, widths[1:])]).rstrip())
    return "\n".join(lines)
