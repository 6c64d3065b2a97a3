"""Fixtures for every room."""

from tests.support.sample_fixtures import sample, sample_client, sample_engine

__all__ = ["sample", "sample_client", "sample_engine"]
