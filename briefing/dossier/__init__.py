"""Facts of many articles to one `Dossier`: merging, differences, verification, JSON."""
