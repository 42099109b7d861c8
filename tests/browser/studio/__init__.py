"""The studio in a real browser: writing, previewing, publishing, by pointer and by keyboard."""
