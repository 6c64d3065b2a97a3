"""PAGE: routes, and what they need to answer with pages, fragments, files and JSON."""
