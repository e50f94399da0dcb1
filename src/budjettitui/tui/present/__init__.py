"""What the lines of the screen say: a view goes in, ready strings come out."""
