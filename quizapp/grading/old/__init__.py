"""The judge that leaves: each module goes when its successor stands."""
