"""Letters by post: what they say, where they go, and how they are printed."""
