"""What the tests share: a cache of their own, one loaded gazetteer, and cases kept as data.

A case is an entry of ``tests/cases/*.yaml`` with ``label``, ``why``, ``input``, ``expected`` and
``expect: pass|fail``. A test marked ``@pytest.mark.cases("match.yaml")`` with an argument ``case``
runs once for each; a case that is expected to fail is a strict xfail, so that a fix is noticed.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sysconfig
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from translit import Gazetteer

CASES = Path(__file__).parent / "cases"
_FIELDS = {"label", "why", "input", "expected", "expect"}

# The same examples at every run; `HYPOTHESIS_PROFILE=search` looks for new ones.
settings.register_profile(
    "steady",
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=120,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "search", parent=settings.get_profile("steady"), derandomize=False, max_examples=3000
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


def pytest_configure(config: pytest.Config) -> None:
    """Give the session a cache folder of its own, before anything is loaded."""
    config.addinivalue_line("markers", "cases(name): run once for each case of tests/cases/<name>")
    folder = tempfile.mkdtemp(prefix="translit-cache-")
    os.environ["TRANSLIT_CACHE"] = folder
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))


def read_cases(name: str) -> list[dict[str, Any]]:
    """The cases of one file, checked for their fields."""
    cases: list[dict[str, Any]] = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    labels: set[str] = set()
    for case in cases:
        assert set(case) == _FIELDS, f"{name}: {case.get('label')}: the fields are {sorted(_FIELDS)}"
        assert case["expect"] in ("pass", "fail"), f"{name}: {case['label']}: expect is pass or fail"
        assert case["label"] not in labels, f"{name}: {case['label']}: the label is used twice"
        labels.add(case["label"])
    assert cases, f"{name}: no cases"
    return cases


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Parametrise the tests that run cases."""
    for marker in metafunc.definition.iter_markers("cases"):
        metafunc.parametrize(
            "case",
            [
                pytest.param(
                    case,
                    id=case["label"],
                    marks=[pytest.mark.xfail(strict=True, reason=case["why"])]
                    if case["expect"] == "fail"
                    else [],
                )
                for case in read_cases(marker.args[0])
            ],
        )


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The shipped tables, loaded once."""
    import translit

    return translit.load()


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Path]:
    """Write a table of the test's own: ``table(text, "mine.yaml")`` gives its path."""

    def write(content: str | bytes, name: str = "mine.yaml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return write


@pytest.fixture
def toy(table: Callable[..., Path]) -> Callable[[str], Gazetteer]:
    """A gazetteer of one YAML text alone, without the shipped entities."""

    def load(content: str) -> Gazetteer:
        import translit

        return translit.load(table(content), bundled=False)

    return load


@pytest.fixture(scope="session")
def extension(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Any]:
    """Compiles a part that is written in C, by its name; without a compiler the test is left out."""

    def compiled(name: str) -> Any:
        target = tmp_path_factory.mktemp(name) / f"{name}{sysconfig.get_config_var('EXT_SUFFIX')}"
        source = Path(__file__).parents[1] / "translit" / f"{name}.c"
        compiler = str(sysconfig.get_config_var("CC") or "cc").split()
        include = f"-I{sysconfig.get_paths()['include']}"
        command = [*compiler, "-shared", "-fPIC", "-O1", include, str(source), "-o", str(target)]
        try:
            subprocess.run(command, check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError) as error:
            pytest.skip(f"no C compiler: {error}")
        spec = importlib.util.spec_from_file_location(f"translit.{name}", target)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    return compiled
