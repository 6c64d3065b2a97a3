"""The nouns: frozen dataclasses of the standard library."""
