"""What lasts: tables, migrations, the append-only review log."""
