# SPDX-License-Identifier: Apache-2.0
"""The conversation on screen: virtualised view, Markdown blocks, composer."""
