"""`python -m budjettitui`: the same as the command."""

import sys

from budjettitui.cli import main

sys.exit(main())
