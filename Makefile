# `make demo` shows planlint at work on samples/; `make test` runs tests, ruff and mypy;
# `make accuracy` and `make bench` (speed; `make bench-quick`: a look, in about a minute) run the
# benchmarks and write their pages. All set up their own virtual environment and need only Python 3.11
# and a package index; they install exactly the versions of the lock files. The linters that `make bench`
# runs beside planlint need Node.js and npm; without them they are left out.
# `make lock` renews those: the newest versions within the ranges of pyproject.toml.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
JOBS ?= 3
PIP := $(BIN)/python -m pip --disable-pip-version-check
# Without isolation no build fetches a tool of its own choice. Older versions of pip must be told not
# to run a setup.py themselves; newer ones know no such option, but pass over the variable.
INSTALL := PIP_USE_PEP517=1 $(PIP) install --quiet --no-build-isolation
UV := $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--custom-compile-command 'make lock'
# What is installed as it stands is not compiled by pip: without this the first start would do it.
COMPILE := $(BIN)/python -m compileall -q linter cli.py

# Each test that starts Python anew would compile planlint anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test setup lock accuracy bench bench-quick package clean

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
	$(BIN)/python -m pytest -q -n $(JOBS) --dist worksteal

accuracy: setup
	$(BIN)/python -m bench.accuracy.run --write docs/accuracy.md

bench: setup
	$(BIN)/python -m bench.speed.run --write docs/performance.md

bench-quick: setup
	$(BIN)/python -m bench.speed.run --quick

# The package for people without Python, for the system that this runs on: dist/planlint
package:
	$(PYTHON) docs/windows/build.py

setup: $(VENV)/.dev

lock: $(VENV)/bin/python
	$(PIP) install --quiet --upgrade uv
	$(UV) --all-extras pyproject.toml -o requirements.lock
	$(UV) -c requirements.lock pyproject.toml -o requirements-run.lock
	$(UV) -c requirements.lock --group build -o requirements-build.lock
	$(UV) -c requirements.lock --group package pyproject.toml -o docs/windows/requirements.lock

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.build: $(VENV)/bin/python requirements-build.lock
	$(PIP) install --quiet -r requirements-build.lock
	@touch $@

$(VENV)/.demo: $(VENV)/.build requirements-run.lock pyproject.toml
	$(INSTALL) -r requirements-run.lock
	$(INSTALL) --no-deps -e .
	$(COMPILE)
	@touch $@

$(VENV)/.dev: $(VENV)/.build requirements.lock pyproject.toml
	$(INSTALL) -r requirements.lock
	$(INSTALL) --no-deps -e .
	$(COMPILE)
	@touch $@ $(VENV)/.demo

clean:
	rm -rf $(VENV) bench/speed/.peers build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
