"""EVALUATE: how well time expressions are found, against texts in which people marked them."""
