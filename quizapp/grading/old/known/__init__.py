"""Words that exist: a response that is one of them is no misspelling of another. Data."""
