"""The pure stages: same input, same output; no clock, no network, no database."""
