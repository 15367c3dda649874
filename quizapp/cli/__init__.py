"""The commands, a module each: a call is parsed, a service called, what it returns printed."""
