"""Scripts as the command line uses them: cases on disk are found, played and rewritten."""
