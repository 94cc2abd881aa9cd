# Everything a person needs: make run, make test. Only Python (3.11 or later), make and git are asked for.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
RUN    := $(VENV)/.ready-to-run
DEV    := $(VENV)/.ready-to-develop

.PHONY: run test check bench bench-match bench-readers bench-compare format messages docs clean

run: $(RUN)
	@$(BIN)/drafter --example

test: $(DEV)
	@$(BIN)/python -m pytest -n auto

check: $(DEV)
	@$(BIN)/ruff format --check drafter tests benchmarks .ci
	@$(BIN)/ruff check drafter tests benchmarks .ci
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/python .ci/messages --check
	@$(BIN)/python .ci/docs --check

bench: $(DEV)
	@for each in benchmarks/bench_*.py; do $(BIN)/python $$each || exit 1; done

bench-match: $(DEV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[bench]'
	@$(BIN)/python benchmarks/bench_match.py --clauses 10000 100000 1000000

bench-compare: $(DEV)
	@$(BIN)/python benchmarks/bench_compare.py

bench-readers: $(DEV)
	@DOCUMENTS=1000 $(BIN)/python benchmarks/bench_readers.py

format: $(DEV)
	@$(BIN)/ruff format drafter tests benchmarks .ci
	@$(BIN)/ruff check --fix drafter tests benchmarks .ci

messages: $(DEV)
	@$(BIN)/python .ci/messages

docs: $(DEV)
	@$(BIN)/python .ci/docs

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "drafter needs Python 3.11 or later: make PYTHON=python3.12 run")'
	@$(PYTHON) -m venv $(VENV)

$(RUN): $(VENV)/bin/python pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(DEV): $(VENV)/bin/python pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $(RUN) $@
