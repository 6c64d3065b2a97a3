"""Tumen: from a pile of news articles to a timeline that an analyst can check line by line."""

__version__ = "0.1.0"
