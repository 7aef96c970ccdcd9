# SPDX-License-Identifier: Apache-2.0
"""The steps of `bootstrap.py`. Standard library only, and Python 3.8."""
