# make run: the server, ready to try. make test: everything. Both do all their own set-up.

unexport PYTHONDONTWRITEBYTECODE  # hundreds of processes read the same modules: compiled once, they start sooner

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
JS     := tests/browser
PYTEST := $(BIN)/python -m pytest
DEBIAN_RUN  := python3-venv
DEBIAN_TEST := chromium firefox-esr fonts-beng fonts-noto-core nginx nodejs npm postgresql redis-server sqlite3

.DEFAULT_GOAL := help
.PHONY: help run test test-every test-fast test-browser test-screen-reader platforms lint lint-lists bench bench-browser soak quality learn canary cost soak-faults licences pictures package clean

help: ## এই তালিকা | this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 20

run: $(VENV)/run.done ## সব বসিয়ে সার্ভার চালু করে, 127.0.0.1:8420-এ | set up and start the server on 127.0.0.1:8420
	@sh deploy/start.sh $(BIN)

test: $(VENV)/packages.done ## সব পরীক্ষা চালায় | set up and test everything: lint, server, browsers
	@$(MAKE) --no-print-directory --jobs=2 $(VENV)/test.done $(JS)/node_modules/.done
	@echo "Eight parts go, some side by side, and tell what they found as each ends, after some minutes."
	@$(MAKE) --no-print-directory --jobs=2 compiled-on compiled-off
	@$(MAKE) --no-print-directory --jobs=$(SIDE_BY_SIDE) --output-sync=target $(PARTS)

# The lists once as a server reads them, which leaves a copy for tools too, and not by each part; what is wrong with them, the parts tell.
.PHONY: compiled-on compiled-off
compiled-on compiled-off: compiled-%:
	@JACHAI_LEARNED=$* $(BIN)/gunicorn --check-config -c deploy/gunicorn.conf.py wsgi:application > /dev/null 2>&1 || true

# The longest first. Two more than there are processors: the more there are, the more each takes.
PARTS        := test-pages test-more-pages test-composers test-lint test-servers test-rest test-deploy test-words
SIDE_BY_SIDE = $(shell expr $$(nproc) + 2)
.PHONY: $(PARTS)
# As long as the other pages take: every composer, and what starts a Firefox or a browser of its own.
COMPOSERS  := $(addprefix $(JS)/,test_platforms.py test_firefox.py test_firefox_install.py test_firefox_letters.py test_firefox_pages.py test_firefox_popup.py test_lifetime.py test_busy_pages.py)
PAGES      := $(filter-out $(COMPOSERS),$(wildcard $(JS)/test_*.py))
# The other pages go in two halves of about as many tests: those named here, and whatever else there is, new files too.
# tests/test_structure.py says when one half has outgrown the other; then name more here, or fewer.
MORE_PAGES := $(patsubst %,$(JS)/test_%.py,accessible faults practice private protection published \
	scrolled_by_keys several_drafts sites slow_answers surfaces welcome whole_way)
DEPLOYED   := tests/deploy
SERVERS    := tests/privacy tests/records tests/service
WORDS      := tests/checks tests/lists tests/personal tests/text
MARKS      ?= not timed and not every
ASKED      := $(PYTEST) -m "$(MARKS)"

test-pages: # the browsers: much of their time is waiting
	$(ASKED) $(filter-out $(MORE_PAGES),$(PAGES))

test-more-pages: # the other half of them
	$(ASKED) $(MORE_PAGES)

test-composers:
	$(ASKED) $(COMPOSERS)

test-lint:
	$(MAKE) --no-print-directory lint
	cd $(JS) && npm test --silent

test-words: # what the shipped lists find
	$(ASKED) $(WORDS)

test-deploy: # what IT installs: real servers, databases and proxies
	$(ASKED) $(DEPLOYED)

test-servers: # more of them
	$(ASKED) $(SERVERS)

test-rest: # all else
	$(ASKED) --ignore $(JS) $(addprefix --ignore ,$(WORDS) $(DEPLOYED) $(SERVERS))

test-every: ## আরও বহু সারি ও খসড়াসহ সব পরীক্ষা | `make test` with every composer, every row of the browsers' tables and every draft of which a share counts
	@$(MAKE) --no-print-directory test MARKS="not timed"

test-fast: $(VENV)/test.done ## প্রায় এক মিনিটের পরীক্ষা | about a minute: no browser, no server, no thousands of taught sentences, none of deploy, privacy, records, service
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target test-fast-words test-fast-rest

.PHONY: test-fast-words test-fast-rest
FAST := -m "not service and not timed and not thorough and not every"

test-fast-words:
	$(PYTEST) $(FAST) $(WORDS)

test-fast-rest:
	$(PYTEST) $(FAST) --ignore $(JS) $(addprefix --ignore ,$(WORDS) $(DEPLOYED) $(SERVERS))

test-browser: $(VENV)/test.done $(JS)/node_modules/.done ## আসল Chromium ও Firefox-এ পরীক্ষা | the tests in real Chromium and Firefox
	$(PYTEST) -m "not timed" $(JS)

test-screen-reader: $(VENV)/test.done $(JS)/node_modules/.done ## স্ক্রিন রিডার কী শোনে, তার পরীক্ষা | what a screen reader is told in a real Chromium, and what its presses do
	@sh deploy/packages.sh at-spi2-core dbus-daemon gir1.2-atspi-2.0 python3-gi xvfb
	$(PYTEST) -q tests/browser/screen_reader.py

platforms: $(VENV)/test.done $(JS)/node_modules/.done ## দুই ব্রাউজারে সব লেখার ঘর পরীক্ষা | try every composer in both browsers, write docs/platforms.md
	$(PYTEST) -q tests/browser/test_platforms.py -k "not table" --write-platforms

lint: $(VENV)/test.done $(JS)/node_modules/.done ## কোড ও তালিকার ভুল খোঁজে | ruff, mypy, tsc, web-ext, and the word lists' own lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	cd $(JS) && npm run --silent lint
	$(MAKE) --no-print-directory lint-lists

lint-lists: $(VENV)/run.done ## শব্দতালিকার সব ভুল, ফাইল:লাইন ধরে | the word lists' own lint: every fault as file:line
	$(BIN)/flask --app wsgi wordlists lint

quality: $(VENV)/quality.done ## তালিকা কতটা ধরে, নমুনা লেখায় মাপে | score on labelled texts, learned anew by folds and sources; writes docs/quality.md: make quality DATA=folder
	@test -n "$(DATA)" || { echo "make quality DATA=folder of labelled texts (*.jsonl)"; exit 2; }
	$(PYTEST) -q tests/wordlists/learning/test_learn.py
	$(BIN)/python -m tests.quality $(DATA) --write

learn: $(VENV)/quality.done ## নমুনা লেখা থেকে ওজন নতুন করে শেখে | learn wordlists/learned/ anew from labelled texts: make learn DATA=folder
	@test -n "$(DATA)" || { echo "make learn DATA=folder of labelled texts (*.jsonl)"; exit 2; }
	$(BIN)/flask --app wsgi wordlists learn --data $(DATA) --harmless tests/cases/posts-gov.jsonl --not-9 tests/checks/hostile.jsonl

$(VENV)/quality.done: $(VENV)/test.done tests/quality/requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -r tests/quality/requirements.txt
	@touch $@

bench: $(VENV)/bench.done ## গতি ও মেমরি মাপে | the engine's and the server's speed and memory, as ratios within one run
	$(PYTEST) -q -m "timed and not browser"
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.http

soak: $(VENV)/bench.done $(VENV)/soak.done ## চাপ ও গোলযোগে সার্ভার কেমন চলে | a quarter of an hour of load and faults on loopback: killed workers, reloads, hostile drafts
	SCHEMATHESIS=$(CURDIR)/$(VENV)/soak/bin/schemathesis $(BIN)/python -m tests.soak

$(VENV)/soak.done: $(VENV)/test.done tests/soak/requirements.txt
	$(PYTHON) -m venv $(VENV)/soak
	$(VENV)/soak/bin/pip install --quiet --disable-pip-version-check -r tests/soak/requirements.txt
	@touch $@

bench-browser: $(VENV)/test.done $(JS)/node_modules/.done ## এক্সটেনশনে লেখকের কতটা সময় যায় | what the extension costs a writer: main thread, last key to underline
	$(PYTEST) -q -m "timed and browser"
	$(PYTEST) -q -s tests/browser/speed.py

$(VENV)/bench.done: $(VENV)/test.done tests/bench/requirements.txt
	@sh deploy/packages.sh wrk
	$(BIN)/pip install --quiet --disable-pip-version-check -r tests/bench/requirements.txt
	@touch $@

cost: $(VENV)/test.done ## একটি যাচাইয়ের খরচ | what one check costs through nginx, and what 1.5 million employees would need
	$(BIN)/python -m tests.deploy.cost

canary: $(VENV)/test.done ## খসড়া কোথাও লেখা হয় কি না | a marked draft under load, every write of server and nginx seen by the kernel; two minutes
	@sh deploy/packages.sh strace
	$(BIN)/python -m tests.privacy.heavy

soak-faults: $(VENV)/test.done ## ডেটাবেজ ও Redis গেলে ও ফিরলে কী হয় | PostgreSQL and Redis gone, hung and back, a server killed, under load; two minutes
	$(BIN)/python -m tests.deploy.faults

licences: $(VENV)/test.done ## docs/licences.md নতুন করে লেখে | write docs/licences.md anew from what is installed
	$(BIN)/python -m tests.deploy.licences

pictures: $(VENV)/test.done $(JS)/node_modules/.done ## নির্দেশনার ছবি নতুন করে তোলে | take the pictures of the docs anew
	@mkdir -p docs/images
	$(PYTEST) -q tests/browser/pictures.py

BUILD := build

package: ## এক্সটেনশনের zip তৈরি করে, Firefox-এর জন্য Mozilla যা সই করে | pack extension/ into build/: the zip that Mozilla signs for Firefox
	@$(PYTHON) deploy/package.py extension $(BUILD)

clean: ## যা বসানো বা তৈরি হয়েছিল তা মোছে | remove what the set-up and `make package` made
	rm -rf $(VENV) $(JS)/node_modules .compiled $(BUILD)

$(VENV)/made.done: deploy/packages.sh
	@sh deploy/packages.sh $(DEBIAN_RUN)
	$(PYTHON) -m venv $(VENV)
	@touch $@

RUN_NEEDS := $(VENV)/made.done requirements.txt deploy/constraints.txt
$(VENV)/run.done: $(RUN_NEEDS)
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/packages.done: $(VENV)/made.done Makefile  # before all that may go side by side: apt-get bears no second one beside it
	@sh deploy/packages.sh $(DEBIAN_TEST)
	@touch $@

# requirements.txt is named there too: all at once is quicker. What of it a test imports is compiled then: a third of it never is.
$(VENV)/test.done: $(RUN_NEEDS) tests/requirements.txt | $(VENV)/packages.done
	$(BIN)/pip install --quiet --disable-pip-version-check --no-compile -r tests/requirements.txt
	@touch $(VENV)/run.done $@

$(JS)/node_modules/.done: $(JS)/package.json $(JS)/package-lock.json | $(VENV)/packages.done
	cd $(JS) && npm ci --silent --no-fund --no-audit
	@touch $@
