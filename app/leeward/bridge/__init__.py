# SPDX-License-Identifier: Apache-2.0
"""Where Qt meets the core: QtCore only, the program's only threads; results come back as queued signals."""
