# SPDX-License-Identifier: Apache-2.0
"""Conversations out of Leeward and into it: files to read, files to come back with, exports of other programs."""
