"""What things cost: figures are printed (`pytest -s`), only what does not depend on the machine is judged."""
