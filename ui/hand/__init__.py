"""A person's hand on the analysis: what can be done with the words of the articles and the questions of the list."""
