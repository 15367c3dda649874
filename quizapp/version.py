"""The version of quizapp: the one place where it is written, for every room that names it.

The build reads it here, and `quizapp.__version__` is this one.
"""

__version__ = "0.6.0"
