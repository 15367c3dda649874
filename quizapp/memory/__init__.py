"""What a learner remembers of a card: FSRS, replayed from ratings."""
