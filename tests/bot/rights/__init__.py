"""What a person may ask of their data: through chat and commands, on both databases."""
