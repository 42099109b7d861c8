"""What the bot says and what it understands, one folder a language; data, no logic.

    <lang>/messages.ftl    the texts, in Fluent
    <lang>/phrases.yaml    what customers write, by label, and the closed vocabulary that decides
    <lang>/answers.yaml    classes of words that a clear yes or no is put together from
    <lang>/urgent.yaml     what must reach a person at once: danger, a death, a legal threat, distress
    <lang>/sentiment.yaml  words that tell a mood, which is noted and decides nothing

A new language is a new folder. Not here: code of any kind.
"""
