# SPDX-License-Identifier: Apache-2.0
"""Running models: the `Engine` protocol, the supervised child process that holds llama.cpp, a scripted stand-in."""
