"""The parts that screens are made of; none of them takes the focus or knows the store."""
