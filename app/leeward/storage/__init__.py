# SPDX-License-Identifier: Apache-2.0
"""What lasts: the profile folder, the chat database, the settings file. No Qt, no engine."""
