"""The record as a PDF: what stands on the page, and what kind of file it is."""
