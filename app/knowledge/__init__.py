"""What Tumen knows of language and of the world: rows of TOML, and the code that reads and compiles them."""
