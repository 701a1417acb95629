# `make check` is the main job, `make test` all tests; both prepare .venv themselves. `make help` lists the rest.

VENV ?= .venv
BIN := $(VENV)/bin
SOURCES := $(wildcard ../shared/sources)
export VENV PYTHON

.DEFAULT_GOAL := help
.PHONY: bench docs fuzz help mutants tools check test lint layout types layers pytest format examples lock upgrade setup clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

# What an editor has judged (rules/accepted.rules) and what is known (corpus/known.json) is printed and does not fail.
check: setup-run ## check the curated corpus against its rules; fails on what is neither accepted nor known
	$(BIN)/factlint check $(if $(SOURCES),--sources $(SOURCES))

# One failing tool does not hide what the others say; pytest is last, so that its summary is.
test: setup ## run everything a change must pass: lint, layout, types, layers, tests
	@$(MAKE) --no-print-directory --keep-going lint layout types layers pytest

lint: setup ## ruff's rules
	$(BIN)/ruff check

layout: setup ## whether the code is laid out as `make format` does it
	$(BIN)/ruff format --check

types: setup ## mypy, strict
	$(BIN)/mypy

layers: setup ## which package may import which
	$(BIN)/lint-imports

pytest: setup tools ## the tests alone; ARGS="tests/project -k lock" picks some
	$(BIN)/pytest -n auto $(ARGS)

tools: ## a browser, an editor's tokenizer and Java for the tests, where this machine lets us install them
	@sh scripts/browser.sh
	@sh scripts/docs_tools.sh
	@sh scripts/java.sh

docs: setup ## the documentation as a site, with the last result of every feature: build/site/index.html
	$(BIN)/python -m scripts.site $(if $(SOURCES),--sources $(SOURCES))

bench: ## measure beside rivals, in an environment of their own (benchmarks/README.md); SCENARIO="curated cold" picks some
	.venv-bench/bin/python -m benchmarks.run $(or $(SCENARIO),curated cold scale rules groups conflict memory)
	.venv-bench/bin/python -m benchmarks.table

fuzz: ## half an hour of fuzzing a target, and how time grows with suspicious inputs (pip install atheris)
	$(BIN)/python -m fuzz
	$(BIN)/python -m fuzz.growth

mutants: setup ## spoil the engine by machine, in a copy, and see whether the tests notice (tests/mutants/README.md)
	$(BIN)/pip install --quiet -r tests/mutants/requirements.txt
	$(BIN)/python -m tests.mutants.mutate $(PACKAGE) $(AGAIN)

format: setup ## lay out the code
	$(BIN)/ruff check --fix-only --quiet
	$(BIN)/ruff format

examples: setup ## run the commands of the documents and write down what they print
	$(BIN)/python -m tests.project.shell_blocks README.md docs/first-article.md docs/ci.md

# The public index alone, whatever else this machine is told to look at: the hashes are those that everyone gets.
PIP_COMPILE = env -u PIP_FIND_LINKS -u PIP_INDEX_URL -u PIP_EXTRA_INDEX_URL PIP_CONFIG_FILE=/dev/null \
	CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --no-config --quiet --generate-hashes --allow-unsafe \
	--strip-extras --no-emit-options --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
	--build-deps-for editable

lock: setup ## pin what pyproject.toml asks for, keeping the pins that still fit
	$(PIP_COMPILE) $(UPGRADE) --output-file requirements.lock pyproject.toml
	$(PIP_COMPILE) $(UPGRADE) --extra dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml

upgrade: ## pin the newest versions that pyproject.toml allows
	@$(MAKE) --no-print-directory lock UPGRADE=--upgrade

setup: ## prepare .venv for development
	@sh scripts/setup.sh dev

.PHONY: setup-run
setup-run:
	@sh scripts/setup.sh run

clean: ## remove .venv and everything built or cached
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
