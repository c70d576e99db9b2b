"""Where tables are: the shipped folder, and the files of a folder in a steady order."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from translit.errors import InputError

SUFFIXES = (".yaml", ".yml", ".csv", ".tsv", ".jsonl")


def shipped_folder() -> Path:
    """The folder of the tables that ship with the library.

    In a wheel they lie inside the package; in a checkout beside it.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "variants", package.parent / "variants"):
        if folder.is_dir():
            return folder
    raise InputError(f"{package / 'variants'}: the shipped tables are missing; install translit-names again")


def table_files(path: str | Path) -> list[Path]:
    """The table files that ``path`` stands for: itself, or all in a folder, by name.

    Raises:
        InputError: nothing is there, the folder holds no table, or the ending is not a table's.
    """
    path = Path(path)
    if path.is_dir():
        files = sorted(
            file
            for file in path.rglob("*")
            if file.suffix.lower() in SUFFIXES
            and file.is_file()
            and not any(part.startswith(".") for part in file.relative_to(path).parts)
        )
        if not files:
            raise InputError(f"{path}: no table in this folder; tables end in {', '.join(SUFFIXES)}")
        return files
    if not path.exists():
        raise InputError(f"{path}: no such file or folder")
    if path.suffix.lower() not in SUFFIXES:
        raise InputError(f"{path}: not a table; tables end in {', '.join(SUFFIXES)}")
    return [path]


def display(path: Path) -> str:
    """A path as an error shows it: short when it lies below the working folder."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


def read_files(files: Iterable[Path]) -> list[tuple[Path, bytes]]:
    """The table files with their bytes.

    Raises:
        InputError: a file cannot be read.
    """
    out = []
    for file in files:
        try:
            out.append((file, file.read_bytes()))
        except OSError as error:
            raise InputError(f"{display(file)}: cannot be read: {error.strerror}") from error
    return out


def layers_for(paths: Iterable[str | Path]) -> list[list[tuple[Path, bytes]]]:
    """One layer a path: a file, or all the tables of a folder."""
    return [read_files(table_files(path)) for path in paths]
