"""When an article was published: its clues, the puzzle over days, and what other articles lend."""
