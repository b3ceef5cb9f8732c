# Two commands do all: `make brief` prints a brief of the sample articles, `make test` runs every check.
# Both make their own environment in .venv from the pinned and hashed lists in requirements/.

PYTHON ?= python3
LOCALE ?= uk
TEMPLATE ?= standard
SOURCES ?= seeds

ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif
RUN := $(BIN)/python
INSTALL := $(RUN) -m pip install --quiet --quiet --disable-pip-version-check --require-hashes -r

.PHONY: brief test check bench catalogues goldens lock clean

brief: .venv/.main
	@$(RUN) -c "import pathlib; pathlib.Path('build').mkdir(exist_ok=True)"
	@$(RUN) -m briefing export $(SOURCES) --locale $(LOCALE) --template $(TEMPLATE) -o build/brief.docx -o build/brief.pdf

test: .venv/.dev
	@$(RUN) tools/check.py

bench: .venv/.bench
	@$(RUN) tools/bench.py

catalogues: .venv/.dev
	@$(RUN) tools/catalogues.py

goldens: .venv/.dev
	@$(RUN) tools/check.py --update-goldens

# Renews the pinned lists; needs `uv` on the PATH.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --quiet --upgrade pyproject.toml -o requirements/main.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --quiet pyproject.toml --extra gui -c requirements/main.txt -o requirements/gui.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --quiet pyproject.toml --extra gui --group dev -c requirements/gui.txt -o requirements/dev.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --quiet pyproject.toml --extra gui --group dev --group bench -c requirements/dev.txt -o requirements/bench.txt

clean:
	@$(PYTHON) -c "import shutil; [shutil.rmtree(name, ignore_errors=True) for name in ('.venv', 'build', 'dist')]"

.venv/.made:
	@$(PYTHON) -c "import sys; sys.exit('Python 3.11 or newer is needed' if sys.version_info < (3, 11) else 0)"
	@$(PYTHON) -m venv .venv
	@$(RUN) -c "import pathlib; pathlib.Path('.venv/.made').touch()"

.venv/.main: .venv/.made requirements/main.txt
	@$(INSTALL) requirements/main.txt
	@$(RUN) -c "import pathlib; pathlib.Path('.venv/.main').touch()"

.venv/.dev: .venv/.main requirements/dev.txt
	@$(INSTALL) requirements/dev.txt
	@$(RUN) -c "import pathlib; pathlib.Path('.venv/.dev').touch()"

.venv/.bench: .venv/.dev requirements/bench.txt
	@$(INSTALL) requirements/bench.txt
	@$(RUN) -c "import pathlib; pathlib.Path('.venv/.bench').touch()"
