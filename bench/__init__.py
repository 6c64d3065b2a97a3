"""A benchmark that anyone can run again: `make bench`. All its texts are made here; none comes from elsewhere."""
