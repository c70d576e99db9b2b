"""The hot modules as machine code, for the wheel: mypyc makes it of the same sources, and a C compiler of
what is written in C.

What cannot be compiled (no compiler, no mypyc, an interpreter that mypyc does not know) stays Python,
which does the same at a quarter to half of the speed. The module is for the build alone and stays out of the
wheel.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

PURE = "TRANSLIT_PURE"
REQUIREMENTS = ("mypy>=2.4", "setuptools>=65.5")
# What annotates and compares. Subclasses of compiled classes must be compiled, and a compiled class can
# have no cached_property: it would be worked out at each call.
MODULES = (
    "aids",
    "alike",
    "annotate",
    "bearers",
    "beside",
    "chunks",
    "compare",
    "context",
    "echoes",
    "entities",
    "fold",
    "inflection.endings",
    "inverted",
    "keys",
    "lookup",
    "match",
    "mentions",
    "names",
    "near",
    "odds",
    "outright",
    "placing",
    "quiet",
    "resolve",
    "schemes.sounds.reading",
    "spellings",
    "stretch",
    "sweep",
    "tokens",
    "unparted",
    "words",
    "written",
)
WRITTEN = ("cutting", "making", "sorted")  # in C, beside the module that tells what each does

# No settings but these count, and libraries without types are no fault. The first level of optimisation
# takes half the time of the second, for the same speed.
_OPTIONS = ("--config-file=", "--ignore-missing-imports", "--disable-error-code=import-untyped")
_SETUP = """\
from mypyc.build import mypycify
from setuptools import Extension, setup

made = mypycify({paths!r}, opt_level="1", debug_level="0", group_name="translit")
for one in made:
    one.extra_compile_args.append("-w")  # to look for warnings in made code takes a fifth of the time
for name in {written!r}:
    made.append(Extension(f"translit._{{name}}", [f"translit/_{{name}}.c"]))
setup(name="translit", ext_modules=made)
"""
# Says how many of the modules are compiled, and what they make of a sample.
_PROBE = """\
import importlib, sys
sys.path.insert(0, "")
import translit
files = [importlib.import_module("translit." + name).__file__ for name in {modules!r}]
for name in {written!r}:
    try:
        files.append(importlib.import_module("translit._" + name).__file__)
    except ImportError:  # in the sources
        pass
print(sum(not file.endswith(".py") for file in files))
print(ascii([translit.load().annotate({sample!a}), translit.compare("Kuchik Khan", "Koutchek Chan")]))
"""
# Names in several scripts, under endings, and by the surname alone.
_SAMPLE = "Racht: Mirza Koutchek Khan met Кучек-хана and احسان‌الله خان; Khan’s Jangalis left Enzeli."


def path_of(module: str) -> str:
    """Where the source of a module is, in the checkout.

    >>> path_of("schemes.sounds.reading")
    'translit/schemes/sounds/reading.py'
    """
    return f"translit/{module.replace('.', '/')}.py"


def why_not() -> str | None:
    """Why nothing shall be compiled, or None where it shall be tried."""
    if os.environ.get(PURE):
        return f"{PURE} is set"
    if sys.implementation.name != "cpython":
        return f"mypyc does not compile for {sys.implementation.name}"
    if sysconfig.get_config_var("Py_GIL_DISABLED"):
        return "mypyc is not tried without the interpreter's lock"
    return None


def requirements() -> list[str]:
    """What must be installed for the compilation; nothing where there will be none."""
    return [] if why_not() else list(REQUIREMENTS)


def compiled(root: Path, folder: Path) -> dict[Path, str]:
    """Compile the hot modules.

    Arguments:
        root: the checkout, or what was unpacked of a source distribution.
        folder: an empty folder to work in.

    Returns:
        The files made, each with its place in the wheel. None where it could not be done, and a line on
        standard error then says why.
    """
    reason = why_not()
    try:
        if reason is None:
            return _compile(root, folder)
    except subprocess.CalledProcessError as error:
        reason = _last_line(f"{error.stdout}\n{error.stderr}") or str(error)
    except Exception as error:  # whatever it is, it is no reason not to install
        reason = f"{type(error).__name__}: {error}"
    print(f"translit: not compiled, installed as pure Python ({reason})", file=sys.stderr)
    return {}


def _compile(root: Path, folder: Path) -> dict[Path, str]:
    """The same; raises what stands in the way."""
    ignored = shutil.ignore_patterns("__pycache__", "*.so", "*.pyd")
    shutil.copytree(root / "translit", folder / "translit", ignore=ignored)
    shutil.copytree(root / "variants", folder / "variants", ignore=ignored)
    paths = [*_OPTIONS, *map(path_of, MODULES)]
    (folder / "setup.py").write_text(_SETUP.format(paths=paths, written=WRITTEN), encoding="utf-8")
    _run("setup.py", "build_ext", "--inplace", folder=folder)
    suffix = str(sysconfig.get_config_var("EXT_SUFFIX"))
    made = sorted([*folder.glob(f"*{suffix}"), *folder.glob(f"translit/**/*{suffix}")])
    script = _PROBE.format(modules=MODULES, written=WRITTEN, sample=_SAMPLE)
    (_, meant), (count, said) = (_run("-c", script, folder=place).splitlines() for place in (root, folder))
    if int(count) != len(MODULES) + len(WRITTEN) or said != meant:
        raise RuntimeError("what was compiled does not do the same")
    return {path: path.relative_to(folder).as_posix() for path in made}


def _run(*arguments: str, folder: Path) -> str:
    """What Python says, run in a folder."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONHASHSEED": "0"},  # sets are shown in one order
        errors="replace",
        stdin=subprocess.DEVNULL,
    )
    return done.stdout


def _last_line(text: str) -> str:
    """The last line that says something."""
    return next((line.strip() for line in reversed(text.splitlines()) if line.strip()), "")
