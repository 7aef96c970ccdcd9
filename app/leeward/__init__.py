# SPDX-License-Identifier: Apache-2.0
"""Leeward: a desktop home for open-weight models, on hardware people own."""

__version__ = "0.1.0"
