"""`python -m visavis` is `visavis`."""

import sys

from visavis.cli.main import main

sys.exit(main())
