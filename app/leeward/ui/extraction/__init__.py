# SPDX-License-Identifier: Apache-2.0
"""A folder of texts becomes a table: what is asked for, and how far it is."""
