"""STORE: the tables, the database that holds them, saving and searching."""
