"""Fixtures for every room, and how Hypothesis works here."""

from hypothesis import settings

from tests.support.sample_fixtures import sample, sample_client, sample_engine

__all__ = ["sample", "sample_client", "sample_engine"]

# A busy machine is no failure: how long things take is measured elsewhere.
settings.register_profile("tumen", deadline=None)
settings.load_profile("tumen")
