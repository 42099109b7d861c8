"""Back offices: terms and offers as pure functions, and the contract that each implementation keeps."""
