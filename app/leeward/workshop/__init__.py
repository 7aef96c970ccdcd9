# SPDX-License-Identifier: Apache-2.0
"""Making new model files out of old ones, each in a process of its own."""
