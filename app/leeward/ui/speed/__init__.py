# SPDX-License-Identifier: Apache-2.0
"""How fast a model is on this machine: measured, shown, and compared with before."""
