# SPDX-License-Identifier: Apache-2.0
"""The models on this machine: where they lie, the built-in starter model."""
