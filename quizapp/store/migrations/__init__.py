"""From one version of the schema to the next. Only imported when a store is of an older one."""
