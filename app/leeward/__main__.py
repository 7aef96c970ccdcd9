# SPDX-License-Identifier: Apache-2.0
"""`python -m leeward`."""

from leeward.main import main

if __name__ == "__main__":
    main()
