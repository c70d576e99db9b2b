"""How the letters of each script sound, for comparison: the tables, and what reads them."""
