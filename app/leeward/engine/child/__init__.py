# SPDX-License-Identifier: Apache-2.0
"""What runs in the engine process and nowhere else. Only this room imports llama_cpp and jinja2."""
