"""What differs between database engines, one module an engine."""
