# kamc: what to type. Needs git, GNU make and Python 3.11 or newer; everything else goes into .venv.
#
#   make briefs      check the example workspace and build its briefing packs into dist/
#   make test        everything that CI asks: lint, generated files, tests
#   make help        the other targets

PYTHON ?= python3
PYTEST_ARGS ?=
BENCH_ARGS ?=
LOCK_ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
UV_VERSION := 0.13.9

# What an environment holds is written down by these files; make compares their times.
MADE := $(VENV)/.made
RUN := $(VENV)/.installed-run
DEV := $(VENV)/.installed-dev
BENCH := $(VENV)/.installed-bench

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: help briefs test lint unit generate generated-check bench lock clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1 \2/p' Makefile | while read -r name does; do printf '  make %-16s %s\n' "$$name" "$$does"; done

briefs: $(RUN) ## check the example workspace, build its briefing packs into dist/
	$(BIN)/kamc check plans
	$(BIN)/kamc build plans --out dist
	@echo
	@echo "The briefing packs are in dist/. Start with dist/team/index.html."

test: lint generated-check unit ## all that CI asks: lint, generated files, tests

lint: $(DEV) ## ruff, mypy, import-linter
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: $(DEV) ## the tests alone (PYTEST_ARGS='-k loader')
	$(BIN)/python -m pytest --numprocesses=auto --dist=loadfile --no-loadscope-reorder $(PYTEST_ARGS)

generate: $(DEV) ## write schemas/ and docs/reference anew from the model, the rules and the commands
	$(BIN)/python -m kamc.reference

generated-check: $(DEV) ## are schemas/ and docs/reference what `make generate` would write?
	$(BIN)/python -m kamc.reference --check

bench: $(BENCH) ## time and memory, beside the peers (BENCH_ARGS=...)
	$(BIN)/python -m benchmarks $(BENCH_ARGS)

lock: $(MADE) ## resolve requirements/*.txt again (LOCK_ARGS=--upgrade for newer versions)
	$(PIP) install --quiet uv==$(UV_VERSION)
	$(call compile,dev,--extra dev)
	$(call compile,run,--constraint requirements/dev.txt)
	$(call compile,bench,--extra bench --constraint requirements/dev.txt)

# One lock for every Python from 3.11 and every platform: versions and hashes, never the address of a registry.
compile = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	--no-emit-index-url $(LOCK_ARGS) $(2) pyproject.toml requirements/build.in --output-file requirements/$(1).txt

clean: ## remove the environment, what was built and every cache
	rm -rf $(VENV) dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .benchmarks
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- The environment -----------------------------------------------------------------------------------------

$(MADE):
	@command -v $(PYTHON) >/dev/null || \
		{ echo "kamc needs Python 3.11 or newer, and there is no '$(PYTHON)': make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "kamc needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) -V 2>&1): make PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

# The project last, without looking anything up: all that it needs to build and run is locked.
install = $(PIP) install --quiet --require-hashes --requirement requirements/$(1).txt && \
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .

$(RUN): $(MADE) requirements/run.txt pyproject.toml
	$(call install,run)
	@touch $@

# dev holds all of run, in the same versions.
$(DEV): $(MADE) requirements/dev.txt pyproject.toml
	$(call install,dev)
	@touch $(RUN) $@

$(BENCH): $(DEV) requirements/bench.txt
	$(call install,bench)
	@touch $@
