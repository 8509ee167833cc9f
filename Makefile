# Everything runs in .venv, which is made from the lock files on first use. PYTHON names the Python to make it with.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(VENV)/.run-installed
DEV := $(VENV)/.dev-installed

.PHONY: demo test check lint types bench samples lock train stems vectors clean

demo: $(RUN)  ## the whole job on samples/, then says which file to open
	$(BIN)/selaras demo --output selaras-demo

test: $(DEV)  ## every test
	$(BIN)/python -m pytest -n 2 --dist loadgroup

check: lint types  ## lint, types and the fast tests
	HYPOTHESIS_PROFILE=quick $(BIN)/python -m pytest -n 2 --dist loadgroup -m "not slow"

lint: $(DEV)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(DEV)
	$(BIN)/mypy
	MYPYPATH=.typing:training $(BIN)/mypy training

bench: $(DEV)  ## accuracy, speed and scale; needs ../shared
	for name in values regions sentences lemmas entities concepts tagging kinds promises resolve linking vectors startup reading tables; do \
		echo "== $$name"; $(BIN)/python benchmarks/$$name.py || exit 1; done

PLANS ?= ../shared/corpus
train: $(DEV)  ## train the part that tells kinds by wording; PLANS is a folder of PDFs
	$(BIN)/python training/train_kinds.py --plans $(PLANS)

stems: $(DEV)  ## count anew in how many texts of plans each stem stands
	$(BIN)/python training/count_stems.py --corpus $(PLANS) --write

vectors: $(DEV)  ## learn anew what words are about; PLANS is a folder of PDFs
	$(BIN)/python training/train_vectors.py --plans $(PLANS)

samples: $(DEV)  ## make the sample plans anew; the bytes must not change unless their content did
	$(BIN)/python -m selaras.samples.generate

lock: $(DEV)  ## resolve the lock files anew (needs uv: pip install uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate \
		--no-header pyproject.toml --extra build -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate \
		--no-header pyproject.toml --extra build --extra dev -c requirements.lock -o requirements-dev.lock

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(RUN): requirements.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

$(DEV): requirements-dev.lock $(RUN)
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements-dev.lock
	touch $@

clean:
	rm -rf $(VENV) build *.egg-info selaras-demo .mypy_cache .ruff_cache .pytest_cache .hypothesis
