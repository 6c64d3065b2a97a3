# Needs GNU make (3.81 or newer) and Python (3.11 or newer), nothing else. `make help` lists what there is to make.
#
# The environment is .venv in this folder. What is in it is told by stamps, each newer than the file it was made from,
# so that a second run does nothing and a changed lock file makes the environment anew.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup setup-test run test explore check format words bench lock clean

# The first that is there, starts, and is new enough; override it with `make PYTHON=/path/to/python run`.
PYTHON ?= $(shell for name in python3.11 python3 python3.12 python3.13 python; do \
	if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then echo $$name; break; fi; done)

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
RUNTIME_STAMP := .venv/made-from-requirements.lock
TEST_STAMP := .venv/made-from-requirements-test.lock
BENCH_STAMP := .venv/made-from-requirements-bench.lock
PROJECT_STAMP := .venv/made-from-pyproject.toml
CHECKED := app tests migrations tools bench

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

setup: $(PROJECT_STAMP) ## build the environment in .venv

setup-test: $(PROJECT_STAMP) $(TEST_STAMP) ## add to it what the tests need

run: setup ## ingest seeds/, then serve the timeline
	$(BIN)/tumen ingest seeds
	$(BIN)/tumen serve

check: setup-test ## the quick gate: style and types
	$(BIN)/ruff check $(CHECKED)
	$(BIN)/ruff format --check $(CHECKED)
	$(BIN)/mypy

# Assigned apart from pytest's line, so that a browser that cannot be had stops everything.
test: check ## the quick gate, a browser if none is there, and every test
	@TUMEN_CHROMIUM="$$($(BIN)/python tools/browser.py)" || exit 1; export TUMEN_CHROMIUM; \
	echo "browser: $$TUMEN_CHROMIUM"; \
	$(BIN)/pytest --numprocesses 2 --dist loadfile $(PYTEST_ARGS)

explore: setup-test ## draw other examples for the property tests than make test does; once more, others again
	$(BIN)/pytest --numprocesses 2 --hypothesis-profile explore -m hypothesis $(PYTEST_ARGS)

format: setup-test ## let ruff mend what it can
	$(BIN)/ruff check --fix $(CHECKED)
	$(BIN)/ruff format $(CHECKED)

words: setup-test ## make the catalogues of words anew from templates and code
	$(BIN)/python -m tools.words

bench: $(PROJECT_STAMP) $(BENCH_STAMP) ## measure speed, memory and pages, beside dateparser; some minutes
	$(BIN)/python -m bench

$(RUNTIME_STAMP): requirements.lock
	@test -n "$(PYTHON)" || { echo "Tumen needs Python 3.11 or newer, and none was found:" \
		"install it, or say where it is with 'make PYTHON=/path/to/python3.11 ...'" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Tumen needs Python 3.11 or newer," \
		"but $(PYTHON) is not: name another with 'make PYTHON=/path/to/python3.11 ...'" >&2; exit 1; }
	@echo "building .venv with $(PYTHON)"
	@"$(PYTHON)" -m venv --clear .venv || { echo "Python could not build .venv (on Debian and Ubuntu" \
		"the package python3-venv is needed)" >&2; exit 1; }
	@$(PIP) install --require-hashes --requirement requirements.lock
	@touch $@

$(PROJECT_STAMP): pyproject.toml $(RUNTIME_STAMP)
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(TEST_STAMP): requirements-test.lock $(RUNTIME_STAMP)
	@echo "adding what the tests need to .venv"
	@$(PIP) install --require-hashes --requirement requirements-test.lock
	@touch $@

$(BENCH_STAMP): requirements-bench.lock $(RUNTIME_STAMP)
	@echo "adding what the benchmark compares with to .venv"
	@$(PIP) install --require-hashes --requirement requirements-bench.lock
	@touch $@

# The newest versions that pyproject.toml allows, for every platform, with hashes and without addresses.
UV := build/lock/bin/uv
COMPILE := $(UV) pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes \
	--upgrade --no-header --no-emit-index-url --no-emit-find-links --quiet
lock: $(UV) ## choose newer versions of what Tumen depends on
	$(COMPILE) --output-file requirements.lock
	$(COMPILE) --extra test --constraint requirements.lock --output-file requirements-test.lock
	$(COMPILE) --extra bench --constraint requirements-test.lock --output-file requirements-bench.lock

$(UV):
	"$(PYTHON)" -m venv build/lock
	build/lock/bin/python -m pip --disable-pip-version-check --quiet install 'uv>=0.13'

clean: ## remove all that was made, but not the database
	rm -rf .venv build *.egg-info .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find $(CHECKED) -name __pycache__ -type d -prune -exec rm -rf {} +
