"""How good it is: every figure, its definition beside its formula, and the commands that print it."""
