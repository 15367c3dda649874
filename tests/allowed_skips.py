"""The tests that may be skipped where the gate counts (`CI=true`), each with its reason.

Everything else that is skipped there fails: a test that nobody runs holds nothing. A pattern is
one of `fnmatch`, for the id of a test.
"""

ALLOWED_SKIPS: dict[str, str] = {}
