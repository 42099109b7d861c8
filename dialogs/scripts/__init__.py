"""The scripts that ship, as YAML. No code."""
