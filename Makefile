# SPDX-License-Identifier: Apache-2.0
# Each command does all the set-up it needs: see bootstrap.py. Hand options on with ARGS, as in: make test ARGS="-k storage"
PYTHON ?= python3
ARGS ?=

.PHONY: run setup test check i18n bench lock
run setup test check i18n bench lock:
	@$(PYTHON) bootstrap.py $@ $(ARGS)
