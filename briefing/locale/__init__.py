"""What a reader of some language expects: catalogues, dates, numbers, lists, roles, names of countries."""
