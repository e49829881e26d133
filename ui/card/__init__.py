"""The comparison card: what each source says on the chosen question, side by side, below the articles."""
