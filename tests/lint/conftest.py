from tests.items.conftest import bank_of

__all__ = ["bank_of"]
