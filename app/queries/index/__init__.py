"""The derived index: every event of one version of the data, by what filters ask of it, as bitmaps in memory."""
