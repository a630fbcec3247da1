# Everything happens in .venv/, made from requirements.lock on the first call. Needs Python 3.11+, git and make.
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do command -v $$p && break; done)
BIN := .venv/bin
READY := .venv/.ready
ARCHIVE ?= build/archive

.PHONY: run serve test check bench peers same gains generalise clean lock
BASE ?= HEAD
.DEFAULT_GOAL := run

run: $(READY)  ## The main job on the samples: PDF files in, a published data set out.
	$(BIN)/paragraf ingest samples --archive $(ARCHIVE)

serve: $(READY)  ## What was read, in a browser; make run comes first.
	@test -d $(ARCHIVE)/releases || $(MAKE) run
	$(BIN)/paragraf serve --archive $(ARCHIVE)

test: $(READY)  ## Every test, on as many cores as there are (at most four: each may hold the models of the OCR).
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal

check: $(READY)  ## What must hold of the code itself; the ten densest functions are a mirror, not a gate.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m benchmarks.density -n 10

bench: $(READY)
	$(BIN)/python -m benchmarks.bench

# Never a dependency: AGPL, or a Python of its own. pdfboss needs 3.12; where there is none it is named as missing.
PEERS_PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do $$p -c "" 2>/dev/null && echo $$p && break; done)
peers:  ## The readers that bench holds ours against, in an environment of their own under build/.
	$(PEERS_PYTHON) -m venv build/peers
	build/peers/bin/python -m pip install -qq --disable-pip-version-check -r benchmarks/peers.txt

same: $(READY)  ## Whether this tree publishes the same bytes as another: make same BASE=../other-checkout, or a revision
	$(BIN)/python -m benchmarks.same $(BASE)

gains: $(READY)  ## What this tree reads that another revision does not, and the other way round: make gains BASE=main~3
	$(BIN)/python -m benchmarks.gains $(BASE)

generalise: $(READY)  ## Whether the rules hold on families of the shared corpus that they were not tuned on.
	$(BIN)/python -m benchmarks.generalise

clean:
	rm -rf build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

$(READY): requirements.lock pyproject.toml
	@echo "Gör i ordning .venv/ (första gången några minuter) / Setting up .venv/ (some minutes the first time)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 eller senare behövs / Python 3.11 or later is needed: make PYTHON=python3.11"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "  1/2 hämtar paketen i requirements.lock / fetching the packages in requirements.lock"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	@echo "  2/2 installerar paragraf / installing paragraf"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# New versions of everything pyproject.toml allows, with hashes and without a word of where they came from.
lock: $(READY)
	$(BIN)/python -m pip install -qq pip-tools
	$(BIN)/pip-compile pyproject.toml --extra dev --all-build-deps --allow-unsafe --strip-extras --generate-hashes \
		--upgrade --quiet --no-header --no-annotate --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
		--output-file build.lock
	grep -v -e '^#' -e '^$$' build.lock > requirements.lock
	rm build.lock
