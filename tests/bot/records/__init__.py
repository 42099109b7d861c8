"""Records: numbers, contents, seal, verification and the confirmation rendered from them."""
