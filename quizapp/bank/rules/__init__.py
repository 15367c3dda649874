"""Rules that a deck must keep beyond its shape (B2xx to B4xx), one module a subject."""
