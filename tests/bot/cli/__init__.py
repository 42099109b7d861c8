"""The command line as programs and people use it: in processes of its own."""
