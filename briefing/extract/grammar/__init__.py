"""Who does what to whom: clauses, their verbs and their subjects."""
