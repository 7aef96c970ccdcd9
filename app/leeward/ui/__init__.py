# SPDX-License-Identifier: Apache-2.0
"""Widgets. Everything that blocks is asked of `bridge` and answered by a signal."""
