# Everything a newcomer needs: `make demo` shows the library at work, `make test` tests it.

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: help demo test check format schema schemes bench clean

help:  ## this list
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

$(BIN)/translit: pyproject.toml $(shell find translit variants -type f -not -name "*.pyc")
	$(PYTHON) -m venv $(VENV)
	TRANSLIT_PURE=1 $(BIN)/pip install --quiet --disable-pip-version-check .
	@touch $@

$(VENV)/.dev: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@ $(BIN)/translit

demo: $(BIN)/translit  ## install into .venv, then annotate and normalise a sample text
	@echo "── the sample ──────────────────────────────────────────────"
	@cat tests/samples/letter.txt
	@echo
	@echo "── translit match 'Kutschek Chan' ──────────────────────────"
	@$(BIN)/translit match 'Kutschek Chan'
	@echo
	@echo "── translit annotate ───────────────────────────────────────"
	@$(BIN)/translit annotate tests/samples/letter.txt
	@echo
	@echo "── translit normalise --diff ───────────────────────────────"
	@$(BIN)/translit normalise --diff tests/samples/letter.txt
	@echo
	@echo "── translit normalise ──────────────────────────────────────"
	@$(BIN)/translit normalise tests/samples/letter.txt

test: $(VENV)/.dev  ## install what the tests need into .venv, and run them
	$(BIN)/python -m pytest

check: $(VENV)/.dev  ## format, lint, types, tests, tables: what CI runs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest
	$(BIN)/translit tables check
	$(BIN)/translit tables audit

format: $(VENV)/.dev  ## put the code in the project's format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

schema: $(VENV)/.dev  ## write variants/entity.schema.json from the loader's own definitions
	$(BIN)/python -c 'import json; from translit.tables.records import json_schema; print(json.dumps(json_schema(), indent=2, ensure_ascii=False))' > variants/entity.schema.json

schemes: $(VENV)/.dev  ## write translit/schemes/README.md from the scheme tables
	$(BIN)/python -m translit.schemes.readme

bench: $(VENV)/.dev  ## benchmarks against peers; they measure and never fail
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[bench]'
	-$(BIN)/pip install --quiet --disable-pip-version-check -e '.[peers]'
	$(BIN)/python tests/bench/compare_cases.py
	$(BIN)/python tests/bench/compare_cases.py --more
	$(BIN)/python tests/bench/compare_cases.py --third
	$(BIN)/python tests/bench/pairs.py
	$(BIN)/python tests/bench/crossscript.py
	$(BIN)/python tests/bench/typos.py
	$(BIN)/python tests/bench/match_speed.py
	$(BIN)/python tests/bench/contexts.py
	$(BIN)/python tests/bench/contexts.py tests/cases/more_contexts.yaml
	$(BIN)/python tests/bench/contexts.py tests/cases/third_contexts.yaml --entities tests/cases/seed_entities.tsv
	$(BIN)/python tests/bench/contexts.py tests/cases/fourth_contexts.yaml --entities tests/cases/seed_entities.tsv
	$(BIN)/python tests/bench/contexts.py tests/cases/fifth_contexts.yaml --entities tests/cases/seed_entities.tsv
	$(BIN)/python tests/bench/contexts.py tests/cases/sixth_contexts.yaml --entities tests/cases/seed_entities.tsv
	$(BIN)/python tests/bench/contexts.py tests/cases/seventh_contexts.yaml --entities tests/cases/seed_entities.tsv
	$(BIN)/python tests/bench/contexts.py tests/cases/eighth_contexts.yaml --entities tests/cases/seed_entities.tsv
	$(BIN)/python tests/bench/contexts.py tests/cases/ninth_contexts.yaml --entities tests/cases/seed_entities.tsv
	$(BIN)/python tests/bench/contexts.py tests/cases/tenth_contexts.yaml --entities tests/cases/seed_entities.tsv
	$(BIN)/python tests/bench/contexts.py tests/cases/eleventh_contexts.yaml --entities tests/cases/seed_entities.tsv
	$(BIN)/python tests/bench/annotate_speed.py

clean:  ## remove what the other targets made
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
