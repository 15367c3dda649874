from tests.items.conftest import bank_of
from tests.prove.conftest import english

__all__ = ["bank_of", "english"]
