"""Who the people of an article are: names, roles, countries."""
