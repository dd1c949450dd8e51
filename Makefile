# What a newcomer types: `make demo` and `make test`. Both install everything they need into .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV_VERSION := 0.13.9
export UV_PYTHON_DOWNLOADS := never

.PHONY: demo test setup lock check bench score docs clean

demo: setup
	@mkdir -p demo
	@$(BIN)/verbale read examples/ambassador-oslo-interview.txt examples/brazil-norway-relations.md
	@rm -f demo/verbale.db
	@$(BIN)/verbale add examples --archive demo/verbale.db
	@$(BIN)/verbale dossier BRA NOR --archive demo/verbale.db -o demo/dossier.html
	@echo "Open demo/dossier.html in a browser."

test: setup
	$(BIN)/ruff check src tests
	$(BIN)/ruff format --check src tests
	$(BIN)/mypy
	$(BIN)/mypy --ignore-missing-imports benches/bench_*.py
	$(BIN)/lint-imports --no-cache
	$(BIN)/pytest

setup: $(VENV)/.installed

$(VENV)/.installed: requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Verbale needs Python 3.11 or newer, this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/dev.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

lock:
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header \
	  pyproject.toml --group dev -o requirements/dev.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header \
	  --group neighbours -o requirements/neighbours.txt

clean:
	rm -rf $(VENV) demo site

bench: setup
	$(BIN)/python tools/bench.py

docs: setup
	$(BIN)/python tools/tutorial.py --check
	$(BIN)/mkdocs build --strict --quiet

score: setup
	$(BIN)/python tools/measure.py
