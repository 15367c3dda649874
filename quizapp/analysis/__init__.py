"""Statistics of learners and items, computed from counts that the store reads."""
