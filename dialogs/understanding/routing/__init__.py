"""Routing by examples: a guess at what a message wants, where the closed phrases say nothing.

Here belong the features of a message, the model that scores them, the training of such a model from
utterances, and what is composed of these. All of it computes only: files and processes are elsewhere.

Here does not belong any decision: a guess never accepts, confirms or keeps (see
`dialogs.understanding.guessing`).
Training is imported by whoever trains; the running bot loads a finished table of a few megabytes.
"""

from dialogs.understanding.routing.model import LANGUAGES, DamagedModel, Guess, Model

__all__ = ["LANGUAGES", "DamagedModel", "Guess", "Model"]
