"""A unified diff of the changes to a text, made from the changes themselves.

Nothing is compared, so the diff of a long text costs no more than a look at its lines. The form is
that of ``diff -u`` (POSIX): three lines of context, counts of one left out; ``patch`` applies it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from translit.model import Change

CONTEXT = 3
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines ``first`` to ``last`` (half-open) of the old text, and what they become."""

    first: int
    last: int
    lines: list[str]


def unified_diff(text: str, changes: Sequence[Change], before: str, after: str) -> Iterator[str]:
    """The lines of the diff, each with its line end; none where nothing changes.

    Arguments:
        text: the old text.
        changes: the changes to it, by start, none overlapping.
        before: the name of the old text.
        after: the name of the new text.
    """
    if not changes:
        return
    old = _LINE.findall(text)
    yield f"--- {before}\n"
    yield f"+++ {after}\n"
    shift = 0
    for hunk in _hunks(_blocks(text, old, changes)):
        first = max(0, hunk[0].first - CONTEXT)
        last = min(len(old), hunk[-1].last + CONTEXT)
        grown = sum(len(block.lines) - (block.last - block.first) for block in hunk)
        yield f"@@ -{_range(first, last)} +{_range(first + shift, last + shift + grown)} @@\n"
        at = first
        for block in hunk:
            yield from _marked(" ", old[at : block.first])
            yield from _marked("-", old[block.first : block.last])
            yield from _marked("+", block.lines)
            at = block.last
        yield from _marked(" ", old[at:last])
        shift += grown


def _blocks(text: str, old: Sequence[str], changes: Sequence[Change]) -> Iterator[_Block]:
    """The runs of whole lines that change, with their new lines."""
    line, begin = 0, 0
    at = 0
    while at < len(changes):
        while begin + len(old[line]) <= changes[at].start:
            begin += len(old[line])
            line += 1
        first, last, end = line, line, begin
        made: list[str] = []
        done = begin
        # A change in the very next line joins the block, so that old and new lines stand together.
        while at < len(changes):
            change = changes[at]
            if last > first and change.start >= end + (len(old[last]) if last < len(old) else 0):
                break
            while last < len(old) and (end <= change.start or end < change.end):
                end += len(old[last])
                last += 1
            made += [text[done : change.start], change.after]
            done = change.end
            at += 1
        made.append(text[done:end])
        yield _Block(first, last, _LINE.findall("".join(made)))
        line, begin = last, end


def _hunks(blocks: Iterable[_Block]) -> Iterator[list[_Block]]:
    """Blocks whose contexts touch, together."""
    hunk: list[_Block] = []
    for block in blocks:
        if hunk and block.first - hunk[-1].last > 2 * CONTEXT:
            yield hunk
            hunk = []
        hunk.append(block)
    if hunk:
        yield hunk


def _range(first: int, last: int) -> str:
    """Half-open lines as a hunk's header counts them.

    >>> _range(0, 4), _range(6, 7), _range(6, 6)
    ('1,4', '7', '6,0')
    """
    length = last - first
    if length == 1:
        return str(first + 1)
    return f"{first + 1 if length else first},{length}"


def _marked(mark: str, lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield mark + line
        if not line.endswith("\n"):
            yield "\n\\ No newline at end of file\n"
