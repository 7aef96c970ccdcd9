# SPDX-License-Identifier: Apache-2.0
"""The Models page: find a model, see whether it is for this machine, get it, use it."""
