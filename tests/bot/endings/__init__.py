"""What a brand ends itself, from its coming in at the outer border to its being taken back."""
