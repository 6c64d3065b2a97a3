"""Fixtures for every room, and how Hypothesis works here."""

from hypothesis import settings

from tests.support.sample_fixtures import sample, sample_client, sample_engine

__all__ = ["sample", "sample_client", "sample_engine"]

# A busy machine is no failure: how long things take is measured elsewhere. The same code gives the same outcome, so
# that a red test tells of the change at hand; what no run has drawn yet is looked for by `make explore`.
settings.register_profile("tumen", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, print_blob=True)
settings.load_profile("tumen")
