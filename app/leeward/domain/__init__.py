# SPDX-License-Identifier: Apache-2.0
"""Pure values and rules, standard library only. Nothing here does I/O, starts threads or reads the clock."""
