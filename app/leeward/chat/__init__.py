# SPDX-License-Identifier: Apache-2.0
"""The reply loop: context to engine to storage."""
