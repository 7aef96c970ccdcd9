# SPDX-License-Identifier: Apache-2.0
"""Personas: who answers, and how they are written."""
