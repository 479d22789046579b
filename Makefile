# `make demo` shows planlint at work on samples/; `make test` runs tests, ruff and mypy;
# `make accuracy` and `make speed` run the benchmarks. All set up their own virtual environment
# and need only Python 3.11 and a package index.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
JOBS ?= 2

.PHONY: demo test setup accuracy speed clean

demo: $(VENV)/.demo
	@echo "planlint check samples/planted/province-plan.docx"
	@$(BIN)/planlint check samples/planted/province-plan.docx --statistics; \
	 status=$$?; test $$status -eq 1 || { echo "expected findings, got exit $$status"; exit 1; }
	@echo "planlint check samples/clean"
	@$(BIN)/planlint check samples/clean --fail-on warning

test: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q -n $(JOBS)

accuracy: setup
	$(BIN)/python -m bench.accuracy.run --write docs/accuracy.md

speed: setup
	$(BIN)/python -m bench.speed.run

setup: $(VENV)/.dev

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.demo: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.dev: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@ $(VENV)/.demo

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
