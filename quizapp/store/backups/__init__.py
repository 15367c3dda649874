"""Backups: whole copies beside the store, each one checked before it may replace another."""
