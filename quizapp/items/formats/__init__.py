"""The formats: one module a kind of answer, each from a card to its items."""
