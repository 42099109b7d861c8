"""What holds for every kind of channel, and how texts are rendered for them; each kind has its own folder."""
