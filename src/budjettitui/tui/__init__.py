"""The terminal screen. Textual is loaded here and nowhere else."""
