"""Judging a bank and its items: one small function a rule."""
