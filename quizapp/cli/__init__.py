"""The commands: the only place that wires rooms together and reads the clock."""
