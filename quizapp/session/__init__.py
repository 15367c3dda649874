"""What comes next: the queue, the format, the rating, the sitting."""
