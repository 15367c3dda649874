"""The words of an author: decks, facts, cards, concepts, sources, and the faults found in them."""
