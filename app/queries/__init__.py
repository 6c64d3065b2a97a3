"""QUERY: read-only; one module per page, and `matching`, which all of them share."""
