"""EXPORT: events with their evidence, written in the formats of other programs; pure but for what is handed in."""
