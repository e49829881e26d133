"""Finding words in the open case and in all cases."""
