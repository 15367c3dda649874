"""From facts to questions: a bank becomes items, one module a format."""
