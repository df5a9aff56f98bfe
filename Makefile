# The two commands that matter: `make demo` and `make test`. Both set up .venv first, on a machine with
# nothing but Python >= 3.11, git and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test soak fleet check docs notebooks picture bench lock clean

demo: $(VENV)/.installed
	$(BIN)/python -m tests.newsroom.demo

# Crawls wait more than they work, so four processes are worth it on two cores.
test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest --numprocesses 4 --dist loadfile --no-loadscope-reorder

# What takes minutes: three weeks of an hourly crawl of ten sites, the clock wound on between the runs, and
# pages of many megabytes.
soak: $(VENV)/.installed-dev
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile -m soak tests/soak tests/hardening

# Three workers on a real server, thirty replica sites, a kill, a SIGTERM and a restart: some minutes.
fleet: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -m fleet tests/fleet

check: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

# The docs as a site in build/site; a broken link or a page that no menu leads to is an error.
docs: $(VENV)/.installed-docs
	$(BIN)/mkdocs build --quiet

# Runs the notebooks of the docs against a replica site, and keeps what they show.
notebooks: $(VENV)/.installed-dev
	$(BIN)/python -m tests.newsroom.notebooks

# Draws the rooms of the house from the import contracts.
picture:
	$(PYTHON) docs/draw_architecture.py

bench: $(VENV)/.installed-bench
	$(BIN)/python -m benchmarks

# Writes down the set of versions that the tests ran with.
lock:
	rm -rf $(VENV) && $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	$(BIN)/python -m pip freeze --exclude-editable > constraints.txt

clean:
	rm -rf $(VENV) build *.egg-info

# pip 23.2 stumbles over extras that name each other, so pip comes first.
$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip

$(VENV)/.installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	touch $@

$(VENV)/.installed-dev: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	touch $@ $(VENV)/.installed

# A peer needs an older cssselect than Scrapy's newest; the other pins keep pip from trying hundreds of sets.
$(VENV)/.installed-bench: pyproject.toml constraints.txt | $(VENV)/bin/python
	grep -v '^cssselect==' constraints.txt > $(VENV)/constraints-bench.txt
	$(BIN)/python -m pip install --quiet --constraint $(VENV)/constraints-bench.txt --editable '.[dev,peers]'
	touch $@ $(VENV)/.installed $(VENV)/.installed-dev

$(VENV)/.installed-docs: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable '.[docs]'
	touch $@ $(VENV)/.installed
