"""The line mode: the same sessions as plain lines, for screen readers, pipes and dumb terminals."""
