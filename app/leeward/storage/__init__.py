# SPDX-License-Identifier: Apache-2.0
"""What is kept on disk: the profile folder, the database of chats, settings, backups. No Qt, no threads of its own."""
