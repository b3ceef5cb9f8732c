"""Facts of many articles and the decisions of the editor to one `Dossier`."""
