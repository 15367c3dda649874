"""YAML as text, groups and lists that know their place; and YAML written as an author would."""
