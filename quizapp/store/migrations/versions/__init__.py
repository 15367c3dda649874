"""One module a version, each with `upgrade(op)`. Once released, a module is never changed."""
