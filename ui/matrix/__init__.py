"""The matrix: what each source says to each question, side by side."""
