# SPDX-License-Identifier: Apache-2.0
"""The terminal front end: one module a command, no Qt."""
