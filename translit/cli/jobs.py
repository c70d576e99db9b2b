"""Many files at once: texts annotated by several processes, in the order of the files."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from typing import Any, TypeVar

from translit.cli.options import load_gazetteer
from translit.gazetteer import Gazetteer
from translit.model import Annotation

# Texts sent ahead of the one that is waited for, by process.
AHEAD = 2

Item = TypeVar("Item")

_loaded: list[Gazetteer] = []  # of this process, when it is one of several


def _load(tables: tuple[str, ...], no_bundled: bool) -> None:
    _loaded.append(load_gazetteer(tables, no_bundled))


def _annotate(text: str, options: dict[str, Any]) -> list[Annotation]:
    return list(_loaded[0].annotate(text, **options))


def annotate_all(
    items: Iterable[Item],
    text_of: Callable[[Item], str],
    jobs: int,
    tables: tuple[str, ...],
    no_bundled: bool,
    options: dict[str, Any],
) -> Iterator[tuple[Item, list[Annotation]]]:
    """Each item with the annotations of its text, in order; a few texts are held at a time.

    Arguments:
        items: files, or whatever has a text.
        text_of: the text of one.
        jobs: how many processes.
        tables, no_bundled: the tables that each process loads, as on the command line.
        options: as for ``Gazetteer.annotate``.
    """
    waiting: deque[tuple[Item, Future[list[Annotation]]]] = deque()
    work = partial(_annotate, options=options)
    with ProcessPoolExecutor(jobs, initializer=_load, initargs=(tables, no_bundled)) as pool:
        for item in items:
            waiting.append((item, pool.submit(work, text_of(item))))
            if len(waiting) > jobs * AHEAD:
                done, found = waiting.popleft()
                yield done, found.result()
        for done, found in waiting:
            yield done, found.result()
