"""Messages on disk first, then processed: crashes, order, and cases that cross channels."""
