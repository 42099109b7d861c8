"""The back office's CSV files, without the command line."""
