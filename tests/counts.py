"""How often a test tries what it tries.

The gate tries a seeded twentieth of every count; `pytest -m long`, by hand before a release, all of
it. A count is written down in full, once: `full_or_share(2000)`.
"""

SHARE = 20

in_full = False  # set by conftest.py, before any test is imported


def full_or_share(full: int) -> int:
    """Return `full` in a long run, and otherwise its twentieth, at least one."""
    return full if in_full else max(full // SHARE, 1)
