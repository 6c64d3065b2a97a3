"""READ: files, in whatever format, to pages."""
