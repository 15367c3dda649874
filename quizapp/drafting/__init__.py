"""The first draft of a deck from a source, for its author to finish."""
