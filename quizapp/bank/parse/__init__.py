"""From YAML nodes to a deck as values: entries, tables, images, and the problems of their shape."""
