"""What each form of the rows means: a reader for each, told by the column `reads` of its row."""
