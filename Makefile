# Three commands do all: `make window` opens the program, `make brief` prints a brief of the sample articles,
# `make test` runs every check. Each makes its own environment in .venv from the pinned, hashed lists in requirements/.

PYTHON ?= python3
LOCALE ?= uk
TEMPLATE ?= standard
SOURCES ?= seeds
PUBLIC ?= ../shared/eval
MINUTES ?= 8

ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif
RUN := $(BIN)/python
INSTALL := $(RUN) -m pip install --quiet --quiet --disable-pip-version-check --require-hashes -r

.PHONY: window brief test bench quality weights certainty floors fuzz catalogues goldens screenshots icons kills lock clean

window screenshots bench kills: export PYTHONPATH := gui

window: .venv/.gui
	@$(RUN) -m gui

brief: .venv/.main
	@$(RUN) -c "import pathlib; pathlib.Path('build').mkdir(exist_ok=True)"
	@$(RUN) -m briefing export $(SOURCES) --locale $(LOCALE) --template $(TEMPLATE) -o build/brief.docx -o build/brief.pdf

test: .venv/.dev
	@$(RUN) tools/check.py

bench: .venv/.bench
	@$(RUN) -m tools.bench
	@$(RUN) -m tools.responsiveness
	@$(RUN) -m tools.scale

# How much is found of what articles say; PUBLIC is the folder of the public sets, where there is one.
quality: .venv/.dev
	@$(RUN) -m tools.quality --held --public $(PUBLIC)

# Fits all weights anew, each on what those before it find, on the articles that are not set aside and the public sets.
weights: .venv/.dev
	@$(RUN) -m tools.quality.names --public $(PUBLIC)
	@$(RUN) -m tools.quality.presence --public $(PUBLIC)
	@$(RUN) -m tools.quality.speakers --public $(PUBLIC)
	@$(RUN) -m tools.quality.undertakings --public $(PUBLIC)
	@$(RUN) -m tools.quality.standing

# Fits anew how certain each rule is, after the weights, and draws how often what is said so surely is right.
certainty: .venv/.dev
	@$(RUN) -m tools.quality.certainty --public $(PUBLIC)
	@$(RUN) -m tools.quality.drawing --public $(PUBLIC) docs/certainty.svg

# Sets the floors of `tests/quality` to what is measured now.
floors: .venv/.dev
	@$(RUN) -m tools.quality.floors --public $(PUBLIC)

# Attacks readers and extractors for so many MINUTES, then every pattern, then all properties on many more examples.
fuzz: export BRIEFING_EXAMPLES = 10
fuzz: .venv/.fuzz
	@$(RUN) -m tools.fuzz --minutes $(MINUTES)
	@$(RUN) -m tools.fuzz.patterns
	@$(RUN) -m pytest -q -p no:cacheprovider tests/core/extract/test_properties.py

# Ends the program 200 times in the middle of its work, and looks for what was lost.
kills: .venv/.dev
	@$(RUN) tests/gui/killing.py 200

catalogues: .venv/.dev
	@$(RUN) tools/catalogues.py

goldens: .venv/.dev
	@$(RUN) tools/check.py --update-goldens

screenshots: .venv/.dev
	@$(RUN) -m tools.screenshots

# Draws the application's and the documents' icons anew, in all sizes, from the SVG files.
icons: .venv/.gui
	@$(RUN) -m tools.icons

# Renews the pinned lists; needs `uv` on the PATH. There are wheels of atheris for Linux on x86-64 only.
ATHERIS := atheris>=3 ; sys_platform == 'linux' and platform_machine == 'x86_64'
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --quiet --upgrade pyproject.toml -o requirements/main.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --quiet pyproject.toml --extra gui -c requirements/main.txt -o requirements/gui.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --quiet pyproject.toml --extra gui --group dev -c requirements/gui.txt -o requirements/dev.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --quiet pyproject.toml --extra gui --group dev --group bench -c requirements/dev.txt -o requirements/bench.txt
	echo "$(ATHERIS)" | uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --quiet - -c requirements/dev.txt -o requirements/fuzz.txt

clean:
	@$(PYTHON) -c "import shutil; [shutil.rmtree(name, ignore_errors=True) for name in ('.venv', 'build', 'dist')]"

.venv/.made:
	@$(PYTHON) -c "import sys; sys.exit('Python 3.11 or newer is needed' if sys.version_info < (3, 11) else 0)"
	@$(PYTHON) -m venv .venv
	@$(RUN) -c "import pathlib; pathlib.Path('.venv/.made').touch()"

.venv/.main: .venv/.made requirements/main.txt
	@$(INSTALL) requirements/main.txt
	@$(RUN) -c "import pathlib; pathlib.Path('.venv/.main').touch()"

.venv/.gui: .venv/.main requirements/gui.txt
	@$(INSTALL) requirements/gui.txt
	@$(RUN) -c "import pathlib; pathlib.Path('.venv/.gui').touch()"

.venv/.dev: .venv/.gui requirements/dev.txt
	@$(INSTALL) requirements/dev.txt
	@$(RUN) -c "import pathlib; pathlib.Path('.venv/.dev').touch()"

.venv/.fuzz: .venv/.dev requirements/fuzz.txt
	@$(INSTALL) requirements/fuzz.txt
	@$(RUN) -c "import pathlib; pathlib.Path('.venv/.fuzz').touch()"

.venv/.bench: .venv/.dev requirements/bench.txt
	@$(INSTALL) requirements/bench.txt
	@$(RUN) -c "import pathlib; pathlib.Path('.venv/.bench').touch()"
