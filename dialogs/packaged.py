"""Reading the data that ships with the bot: scripts and texts."""

from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=32)
def packaged_script(name: str) -> str:
    """The YAML text of a script that ships, such as ``service``."""
    return resources.files("dialogs.scripts").joinpath(f"{name}.yaml").read_text(encoding="utf-8")


def packaged_scripts() -> tuple[str, ...]:
    """The names of the scripts that ship."""
    files = (each.name for each in resources.files("dialogs.scripts").iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in files if name.endswith(".yaml")))


@lru_cache(maxsize=32)
def packaged_messages(locale: str) -> str:
    """The Fluent messages of a language, such as ``en``."""
    return resources.files("locales").joinpath(locale).joinpath("messages.ftl").read_text(encoding="utf-8")
