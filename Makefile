# Two commands do all the set-up: `make run` and `make test`.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run demo test bench screenshots lint types browser requirements audit clean

run: .venv/run
	$(BIN)/python -m mrdb init
	$(BIN)/python -m mrdb run

demo: .venv/run
	$(BIN)/python -m mrdb demo

# The types take one processor, the browser the network.
test: .venv/dev
	$(MAKE) --no-print-directory --jobs=3 lint types browser
	$(BIN)/python -m pytest -n 3 --dist worksteal

bench: .venv/dev browser
	PYTHONPATH=. $(BIN)/python tests/bench.py
	PYTHONPATH=. $(BIN)/python tests/bench_exchange.py
	PYTHONPATH=. $(BIN)/python tests/bench_pages.py
	PYTHONPATH=. $(BIN)/python tests/bench_many.py

screenshots: .venv/dev browser
	PYTHONPATH=. $(BIN)/python tests/screenshots.py

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/dev
	$(BIN)/mypy

# Debian's chromium without a window where apt may install it, the one that is there, or else Playwright's own.
browser: .venv/dev
	@if command -v chromium-headless-shell >/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -q && \
		apt-get install -q -y --no-install-recommends chromium-headless-shell; then :; \
	elif command -v chromium >/dev/null || command -v chromium-browser >/dev/null; then :; \
	else $(BIN)/playwright install chromium; fi

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv

# Both files of requirements from pyproject.toml, for every platform and Python at once. Versions that are there stay
# where they still fit; with UPGRADE=--upgrade all move to the newest.
COMPILE := $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-annotate --custom-compile-command "make requirements" $(UPGRADE)

requirements: | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(COMPILE) --output-file requirements.txt
	$(COMPILE) --extra dev --constraint requirements.txt --output-file requirements-dev.txt

# The newest pip-audit knows most: it is in no list, and in an environment of its own.
audit: | .venv/bin/python
	@if $(BIN)/python -m venv .venv/audit && .venv/audit/bin/python -m pip install --quiet --disable-pip-version-check pip-audit; \
	then .venv/audit/bin/python tests/audit.py; else echo "audit: NOT DONE, pip-audit could not be fetched"; fi

.venv/run: requirements.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

.venv/dev: requirements-dev.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch .venv/run $@

clean:
	rm -rf .venv artefacts
