"""What a message says: words in, meaning out.

Here belong the reading of text (normalising, the phrase grammar, polarity, codes,
identifiers, names) and the loading of the packaged phrases. Deciding needs a closed
phrase and the consent of every single word; routing may be more generous, and guesses from examples.

Here does not belong what the bot does about it (see `dialogs.wishes` and
`dialogs.steps`), nor the phrases themselves (see `locales/<lang>/phrases.yaml`).
"""

from dialogs.understanding.entities import Entity, entities_in
from dialogs.understanding.identifiers import first_email, is_code
from dialogs.understanding.languages import language_of
from dialogs.understanding.named import named_among
from dialogs.understanding.packaged import packaged_moods, packaged_phrases
from dialogs.understanding.phrases import Phrases, PhrasesError, read_language
from dialogs.understanding.sentiment import Sentiment, mood_of
from dialogs.understanding.understand import understand

__all__ = [
    "Entity",
    "Phrases",
    "PhrasesError",
    "Sentiment",
    "entities_in",
    "first_email",
    "is_code",
    "language_of",
    "mood_of",
    "named_among",
    "packaged_moods",
    "packaged_phrases",
    "read_language",
    "understand",
]
