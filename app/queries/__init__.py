"""QUERY: read-only; one module per page, `matching`, which all of them share, and the index that it asks."""
