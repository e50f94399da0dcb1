"""What happens over several steps: typing, adding, mending, saving, going to findings."""
