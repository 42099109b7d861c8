"""What providers call: genuine, forged, twice, in the wrong order."""
