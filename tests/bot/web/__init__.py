"""Pages and contracts of the web process, through its outer border."""
