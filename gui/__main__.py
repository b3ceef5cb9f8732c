"""`python -m gui` from a checkout; not shipped."""

import sys

from briefing_gui.start import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
