"""What messages mean: tables of texts in YAML, and what holds for any text at all."""
