"""The terminal screen. Textual is loaded here and nowhere else."""

import os

os.environ.setdefault("TEXTUAL_FPS", "120")  # read where Textual is imported: a second picture waits half as long
