# Everything a newcomer needs; `make` alone lists it. Nothing is installed outside .venv.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

# The first Python that is new enough; with none, python3, so that scripts/machine.py can say what to do.
# Name another with `make setup PYTHON=python3.12`.
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && exit; \
	done; echo python3)
PIP := .venv/bin/python -m pip --disable-pip-version-check --quiet
BIN := .venv/bin
CATALOGUES := $(wildcard src/forebygg/locale/*/LC_MESSAGES/*.po)

.PHONY: help setup demo test check bench messages requirements

help: ## list what make can do
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: .venv/.developer .venv/.checker ## create .venv with everything, and name what the machine lacks
	@$(PYTHON) scripts/machine.py

# What is invented has a database of its own. SERVE=0 ends when the story is told; PORT=8080 answers there.
demo: .venv/.reader ## tell and open the bundled papers, or your own: make demo CASE=folder
	@FOREBYGG_HOME="$(CURDIR)/.demo" $(BIN)/forebygg demo $(if $(CASE),"$(CASE)") \
		$(if $(filter 0 no,$(SERVE)),--no-serve) $(if $(PORT),--port $(PORT))

# What uses the database is tried on PostgreSQL, then everything on SQLite. Status 5: ARGS chose none of those.
test: .venv/.developer .venv/.checker ## run every test
	@$(BIN)/pytest -q -n auto --postgresql $(ARGS) || test $$? -eq 5
	@$(BIN)/pytest -n auto $(ARGS)

check: export FOREBYGG_HOME := $(CURDIR)/.demo/check
check: .venv/.developer ## lint, types, layers, spelling, translations, migrations, house rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/codespell
	$(BIN)/djlint --lint --quiet src
	$(BIN)/python -m scripts.messages check
	$(BIN)/forebygg manage check --deploy --fail-level WARNING
	$(BIN)/forebygg manage makemigrations --check --dry-run
	$(BIN)/pytest -q tests/test_architecture.py tests/test_house.py

bench: .venv/.developer ## measure, each figure beside its limit
	@$(BIN)/python -m bench

messages: .venv/.developer ## gather the messages of the code into the translations, and compile them
	@$(BIN)/python -m scripts.messages update

requirements: .venv/.developer ## pin the newest dependencies again (docs/adr/0006)
	@$(BIN)/python -m scripts.requirements

# A stamp is written last: an interrupted setup leaves none, and the next one starts over.
# CHANGELOG.md is there for its version, the translations because the build compiles them.
.venv/.reader: requirements.txt pyproject.toml CHANGELOG.md scripts/build_messages.py $(CATALOGUES)
	@$(PYTHON) scripts/machine.py --needed
	@test -e $@ && $(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv
	@rm -f $@
	@echo "Installing Förebygg into .venv …"
	@$(PIP) install --require-hashes -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

.venv/.developer: .venv/.reader requirements-dev.txt
	@echo "Installing the developer's tools into .venv …"
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@

# The public checker of PDF/UA: a program of its own, with packages that ours shall not see (pyproject.toml).
.venv/.checker: .venv/.reader requirements-checker.txt
	@echo "Installing the checker of PDFs into .venv/checker …"
	@$(PYTHON) -m venv --clear .venv/checker
	@.venv/checker/bin/python -m pip --disable-pip-version-check --quiet install \
		--require-hashes -r requirements-checker.txt
	@touch $@
